import { mkdir, mkdtemp, open, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { type Codebook, type Problem, SHIPPED } from "@osteon/codebook";
import type { Engine } from "@osteon/engine";
import { canonicalJson } from "@osteon/protocol";
import type { FrozenSchema } from "./frozen-schema.ts";
import {
  CODEBOOK_FILE,
  codebookText,
  type FreezePolicy,
  MANIFEST_FILE,
  type Manifest,
  manifestOf,
} from "./manifest.ts";
import { writeParquet } from "./parquet-file.ts";
import { type FrozenTable, hashTable } from "./table-hash.ts";

/** Where a freeze goes, and how it resolves dates. */
export interface FreezeOptions extends FreezePolicy {
  /** A folder that does not exist yet. */
  readonly directory: string;
}

/** The manifest of the frozen tables that stand in an engine, as far as the layout has them. */
export async function describeTables(
  engine: Engine,
  layout: readonly FrozenSchema[],
  policy: FreezePolicy,
  queries: readonly Problem[],
): Promise<Manifest> {
  const tables: FrozenTable[] = [];
  for (const schema of layout) tables.push(await hashTable(engine, schema));
  return manifestOf(policy, tables, queries);
}

/**
 * Writes the frozen tables that stand in DuckDB as a freeze. The folder appears whole or not at all: it is written
 * beside its place under a hidden name, forced to disk, and renamed last.
 */
export async function writeFreeze(
  engine: Engine,
  layout: readonly FrozenSchema[],
  directory: string,
  manifest: Manifest,
  book: Codebook = SHIPPED,
): Promise<void> {
  const place = resolve(directory);
  await mkdir(dirname(place), { recursive: true });
  const unfinished = await mkdtemp(join(dirname(place), `.${basename(place)}-unfinished-`));
  try {
    for (const schema of layout) await writeParquet(engine, schema, unfinished);
    await writeFile(join(unfinished, CODEBOOK_FILE), codebookText(manifest.codebookVersion ?? 1, book));
    await writeFile(join(unfinished, MANIFEST_FILE), canonicalJson(manifest));
    for (const file of await readdir(unfinished)) await forceToDisk(join(unfinished, file));
    await forceToDisk(unfinished);
    await rename(unfinished, place);
    await forceToDisk(dirname(place));
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** A file, or the names in a folder. Windows forces only what is open for writing, and no folder. */
async function forceToDisk(path: string): Promise<void> {
  const isFolder = (await stat(path)).isDirectory();
  if (isFolder && process.platform === "win32") return;
  const file = await open(path, isFolder ? "r" : "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
