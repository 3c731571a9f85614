import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type Checked,
  CODEBOOK_VERSION,
  type Codebook,
  type ConsentCount,
  codebookWith,
  type Lists,
  type Problem,
  placed,
  type ResolutionPolicy,
  type UnclassedDrug,
  withOwn,
} from "@osteon/codebook";
import type { Fault } from "@osteon/words";
import { queried, refused } from "./freeze-fault.ts";
import { CODEBOOK_FILE, codebookText, FORMAT, MANIFEST_FILE, type Manifest, sha256 } from "./manifest.ts";
import { parquetFile } from "./parquet-file.ts";
import { type FrozenTable, hashTables } from "./table-hash.ts";

/** An immutable snapshot of the charts: a folder of Parquet files whose content `hash` identifies. */
export interface Freeze {
  readonly directory: string;
  readonly hash: string;
  readonly policy: ResolutionPolicy;
  readonly tables: readonly FrozenTable[];
  /** The version of the codebook that its tables follow. */
  readonly version: number;
  /** Today's codebook with the lists that the charts went by. */
  readonly book: Codebook;
  readonly notice?: string;
  readonly consent?: ConsentCount;
  /** Drugs of the charts that the list gave no class. */
  readonly unclassed?: readonly UnclassedDrug[];
  /** The day that the charts were frozen as of, where one was named. */
  readonly asOf?: string;
}

/**
 * Reads a freeze and checks that it is whole: its format, its own hashes, every file there. It does not open the
 * Parquet files; `verifyFreeze` does. The queries that the freeze was made with come back as its queries.
 */
export async function readFreeze(directory: string): Promise<Checked<Freeze>> {
  const manifest = await readManifest(directory);
  if (manifest === undefined) {
    return unread(MANIFEST_FILE, refused("freeze-unreadable"));
  }
  if (manifest.format !== FORMAT) {
    return unread(
      MANIFEST_FILE,
      refused("freeze-format", { of: "format", found: String(manifest.format), known: String(FORMAT) }),
    );
  }
  const version = manifest.codebookVersion ?? 1;
  if (version > CODEBOOK_VERSION) {
    const values = { of: "codebook", found: String(version), known: String(CODEBOOK_VERSION) } as const;
    return unread(MANIFEST_FILE, refused("freeze-format", values));
  }
  if (hashTables(manifest.tables) !== manifest.hash) {
    return unread(MANIFEST_FILE, refused("freeze-changed", { because: "hash" }));
  }
  const codebook = await readFile(join(directory, CODEBOOK_FILE), "utf8").catch(() => "");
  const problems = await fileProblems(directory, manifest, codebook);
  if (problems.length > 0) return { ok: false, problems };
  const { hash, policy, tables, queries, notice, consent, asOf, unclassed } = manifest;
  const said = {
    ...(notice === undefined ? {} : { notice }),
    ...(consent === undefined ? {} : { consent }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(unclassed === undefined ? {} : { unclassed }),
  };
  const book = bookIn(codebook);
  const value = { directory, hash, policy, tables, version, book, ...said };
  return { ok: true, value, queries: [...queries, ...codebookQuery(manifest, book)] };
}

const unread = (file: string, fault: Fault): Checked<Freeze> => ({ ok: false, problems: [placed(fault, { file })] });

async function readManifest(directory: string): Promise<Manifest | undefined> {
  try {
    const manifest: unknown = JSON.parse(await readFile(join(directory, MANIFEST_FILE), "utf8"));
    return isManifest(manifest) ? manifest : undefined;
  } catch {
    return undefined;
  }
}

function isManifest(value: unknown): value is Manifest {
  return typeof value === "object" && value !== null && "format" in value && "tables" in value && "queries" in value;
}

async function fileProblems(directory: string, manifest: Manifest, codebook: string): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const { name } of manifest.tables) {
    const there = await access(join(directory, parquetFile(name))).then(
      () => true,
      () => false,
    );
    if (!there) problems.push(placed(refused("freeze-changed", { because: "missing" }), { file: parquetFile(name) }));
  }
  if (sha256(codebook) === manifest.codebook) return problems;
  return [...problems, placed(refused("freeze-changed", { because: "other" }), { file: CODEBOOK_FILE })];
}

/** The lists and own fields that a freeze keeps. Its text is the one that the manifest names, so it was written by `codebookText`. */
function bookIn(text: string): Codebook {
  const { drugs, analytes, own = [] }: Partial<Lists & Pick<Codebook, "own">> = JSON.parse(text);
  return withOwn(codebookWith({ ...(drugs && { drugs }), ...(analytes && { analytes }) }), own, "kept");
}

function codebookQuery(manifest: Manifest, book: Codebook): readonly Problem[] {
  const text = codebookText(manifest.codebookVersion ?? 1, book);
  if (manifest.codebook === sha256(text)) return [];
  const fault = queried("freeze-codebook-differs", { software: manifest.software });
  return [placed(fault, { file: CODEBOOK_FILE })];
}
