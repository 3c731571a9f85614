import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type RunOutcome, runStudy } from "./pipeline.ts";
import { publishInto } from "./publish-into.ts";
import { resultsText, talliesText } from "./stage-files.ts";
import type { Study } from "./study.ts";

/** Runs a study into a folder. It is written beside its place under a hidden name and renamed last: whole, or not there. */
export async function runInto(study: Study, charts: string, out: string): Promise<RunOutcome> {
  await mkdir(dirname(out), { recursive: true });
  const unfinished = await mkdtemp(join(dirname(out), `.${basename(out)}-unfinished-`));
  try {
    const folders = { freeze: join(unfinished, "freeze"), tables: join(unfinished, "tables") };
    const outcome = await runStudy(study.protocol, charts, folders);
    if (!outcome.ok) return outcome;
    const { results, tallies } = outcome.run;
    await writeFile(join(unfinished, "tallies.json"), talliesText({ inputs: results.inputs, tallies }));
    await writeFile(join(unfinished, "results.json"), resultsText(results));
    await publishInto(study, results, join(unfinished, "report"), outcome.run.queries.length);
    await rename(unfinished, out);
    return outcome;
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** Replaces an earlier run of the same folder; where the new one has problems the earlier one stays. */
export async function newestRun(out: string, run: () => Promise<RunOutcome>): Promise<RunOutcome> {
  const earlier = `${out}.earlier`;
  await rm(earlier, { recursive: true, force: true });
  await rename(out, earlier).catch(() => {});
  try {
    const outcome = await run();
    if (outcome.ok) await rm(earlier, { recursive: true, force: true });
    else await rename(earlier, out).catch(() => {});
    return outcome;
  } catch (error) {
    await rename(earlier, out).catch(() => {});
    throw error;
  }
}
