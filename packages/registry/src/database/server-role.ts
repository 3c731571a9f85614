import type { Database } from "./database.ts";
import { openServer } from "./open-server.ts";
import { NoServerLogin, openAsServer, tooMuch } from "./server-login.ts";

/** Addresses of a database server: the owner's, and the server's own login where somebody made one. */
export interface Addresses {
  readonly owner: string;
  readonly server?: string;
}

/**
 * Hands a migrated registry over to the role that serves it, which owns nothing and cannot bypass row security; the owner's
 * connections are closed. The embedded engine has one connection, which takes the role on.
 */
export async function serveAs(database: Database, { owner, server }: Addresses): Promise<Database> {
  if (database.engine === "embedded") {
    await database.lower?.();
    return database;
  }
  const serving = server === undefined ? await openAsServer(database, owner) : await openServer(server);
  const because = await tooMuch(serving);
  if (because !== undefined) {
    await serving.close();
    throw new NoServerLogin(because);
  }
  await database.close();
  return serving;
}
