import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, openEmbedded, openServer } from "@osteon/registry";
import { postgresServer } from "../../../../tests/postgres/postgres-server.ts";
import type { Engine } from "../both-engines.ts";

/** A database without any schema, for restores. */
export interface EmptyStore {
  readonly database: Database;
  /** Closes it and opens it again, as a restart does. */
  restart(): Promise<void>;
  end(): Promise<void>;
}

export async function emptyStore(engine: Engine): Promise<EmptyStore> {
  if (engine === "server") {
    const server = await postgresServer();
    const place = await server.newDatabase();
    return await store(() => openServer(place), server.stop);
  }
  const folder = await mkdtemp(join(tmpdir(), "osteon-first-release-"));
  return await store(
    () => openEmbedded(folder),
    () => rm(folder, { recursive: true, force: true }),
  );
}

async function store(open: () => Promise<Database>, remove: () => Promise<void>): Promise<EmptyStore> {
  let database = await open();
  return {
    get database() {
      return database;
    },
    restart: async () => {
      await database.close();
      database = await open();
    },
    end: () => database.close().then(remove),
  };
}
