import { type PostgresServer, share, startPostgres } from "./postgres-server.ts";

let server: PostgresServer | undefined;

/** Before all tests: one PostgreSQL server, shared by every file that needs a database. */
export async function globalSetup(): Promise<void> {
  const started = await startPostgres();
  share(started.port);
  server = started;
}

export async function globalTeardown(): Promise<void> {
  await server?.stop();
}
