import { sql } from "kysely";
import type { Session } from "../database/database.ts";

/** A lock of a study that an administrator took in; it stands before one of the same id in the server's folder. */
export interface TakenStudy {
  readonly taking: string;
  readonly study: string;
  readonly version: string;
  readonly title: string;
  /** Of the whole lock. */
  readonly hash: string;
  readonly takenBy: string;
  readonly takenAt: string;
}

/** The locks that stand, in the order of their studies. */
export async function takenStudies(session: Session): Promise<readonly TakenStudy[]> {
  const { rows } =
    await sql<TakenStudy>`select taking, study, version, title, hash, taken_by as "takenBy", taken_at as "takenAt"
    from work.study where ended_at is null order by study collate "C"`.execute(session);
  return rows;
}

/** The text of a lock that was ever taken in. */
export async function takenLock(session: Session, hash: string): Promise<string | undefined> {
  const { rows } = await sql<{ lock: string }>`select lock from work.study_text where hash = ${hash}`.execute(session);
  return rows[0]?.lock;
}

/** Takes a lock in, in the place of the one before, which stays in the trail with its text. By administrators alone. */
export async function takeInStudy(
  session: Session,
  { taking, study, version, title, hash, lock }: Omit<TakenStudy, "takenBy" | "takenAt"> & { readonly lock: string },
): Promise<void> {
  await endStudy(session, study);
  await sql`insert into work.study_text (hash, lock) values (${hash}, ${lock}) on conflict do nothing`.execute(session);
  await sql`insert into work.study (taking, study, version, title, hash)
    values (${taking}, ${study}, ${version}, ${title}, ${hash})`.execute(session);
}

/** Takes a study's lock away; whether there was one. Runs keep theirs. */
export async function endStudy(session: Session, study: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update work.study set ended_at = clock_timestamp(), ended_by = access.actor()
    where study = ${study} and ended_at is null`.execute(session);
  return (numAffectedRows ?? 0n) > 0n;
}
