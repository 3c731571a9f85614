import { existsSync, mkdirSync, renameSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import { osteon, place } from "./osteon.ts";

let made: Promise<string> | undefined;

/** The folder of a finished run of the study, to be read only: the same for all files of tests that run together. */
export async function studyRun(): Promise<string> {
  made ??= findOrMake();
  // A promise of the caller's own: a file that waits at its top for one of another file would be taken for that file.
  return await made;
}

/** One process makes the run, the others wait for it; where it fails the next one tries, and fails for itself. */
async function findOrMake(): Promise<string> {
  const run = join(process.env.OSTEON_TEST_RUNS ?? place("."), "study-run");
  const turn = `${run}.turn`;
  while (!existsSync(run)) {
    if (takes(turn)) await make(run).finally(() => rmdirSync(turn));
    else await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return run;
}

function takes(turn: string): boolean {
  try {
    mkdirSync(turn);
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code === "EEXIST") return false;
    throw error;
  }
}

async function make(run: string): Promise<void> {
  if (existsSync(run)) return;
  const own = place("study-run-own");
  const { code, err } = await osteon("study", "run", "schnabel-2017", "--out", own);
  if (code !== 0) throw new Error(err);
  renameSync(own, run);
}
