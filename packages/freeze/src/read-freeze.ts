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
  type ResolutionPolicy,
  type UnclassedDrug,
  withOwn,
} from "@osteon/codebook";
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
    return refused("freeze-unreadable", MANIFEST_FILE, "There is no manifest that can be read.");
  }
  if (manifest.format !== FORMAT) {
    return refused("freeze-format", MANIFEST_FILE, `Its format is ${manifest.format}; this version reads ${FORMAT}.`);
  }
  const version = manifest.codebookVersion ?? 1;
  if (version > CODEBOOK_VERSION) {
    const says = `It is of version ${version} of the codebook; this Osteon knows ${CODEBOOK_VERSION}.`;
    return refused("freeze-format", MANIFEST_FILE, says);
  }
  if (hashTables(manifest.tables) !== manifest.hash) {
    return refused("freeze-changed", MANIFEST_FILE, "Its hash is not the hash of the tables that it lists.");
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

const FIXES = {
  "freeze-unreadable": "Name the folder of a freeze, or freeze the charts again.",
  "freeze-format": "Freeze the charts again with this version, or use the version that wrote the freeze.",
  "freeze-changed": "A freeze is never edited: restore the folder from its copy, or freeze the charts again.",
} as const;

/** A problem of a freeze's own file. */
export function freezeProblem(code: keyof typeof FIXES, file: string, says: string): Problem {
  return { code, severity: "refused", where: { file }, says, fix: FIXES[code] };
}

function refused(code: keyof typeof FIXES, file: string, says: string): Checked<Freeze> {
  return { ok: false, problems: [freezeProblem(code, file, says)] };
}

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
    if (!there) problems.push(freezeProblem("freeze-changed", parquetFile(name), "The file of this table is missing."));
  }
  if (sha256(codebook) === manifest.codebook) return problems;
  return [...problems, freezeProblem("freeze-changed", CODEBOOK_FILE, "It is not the one that the manifest names.")];
}

/** The lists and own fields that a freeze keeps. Its text is the one that the manifest names, so it was written by `codebookText`. */
function bookIn(text: string): Codebook {
  const { drugs, analytes, own = [] }: Partial<Lists & Pick<Codebook, "own">> = JSON.parse(text);
  return withOwn(codebookWith({ ...(drugs && { drugs }), ...(analytes && { analytes }) }), own, "kept");
}

function codebookQuery(manifest: Manifest, book: Codebook): readonly Problem[] {
  const text = codebookText(manifest.codebookVersion ?? 1, book);
  if (manifest.codebook === sha256(text)) return [];
  const says = `The freeze was made with another codebook (Osteon ${manifest.software}).`;
  const fix = "Freeze the charts again with this version if a model or an analysis misses a column.";
  return [{ code: "freeze-codebook-differs", severity: "query", where: { file: CODEBOOK_FILE }, says, fix }];
}
