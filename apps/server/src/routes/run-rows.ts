import { folderOfRun, type Run, readRuns, refuseKept, type Session } from "@osteon/registry";
import { Refused, refused } from "../http/problem-reply.ts";
import type { RunPlace } from "../runs/study-reader.ts";

/** A run, refused where it is not there or not the person's to see. */
export async function oneRun(session: Session, run: string): Promise<Run> {
  const [found] = await readRuns(session, run);
  if (found === undefined) await refuseKept(session, { whole: true });
  if (found === undefined) throw new Refused(404, refused("not-found", { what: "run" }));
  return found;
}

/** Where a finished run lies; refused like a run that is not there until then. */
export async function placeOf(session: Session, run: string): Promise<RunPlace & { readonly byCentre: boolean }> {
  await oneRun(session, run);
  const found = await folderOfRun(session, run);
  if (found?.folder == null) throw new Refused(409, refused("not-ready"));
  return { ...found, folder: found.folder };
}
