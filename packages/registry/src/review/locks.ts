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

/** A lock that stands. */
export interface StandingLock {
  readonly lock: number;
  readonly centre: string;
  readonly scope: LockScope["scope"];
  readonly patient: string | null;
  readonly visit: string | null;
  readonly setBy: string;
  readonly setAt: string;
}

/** A page of the locks that stand, in the order they were set, from behind one of them on. */
export async function standingLocks(
  session: Session,
  { centre, after, limit }: { readonly centre?: string | undefined; readonly after: number; readonly limit: number },
): Promise<readonly StandingLock[]> {
  const { rows } = await sql<StandingLock>`
    select lock, centre, scope, patient, visit, set_by as "setBy", set_at as "setAt" from work.lock
    where lifted_at is null and lock > ${after} and ${centre === undefined ? sql`true` : sql`centre = ${centre}`}
    order by lock limit ${limit}`.execute(session);
  return rows;
}

/** The locks that keep a child's chart, or visits of it, from being changed, each with the reason that was told. */
export async function locksOf(
  session: Session,
  centre: string,
  patient: string,
): Promise<readonly (Omit<StandingLock, "centre"> & { readonly reason: string | null })[]> {
  const { rows } = await sql<Omit<StandingLock, "centre"> & { reason: string | null }>`
    select lock, scope, patient, visit, set_by as "setBy", set_at as "setAt", work.lock_reason(lock) as reason
    from work.lock where lifted_at is null and centre = ${centre} and (patient = ${patient} or scope = 'study')`.execute(
    session,
  );
  return rows;
}
