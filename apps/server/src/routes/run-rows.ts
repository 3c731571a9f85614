import { folderOfRun, type Run, readRuns, refuseKept, type Session } from "@osteon/registry";
import { Refused } from "../http/problem-reply.ts";
import type { RunPlace } from "../runs/study-reader.ts";

/** A run, refused where it is not there or not the person's to see. */
export async function oneRun(session: Session, run: string): Promise<Run> {
  const [found] = await readRuns(session, run);
  if (found === undefined) await refuseKept(session, { whole: true });
  if (found === undefined)
    throw new Refused(404, "not-found", "There is no such run that you may see.", "See /api/runs.");
  return found;
}

/** Where a finished run lies; refused like a run that is not there until then. */
export async function placeOf(session: Session, run: string): Promise<RunPlace & { readonly byCentre: boolean }> {
  await oneRun(session, run);
  const found = await folderOfRun(session, run);
  if (found?.folder == null)
    throw new Refused(409, "not-ready", "The run has not ended well yet.", "See the run's state first.");
  return { ...found, folder: found.folder };
}
