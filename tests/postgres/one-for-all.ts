import { makeMigratedStores } from "../../packages/registry/tests/migrated-stores.ts";
import { share, startPostgres } from "./postgres-server.ts";

const ends: (() => Promise<void>)[] = [];

/** Before all tests: one PostgreSQL server, shared by every file that needs a database, and a migrated store of each engine. */
export async function globalSetup(): Promise<void> {
  const server = await startPostgres();
  ends.push(() => server.stop());
  share(server.port);
  const { remove } = await makeMigratedStores(server);
  ends.push(remove);
}

export async function globalTeardown(): Promise<void> {
  for (const end of ends.reverse()) await end();
}
