import { rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ConsentCount } from "@osteon/codebook";
import { studyPages } from "@osteon/publish";
import { LOCK_FILE, lockText } from "./lock/study-lock.ts";
import { type OnStage, type RunOutcome, runStudy } from "./pipeline.ts";
import { type Bars, noBars } from "./progress.ts";
import { publishInto, reportInput } from "./publish-into.ts";
import { resultsText, talliesText } from "./stage-files.ts";
import type { Study } from "./study.ts";
import { wholeFolder } from "./whole-folder.ts";

/** What may be asked of a run, and who is told. */
export interface Asked {
  readonly onStage?: OnStage;
  /** Children who stayed out of the charts. */
  readonly left?: ConsentCount;
  /** Lay printed numbers beside those of other charts, too. */
  readonly besidePublished?: boolean | undefined;
  readonly bars?: Bars;
}

/** Runs a study into a folder that appears whole or not at all. */
export function runInto(study: Study, charts: string, out: string, asked: Asked = {}): Promise<RunOutcome> {
  return wholeFolder(
    out,
    (folder) => runAllStages(study, charts, folder, asked),
    ({ ok }) => ok,
  );
}

async function runAllStages(
  study: Study,
  charts: string,
  folder: string,
  { onStage = () => {}, left, besidePublished, bars = noBars }: Asked,
): Promise<RunOutcome> {
  const folders = { freeze: join(folder, "freeze"), tables: join(folder, "tables") };
  const outcome = await runStudy(study, charts, folders, onStage, left, bars);
  if (!outcome.ok) return outcome;
  const { results, tallies } = outcome.run;
  const { directory: _, cohort: __, ...lock } = study;
  await writeFile(join(folder, LOCK_FILE), lockText(lock));
  await writeFile(join(folder, "tallies.json"), talliesText({ inputs: results.inputs, tallies }));
  await writeFile(join(folder, "results.json"), resultsText(results));
  const input = reportInput(study, results, besidePublished);
  await writeFile(join(folder, "pages.json"), `${JSON.stringify(studyPages(input))}\n`);
  onStage("publish");
  const bar = bars("publish");
  try {
    await publishInto(input, join(folder, "report"), bar);
  } finally {
    bar.end();
  }
  return outcome;
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
