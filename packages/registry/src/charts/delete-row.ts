import { keyOf, type Table } from "@osteon/codebook";
import { sql } from "kysely";
import { checkChildren } from "../batches/check-children.ts";
import { settleChanged } from "../batches/raise-questions.ts";
import type { Session } from "../database/database.ts";
import { refuseKept } from "../operate/kept-tables.ts";
import { holdChild } from "./hold-child.ts";
import { followContact } from "./last-contact.ts";
import { tableOf } from "./stored-row.ts";

/** Deletes a row that is still at the version that was read; the audit trail keeps it. Questions about it end, and those about other rows that it raised. */
export async function deleteRow(
  session: Session,
  table: Table,
  centre: string,
  key: string,
  version: number,
): Promise<"deleted" | "conflict" | "no-such-row"> {
  await refuseKept(session, { centres: [centre], tables: [table.name] });
  const own = sql`centre = ${centre} and ${sql.ref(keyOf(table).name)} = ${key}`;
  const { rows } = await sql<{ patient: string; version: string }>`
    select patient, version::text as version from ${tableOf(table)} where ${own}`.execute(session);
  if (rows[0] === undefined) return "no-such-row";
  if (Number(rows[0].version) !== version) return "conflict";
  const { patient } = rows[0];
  await holdChild(session, centre, patient);
  const before = await checkChildren(session, centre, [patient]);
  const { numAffectedRows } = await sql`delete from ${tableOf(table)} where ${own} and version = ${version}`.execute(
    session,
  );
  if (Number(numAffectedRows) !== 1) return "conflict";
  if (table.name !== "patient") {
    await sql`select work.settle_deleted(${centre}, ${patient}, ${table.name}, ${[key]}::text[])`.execute(session);
    await settleChanged(session, before, await checkChildren(session, centre, [patient]));
  }
  await followContact(session, centre, patient, [table.name]);
  return "deleted";
}
