import { existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import { osteon, place } from "./osteon.ts";

let made: Promise<string> | undefined;

/** The folder of a finished run of the study, to be read only: the same for all files of tests that run together. */
export async function studyRun(): Promise<string> {
  made ??= findOrMake();
  // A promise of the caller's own: a file that waits at its top for one of another file would be taken for that file.
  return await made;
}

async function findOrMake(): Promise<string> {
  const run = join(process.env.OSTEON_TEST_RUNS ?? place("."), "study-run");
  if (existsSync(run)) return run;
  const own = place("study-run-own");
  const { code, err } = await osteon("study", "run", "schnabel-2017", "--out", own);
  if (code !== 0) throw new Error(err);
  try {
    renameSync(own, run);
  } catch (error) {
    // Another file of tests was faster.
    if (!existsSync(run)) throw error;
  }
  return run;
}
