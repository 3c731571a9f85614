import type { Database, Session } from "../database/database.ts";
import { asRole } from "../database/session.ts";

/** Runs work in the role that signs people in: it sees accounts and sessions, and no chart. */
export const atTheDoor = <T>(
  database: Database,
  work: (door: Session) => Promise<T>,
  account = "door",
  reason?: string,
): Promise<T> => asRole(database, { role: "osteon_door", account, ...(reason === undefined ? {} : { reason }) }, work);
