import type { Standing } from "@osteon/codebook";
import { sql } from "kysely";
import type { Session } from "../database/database.ts";

/** How a child stands to studies; nothing where the person may not see it. */
export async function standingOf(session: Session, centre: string, patient: string): Promise<Standing | undefined> {
  const { rows } = await sql<{ standing: Standing }>`
    select standing from work.standing where centre = ${centre} and patient = ${patient}`.execute(session);
  return rows[0]?.standing;
}

/** How the children of some centres stand to studies: counted by why they stay out. */
export async function countStanding(session: Session, centres: readonly string[]): Promise<StandingCount> {
  const { rows } = await sql<StandingCount>`
    select count(*) filter (where standing = 'in')::int as "in", count(*) filter (where standing = 'withdrawn')::int as withdrawn,
      count(*) filter (where standing = 'opted-out')::int as "optedOut", count(*) filter (where standing = 'not-given')::int as "notGiven"
    from work.standing where row_status = 'complete' and centre = any (${centres}::text[])`.execute(session);
  return rows[0] ?? { in: 0, withdrawn: 0, optedOut: 0, notGiven: 0 };
}

/** Children with complete rows, those who stay out of studies by why. */
export type StandingCount = Readonly<Record<"in" | "withdrawn" | "optedOut" | "notGiven", number>>;
