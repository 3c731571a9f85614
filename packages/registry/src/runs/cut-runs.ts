import { sql } from "kysely";
import type { Database } from "../database/database.ts";
import { atTheDoor } from "../sign-in/at-the-door.ts";

/** Ends the runs of servers that are no more, with the reason. */
export async function endCutRuns(database: Database): Promise<void> {
  await atTheDoor(database, (session) => sql`select work.end_cut_runs()`.execute(session), "server");
}
