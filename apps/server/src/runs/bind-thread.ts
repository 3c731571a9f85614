import { join } from "node:path";
import { serveConfined } from "@osteon/interop";
import { boundToResults, studyOfRun } from "@osteon/run";

/** A paper's lines, and the folder of the run beside which they are laid. */
export interface BindWork {
  readonly run: string;
  readonly lines: readonly string[];
}

serveConfined(async (given) => {
  const { run, lines } = given as BindWork;
  return await boundToResults({ lines }, join(run, "results.json"), [], studyOfRun(run));
});
