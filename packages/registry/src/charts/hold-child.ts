import { type RawBuilder, sql } from "kysely";
import type { Session } from "../database/database.ts";

const named = (what: string, centre: string, more = ""): RawBuilder<unknown> =>
  sql`hashtextextended(${`${what} ${centre}\n${more}`}, 0)`;

/**
 * One save of a child at a time, so that the next is checked against what this one wrote, and none while an import of the centre is
 * carried out. Taken before the chart is read; ends with the transaction.
 */
export async function holdChild(session: Session, centre: string, patient: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${named("centre", centre)})`.execute(session);
  await sql`select pg_advisory_xact_lock(${named("child", centre, patient)})`.execute(session);
}

/** Waits until no child of the centres is being saved, and lets none be saved before the transaction ends. */
export async function holdCentres(session: Session, centres: Iterable<string>): Promise<void> {
  for (const centre of [...centres].sort())
    await sql`select pg_advisory_xact_lock(${named("centre", centre)})`.execute(session);
}
