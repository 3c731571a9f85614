import { createHash } from "node:crypto";
import type { Problem } from "@osteon/codebook";
import { type AuditHead, type AuditRow, auditLine, splitHash } from "./audit-line.ts";

/** What an export of the audit trail was found to be. */
export interface AuditVerdict {
  readonly entries: number;
  readonly chains: readonly AuditHead[];
  readonly problems: readonly Problem[];
}

interface Chain {
  link: number;
  previous: string;
  hashes: string[];
}

/** Checks entries as they come, in the order of the export; knows nothing but the export itself. */
export class AuditVerifier {
  readonly #file: string;
  readonly #problems: Problem[] = [];
  readonly #chains = new Map<string, Chain>();
  readonly #ended = new Map<string, AuditHead>();
  #entries = 0;
  #lastSeq = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** One line of an NDJSON export. */
  line(text: string, row: number): void {
    const split = splitHash(text);
    const head = headOf(text);
    if (split !== undefined) this.#entry(JSON.parse(split.line), split.line, split.hash, row);
    else if (head !== undefined) this.#head(head, row);
    else this.#found("audit-unreadable", row, "This line is neither an entry nor the end of a chain.");
  }

  /** One row of a CSV export. */
  row(cells: AuditRow, row: number): void {
    const { seq, link, chain, previous, hash } = cells;
    if (cells.action === "head") this.#head({ head: chain, link: Number(link), hash }, row);
    else this.#entry({ seq: Number(seq), link: Number(link), chain, previous }, auditLine(cells), cells.hash, row);
  }

  /** The verdict, once everything was read. */
  end(): AuditVerdict {
    for (const name of this.#chains.keys()) {
      if (this.#ended.has(name)) continue;
      this.#found(
        "audit-truncated",
        undefined,
        `The export does not say where the chain of ${name} ends: its last lines are missing.`,
      );
    }
    // What was never there cannot be vouched for: nothing told is no trail that holds.
    if (this.#ended.size === 0 && this.#entries === 0 && this.#problems.length === 0)
      this.#found(
        "audit-empty",
        undefined,
        "The file is empty: there is no entry to verify, and nothing is vouched for.",
        OTHERS,
      );
    else if (this.#ended.size === 0)
      this.#found(
        "audit-truncated",
        undefined,
        "The export says of no chain where it ends: its last lines are missing.",
      );
    else if (this.#entries === 0)
      this.#found("audit-empty", undefined, "The export holds no entry: a trail begins with the registry itself.");
    return { entries: this.#entries, chains: [...this.#ended.values()], problems: this.#problems };
  }

  #entry(
    told: { seq: number; link: number; chain: string; previous: string },
    line: string,
    hash: string,
    row: number,
  ): void {
    this.#entries += 1;
    if (sha256(line) !== hash)
      this.#found("audit-entry-changed", row, `Entry ${told.seq} is not what was written: its hash differs.`);
    if (told.seq <= this.#lastSeq) {
      this.#found("audit-out-of-order", row, `Entry ${told.seq} stands after entry ${this.#lastSeq}.`);
    }
    this.#lastSeq = Math.max(this.#lastSeq, told.seq);
    const chain = this.#chains.get(told.chain) ?? { link: 0, previous: sha256(told.chain), hashes: [] };
    this.#chains.set(told.chain, chain);
    if (told.link !== chain.link) this.#nextLink(chain, told, row);
    else if (told.previous !== chain.previous) this.#broken(told.chain, told.link, row);
    chain.hashes.push(hash);
  }

  #nextLink(chain: Chain, told: { link: number; chain: string; previous: string }, row: number): void {
    const expected = chain.link === 0 ? chain.previous : closed(chain);
    if (told.link !== chain.link + 1) {
      this.#found(
        "audit-gap",
        row,
        `The chain of ${told.chain} goes from link ${chain.link} to ${told.link}: entries are missing.`,
      );
    } else if (told.previous !== expected) this.#broken(told.chain, told.link, row);
    chain.link = told.link;
    chain.previous = told.previous;
    chain.hashes = [];
  }

  #broken(chain: string, link: number, row: number): void {
    this.#found(
      "audit-chain-broken",
      row,
      `Link ${link} of ${chain} does not follow from what stands before it: an entry was changed, removed or moved.`,
    );
  }

  #head(head: AuditHead, row: number): void {
    this.#ended.set(head.head, head);
    const chain = this.#chains.get(head.head);
    const link = chain?.link ?? 0;
    const hash = chain === undefined ? sha256(head.head) : closed(chain);
    if (head.link !== link) {
      this.#found(
        "audit-gap",
        row,
        `The chain of ${head.head} ended at link ${head.link}, the export at ${link}: entries are missing.`,
      );
    } else if (head.hash !== hash) this.#broken(head.head, link, row);
  }

  #found(code: string, row: number | undefined, says: string, fix = AGAIN): void {
    const where = { file: this.#file, ...(row === undefined ? {} : { row }) };
    this.#problems.push({ code, severity: "refused", where, says, fix });
  }
}

const AGAIN =
  "Export the trail again and compare; if it fails again, keep the database as it is and ask who had access to it.";
const OTHERS = "Export it as somebody whose role reviews the trail: nobody else is told any of it.";

function headOf(text: string): AuditHead | undefined {
  try {
    const { head, link, hash } = JSON.parse(text);
    return typeof head === "string" && typeof link === "number" && typeof hash === "string"
      ? { head, link, hash }
      : undefined;
  } catch {
    return undefined;
  }
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The hash of a link: of the link before and the hashes of its entries. */
function closed({ previous, hashes }: Chain): string {
  const hash = createHash("sha256").update(previous, "hex");
  for (const one of hashes) hash.update(one, "hex");
  return hash.digest("hex");
}
