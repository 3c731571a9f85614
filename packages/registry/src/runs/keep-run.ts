import type { Problem } from "@osteon/codebook";
import { sql } from "kysely";
import type { Session } from "../database/database.ts";
import type { Run } from "./run-rows.ts";

/** A run as it is asked for. */
export interface AskedRun extends Pick<Run, "run" | "study" | "centres" | "asOf"> {
  /** The server that will run it. */
  readonly server: string;
  readonly lockHash: string | undefined;
}

/** Keeps that a run was asked for by the acting person. */
export async function askRun(
  session: Session,
  { run, study, centres, server, lockHash, asOf }: AskedRun,
): Promise<void> {
  await sql`insert into work.run (run, study, centres, server, lock_hash, as_of)
    values (${run}, ${study}, ${centres}::text[], ${server}, ${lockHash ?? null}, ${asOf})`.execute(session);
}

/** How many runs of the acting person wait or go on. */
export async function runsUnderWay(session: Session): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from work.run
    where asked_by = access.actor() and state in ('waiting', 'running')`.execute(session);
  return rows[0]?.n ?? 0;
}

/** How far a run is, and what came of it. */
export interface RunTold {
  readonly state: "running" | "done" | "failed";
  readonly step: string;
  readonly freezeHash?: string;
  readonly folder?: string;
  /** Whether numbers have the centre before them, since several of its centres share some. */
  readonly byCentre?: boolean;
  readonly problems?: readonly Problem[];
}

/** Notes how far a run is; it has ended unless it is running. */
export async function noteRun(
  session: Session,
  run: string,
  { state, step, freezeHash, folder, byCentre = false, problems }: RunTold,
): Promise<void> {
  await sql`update work.run set state = ${state}, step = ${step}, freeze_hash = ${freezeHash ?? null}, folder = ${folder ?? null}, by_centre = ${byCentre},
    problems = ${problems === undefined ? null : JSON.stringify(problems)}::jsonb,
    ended_at = ${state === "running" ? null : sql`clock_timestamp()`} where run = ${run}`.execute(session);
}

/** Names a run, or with `null` takes its name away. */
export async function nameRun(session: Session, run: string, name: string | null): Promise<void> {
  await sql`update work.run set name = ${name} where run = ${run}`.execute(session);
}

/** Keeps a run from being thrown away, or lets it go again. */
export async function keepRun(session: Session, run: string, kept: boolean): Promise<void> {
  await sql`update work.run set kept = ${kept} where run = ${run}`.execute(session);
}

/** Throws a run away; answers with the folder that it lay in, where it had one. */
export async function forgetRun(session: Session, run: string): Promise<string | undefined> {
  const { rows } = await sql<{ folder: string | null }>`select folder from work.forget_run(${run})`.execute(session);
  return rows[0]?.folder ?? undefined;
}

/** Whether a run, of whomever, still lies in a folder: equal charts are run once, for all who ask. */
export async function liesInFolder(session: Session, folder: string): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`select work.lies_in(${folder}) as used`.execute(session);
  return rows[0]?.used === true;
}
