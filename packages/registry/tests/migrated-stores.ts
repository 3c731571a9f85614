import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate, openEmbedded, openServer } from "@osteon/registry";
import { MIGRATED_DATABASE, type PostgresServer } from "../../../tests/postgres/postgres-server.ts";

/** Where a run of several files has made an embedded store for all of them. */
const SHARED_FOLDER = "OSTEON_TEST_STORE";

/** Takes every migration in a store of each engine, once for all files: copying one takes a moment, migrating seconds. */
export async function makeMigratedStores(server: PostgresServer): Promise<{ remove(): Promise<void> }> {
  const database = await openServer(await server.newDatabase("empty", MIGRATED_DATABASE));
  await migrate(database);
  await database.close();
  const folder = await newMigratedFolder();
  process.env[SHARED_FOLDER] = folder;
  return { remove: () => rm(folder, { recursive: true, force: true }) };
}

let own: Promise<string> | undefined;

/** A folder with an embedded store that has taken every migration, to be copied. */
export function migratedFolder(): Promise<string> {
  const shared = process.env[SHARED_FOLDER];
  if (shared !== undefined) return Promise.resolve(shared);
  own ??= newMigratedFolder().then((folder) => {
    process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
    return folder;
  });
  return own;
}

async function newMigratedFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "osteon-template-"));
  const database = await openEmbedded(folder);
  await migrate(database);
  await database.close();
  return folder;
}
