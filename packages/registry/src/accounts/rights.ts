import { sql } from "kysely";
import type { Session } from "../database/database.ts";

/** What a person may do at one centre, or everywhere where the centre is null. */
export interface Right {
  readonly centre: string | null;
  readonly role: string;
  readonly area: string;
  readonly verb: string;
}

/** All that the acting person may do. */
export async function rightsOf(session: Session): Promise<readonly Right[]> {
  const { rows } = await sql<Right>`select * from access.rights()`.execute(session);
  return rows;
}

/** The centres at which the acting person may do this, none where there is none; in no order. */
export async function centresWhere(session: Session, area: string, verb: string): Promise<readonly string[]> {
  const { rows } = await sql<{ centres: readonly string[] | null }>`
    select access.centres(${area}, ${verb}) as centres`.execute(session);
  return rows[0]?.centres ?? [];
}

/** Whether the acting person is an administrator. */
export async function administers(session: Session): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select access.administers() as may`.execute(session);
  return rows[0]?.may === true;
}
