import { sql } from "kysely";
import type { Database } from "./database.ts";

/** Asks the database for an answer; throws where there is none. */
export async function mustAnswer({ kysely }: Database): Promise<void> {
  await sql`select 1`.execute(kysely);
}
