import { createHash } from "node:crypto";
import { type Problem, placed } from "@osteon/codebook";
import type { Fault } from "@osteon/words";
import { refused } from "../registry-fault.ts";
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
    else this.#found(refused("audit-unreadable"), row);
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
      this.#found(refused("audit-truncated", { chain: name }));
    }
    // What was never there cannot be vouched for: nothing told is no trail that holds.
    if (this.#ended.size === 0 && this.#entries === 0 && this.#problems.length === 0)
      this.#found(refused("audit-empty", { holds: "nothing" }));
    else if (this.#ended.size === 0) this.#found(refused("audit-truncated"));
    else if (this.#entries === 0) this.#found(refused("audit-empty", { holds: "no-entry" }));
    return { entries: this.#entries, chains: [...this.#ended.values()], problems: this.#problems };
  }

  #entry(
    told: { seq: number; link: number; chain: string; previous: string },
    line: string,
    hash: string,
    row: number,
  ): void {
    this.#entries += 1;
    if (sha256(line) !== hash) this.#found(refused("audit-entry-changed", { entry: told.seq }), row);
    if (told.seq <= this.#lastSeq) {
      this.#found(refused("audit-out-of-order", { entry: told.seq, after: this.#lastSeq }), row);
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
      this.#found(refused("audit-gap", { at: "link", chain: told.chain, from: chain.link, to: told.link }), row);
    } else if (told.previous !== expected) this.#broken(told.chain, told.link, row);
    chain.link = told.link;
    chain.previous = told.previous;
    chain.hashes = [];
  }

  #broken(chain: string, link: number, row: number): void {
    this.#found(refused("audit-chain-broken", { link, chain }), row);
  }

  #head(head: AuditHead, row: number): void {
    this.#ended.set(head.head, head);
    const chain = this.#chains.get(head.head);
    const link = chain?.link ?? 0;
    const hash = chain === undefined ? sha256(head.head) : closed(chain);
    if (head.link !== link) {
      this.#found(refused("audit-gap", { at: "end", chain: head.head, from: head.link, to: link }), row);
    } else if (head.hash !== hash) this.#broken(head.head, link, row);
  }

  #found(fault: Fault, row?: number): void {
    this.#problems.push(placed(fault, { file: this.#file, ...(row === undefined ? {} : { row }) }));
  }
}

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
