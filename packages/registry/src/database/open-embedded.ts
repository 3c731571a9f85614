import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { Kysely, PGliteDialect } from "kysely";
import type { Database, Tables } from "./database.ts";
import { DurableFiles } from "./durable-files.ts";
import { lockFolder } from "./folder-lock.ts";
import { forceFolder } from "./force-folder.ts";
import { VALUE_PARSERS } from "./value-parsers.ts";

/** As PGlite starts, but without `-F`, which turns fsync off. */
const START = [
  ...["--single", "-O", "-j", "-c", "search_path=public", "-c", "exit_on_error=false", "-c", "log_checkpoints=false"],
  ...["-c", "max_worker_processes=0", "-c", "max_parallel_workers=0", "-c", "max_parallel_workers_per_gather=0"],
  ...["-c", "max_parallel_maintenance_workers=0", "-c", "io_method=sync", "-c", "wal_sync_method=fsync"],
];

/**
 * Opens the embedded PostgreSQL of a data folder, which belongs to this process until it is closed. A commit returns
 * once it is on the disk. A new store is made beside its place and renamed last, so a half-made one is never opened.
 */
export async function openEmbedded(folder: string): Promise<Database> {
  const place = resolve(folder);
  await mkdir(place, { recursive: true, mode: 0o700 });
  const lock = lockFolder(place);
  try {
    const store = join(place, "postgres");
    if (!existsSync(store)) await makeStore(place, store);
    return await started(store, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function makeStore(place: string, store: string): Promise<void> {
  const unfinished = join(place, "postgres-unfinished");
  await rm(unfinished, { recursive: true, force: true });
  const made = await PGlite.create({ fs: new DurableFiles(unfinished), startParams: START });
  await made.exec("checkpoint");
  await made.close();
  await rename(unfinished, store);
  await forceFolder(place);
}

const LOWER = "set session authorization osteon_server";

async function started(store: string, lock: { release(): void }): Promise<Database> {
  const files = new DurableFiles(store);
  const pglite = await PGlite.create({ fs: files, startParams: START, parsers: { ...VALUE_PARSERS } });
  await pglite.exec("set timezone to 'UTC'");
  const kysely = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
  let lowered = false;
  return {
    engine: "embedded",
    kysely,
    // One process, one transaction at a time.
    writers: kysely,
    script: async (text) => {
      if (!lowered) return void (await pglite.exec(text));
      await pglite.exec(`reset session authorization; ${text}`).finally(() => pglite.exec(LOWER));
    },
    lower: async () => {
      await pglite.exec(LOWER);
      lowered = true;
    },
    // One process alone has the folder, so whatever another server left is over.
    announce: async () => {},
    syncs: () => files.syncs,
    close: async () => {
      await pglite.close();
      lock.release();
    },
  };
}
