import { sql } from "kysely";
import type { Session } from "../database/database.ts";

/** What is locked: everything a centre has in the study, one child's chart, or one visit with its laboratory results. */
export type LockScope =
  | { readonly scope: "study"; readonly centre: string }
  | { readonly scope: "patient"; readonly centre: string; readonly patient: string }
  | { readonly scope: "visit"; readonly centre: string; readonly patient: string; readonly visit: string };

/** Locks; answers with the lock's number, or nothing where it is locked already. From then on the database refuses every change. */
export async function setLock(session: Session, wanted: LockScope): Promise<number | undefined> {
  const patient = "patient" in wanted ? wanted.patient : null;
  const visit = "visit" in wanted ? wanted.visit : null;
  const { rows } = await sql<{ lock: number }>`insert into work.lock (centre, scope, patient, visit)
    values (${wanted.centre}, ${wanted.scope}, ${patient}, ${visit}) on conflict do nothing returning lock`.execute(
    session,
  );
  return rows[0]?.lock;
}

/** Lifts a lock; false where there is none that the account may lift. */
export async function liftLock(session: Session, lock: number): Promise<boolean> {
  const { rows } = await sql`update work.lock set lifted_at = clock_timestamp(), lifted_by = access.actor()
    where lock = ${lock} and lifted_at is null returning lock`.execute(session);
  return rows.length > 0;
}
