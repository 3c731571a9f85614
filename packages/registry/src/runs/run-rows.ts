import type { Problem } from "@osteon/codebook";
import { sql } from "kysely";
import type { Session } from "../database/database.ts";

/** A run of a study on charts of the registry. */
export interface Run {
  readonly run: string;
  readonly study: string;
  readonly centres: readonly string[];
  readonly askedBy: string;
  readonly askedAt: string;
  readonly state: "waiting" | "running" | "done" | "failed";
  readonly step: string | null;
  readonly freezeHash: string | null;
  readonly problems: readonly Problem[] | null;
  readonly endedAt: string | null;
  readonly name: string | null;
  /** Not thrown away before somebody lets it go. */
  readonly kept: boolean;
  /** The lock by which it was asked for; a run of an older version does not tell. */
  readonly lockHash: string | null;
  /** The day at whose end the charts are taken; nothing: with all that they hold. */
  readonly asOf: string | null;
}

/** Runs of the person's centres, the newest first; of one, that alone. */
export async function readRuns(session: Session, run?: string): Promise<readonly Run[]> {
  const { rows } = await sql<Run>`select run, study, centres, asked_by as "askedBy", asked_at as "askedAt", state, step,
    freeze_hash as "freezeHash", problems, ended_at as "endedAt", name, kept, lock_hash as "lockHash", as_of::text as "asOf" from work.run
    where ${run ?? null}::text is null or run = ${run ?? null} order by asked_at desc limit 200`.execute(session);
  return rows;
}

/** Where a run lies, without a folder until it has ended well; whether its numbers have the centre before them. */
export async function folderOfRun(
  session: Session,
  run: string,
): Promise<{ readonly study: string; readonly folder: string | null; readonly byCentre: boolean } | undefined> {
  const { rows } = await sql<{
    study: string;
    folder: string | null;
    byCentre: boolean;
  }>`select study, folder, by_centre as "byCentre" from work.run where run = ${run}`.execute(session);
  return rows[0];
}

/** The centres whose charts a run holds. */
export async function centresOfRun(session: Session, run: string): Promise<readonly string[]> {
  const { rows } = await sql<{ centre: string }>`
    select unnest(centres) as centre from work.run where run = ${run} order by 1`.execute(session);
  return rows.map(({ centre }) => centre);
}

/** The newest finished run of a study that the person may see. */
export async function newestRun(
  session: Session,
  study: string,
): Promise<(Pick<Run, "run" | "askedAt" | "lockHash"> & { readonly folder: string }) | undefined> {
  const { rows } = await sql<{ run: string; folder: string; askedAt: string; lockHash: string | null }>`
    select run, folder, asked_at as "askedAt", lock_hash as "lockHash" from work.run
    where study = ${study} and state = 'done' and folder is not null order by asked_at desc limit 1`.execute(session);
  return rows[0];
}
