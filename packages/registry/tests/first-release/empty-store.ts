import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, openEmbedded, openServer } from "@osteon/registry";
import { postgresServer } from "../../../../tests/postgres/postgres-server.ts";
import type { Engine } from "../both-engines.ts";

/** A database without any schema, for restores. */
export interface EmptyStore {
  readonly database: Database;
  end(): Promise<void>;
}

export async function emptyStore(engine: Engine): Promise<EmptyStore> {
  if (engine === "server") {
    const server = await postgresServer();
    const database = await openServer(await server.newDatabase());
    return { database, end: () => database.close().then(() => server.stop()) };
  }
  const folder = await mkdtemp(join(tmpdir(), "osteon-first-release-"));
  const database = await openEmbedded(folder);
  return { database, end: () => database.close().then(() => rm(folder, { recursive: true, force: true })) };
}
