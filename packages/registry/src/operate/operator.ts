import { sql } from "kysely";
import { administers } from "../accounts/rights.ts";
import { noteInTrail } from "../audit/note.ts";
import type { Database } from "../database/database.ts";
import { asRole } from "../database/session.ts";

/** Gives a person a role, as the one who runs the machine may; a centre that is not there yet is made. */
export async function appoint(
  { kysely }: Database,
  account: string,
  role: string,
  centre: string | null,
): Promise<void> {
  await kysely.transaction().execute(async (owner) => {
    await sql`select set_config('osteon.account', 'operator', true)`.execute(owner);
    await sql`select access.appoint(${account}, ${role}, ${centre})`.execute(owner);
  });
}

/** What must be said of everything made from a centre's charts, as that its children are invented. */
export async function describeCentre(
  database: Database,
  administrator: string,
  centre: string,
  says: string,
): Promise<void> {
  await asRole(database, { role: "osteon_member", account: administrator }, (session) =>
    sql`update access.centre set says = ${says} where centre = ${centre}`.execute(session),
  );
}

/** Whether anybody has chosen a password yet. */
export async function hasPasswords(database: Database): Promise<boolean> {
  const { rows } = await asRole(database, { role: "osteon_door", account: "operator" }, (session) =>
    sql`select 1 from auth.account where password is not null limit 1`.execute(session),
  );
  return rows.length > 0;
}

/** Whether there is any child in the registry. */
export async function hasCharts(database: Database): Promise<boolean> {
  const { rows } = await asRole(database, { role: "osteon_keeper", account: "operator" }, (session) =>
    sql`select 1 from chart.patient limit 1`.execute(session),
  );
  return rows.length > 0;
}

/** Whether the account is an administrator's. */
export async function isAdministrator(database: Database, account: string): Promise<boolean> {
  return await asRole(database, { role: "osteon_member", account }, administers);
}

/** Notes in the trail that a backup was made or a restore was drilled: of which file, and what came of it. */
export async function noteKeeping(
  database: Database,
  action: "backup" | "restore-drill",
  file: string,
  told: Readonly<Record<string, unknown>>,
): Promise<void> {
  await asRole(database, { role: "osteon_keeper", account: "operator" }, (session) =>
    noteInTrail(session, { action, entity: file, told }),
  );
}
