import { createHash } from "node:crypto";
import { cpSync, existsSync, globSync, readFileSync, rmSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { migrate, openEmbedded, openServer } from "@osteon/registry";
import { MIGRATED_DATABASE, type PostgresServer } from "../../../tests/postgres/postgres-server.ts";

/** Where a run of several files has made an embedded store for all of them. */
const SHARED_FOLDER = "OSTEON_TEST_STORE";
/** Embedded stores of earlier runs, by what they are made of. */
const KEPT = fileURLToPath(new URL("../../../node_modules/.cache/osteon-stores", import.meta.url));

const DAY = 24 * 3600 * 1000;

/** Takes every migration in a store of each engine, once for all files: copying one takes a moment, migrating seconds. */
export async function makeMigratedStores(server: PostgresServer): Promise<{ remove(): Promise<void> }> {
  const [folder] = await Promise.all([newMigratedFolder(), makeMigratedDatabase(server)]);
  process.env[SHARED_FOLDER] = folder;
  return { remove: () => rm(folder, { recursive: true, force: true }) };
}

async function makeMigratedDatabase(server: PostgresServer): Promise<void> {
  const database = await openServer(await server.newDatabase("empty", MIGRATED_DATABASE));
  await migrate(database);
  await database.close();
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
  const kept = join(KEPT, madeOf());
  if (!existsSync(kept)) await makeStore(kept);
  const folder = await mkdtemp(join(tmpdir(), "osteon-template-"));
  cpSync(kept, folder, { recursive: true });
  return folder;
}

/** It appears whole or not at all; several runs may make it at once, and those of other sources go when nobody can be copying them. */
async function makeStore(kept: string): Promise<void> {
  await mkdir(KEPT, { recursive: true });
  const unfinished = await mkdtemp(join(KEPT, ".making-"));
  const database = await openEmbedded(unfinished);
  await migrate(database);
  await database.close();
  await rename(unfinished, kept).catch(async (error) => {
    await rm(unfinished, { recursive: true, force: true });
    if (!existsSync(kept)) throw error;
  });
  for (const other of await readdir(KEPT)) {
    const { mtimeMs } = await stat(join(KEPT, other));
    if (other !== basename(kept) && Date.now() - mtimeMs > DAY)
      await rm(join(KEPT, other), { recursive: true, force: true });
  }
}

/** Of the engine, and of everything of this package that makes a store: its code and its migrations. */
function madeOf(): string {
  const hash = createHash("sha256");
  const sources = fileURLToPath(new URL("..", import.meta.url));
  for (const file of globSync(["src/**/*.ts", "migrations/*.sql"], { cwd: sources }).sort())
    hash.update(`${file}\n`).update(readFileSync(join(sources, file)));
  const engine = createRequire(import.meta.resolve("@osteon/registry")).resolve("@electric-sql/pglite");
  return hash.update(readFileSync(engine)).digest("hex").slice(0, 16);
}
