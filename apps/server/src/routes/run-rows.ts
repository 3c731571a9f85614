import type { runs } from "@osteon/api";
import { refuseKept, type Session } from "@osteon/registry";
import { sql } from "kysely";
import { Refused } from "../http/problem-reply.ts";
import type { RunPlace } from "../runs/study-reader.ts";

/** Runs of the person's centres, the newest first; of one, that alone. */
export async function readRuns(session: Session, run?: string): Promise<readonly runs.Run[]> {
  const { rows } =
    await sql<runs.Run>`select run, study, centres, asked_by as "askedBy", asked_at as "askedAt", state, step,
    freeze_hash as "freezeHash", problems, ended_at as "endedAt", name, kept, lock_hash as "lockHash", as_of::text as "asOf" from work.run
    where ${run ?? null}::text is null or run = ${run ?? null} order by asked_at desc limit 200`.execute(session);
  return rows;
}

/** A run, refused where it is not there or not the person's to see. */
export async function oneRun(session: Session, run: string): Promise<runs.Run> {
  const [found] = await readRuns(session, run);
  if (found === undefined) await refuseKept(session, { whole: true });
  if (found === undefined)
    throw new Refused(404, "not-found", "There is no such run that you may see.", "See /api/runs.");
  return found;
}

/** Where a finished run lies; refused like a run that is not there until then. */
export async function placeOf(session: Session, run: string): Promise<RunPlace & { readonly byCentre: boolean }> {
  await oneRun(session, run);
  const { rows } = await sql<{
    study: string;
    folder: string | null;
    by_centre: boolean;
  }>`select study, folder, by_centre from work.run where run = ${run}`.execute(session);
  const [found] = rows;
  if (found?.folder == null)
    throw new Refused(409, "not-ready", "The run has not ended well yet.", "See the run's state first.");
  return { study: found.study, folder: found.folder, byCentre: found.by_centre };
}
