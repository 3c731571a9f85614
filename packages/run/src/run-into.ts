import { rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Results } from "@osteon/estimate";
import { type ReportInput, studyPages } from "@osteon/publish";
import type { Language } from "@osteon/words";
import { germanOf, languagesOf, titleIn } from "./languages.ts";
import { LOCK_FILE, lockText, type StudyLock } from "./lock/study-lock.ts";
import { type AskedOfCharts, type OnStage, type RunOutcome, runStudy } from "./pipeline.ts";
import { type Bars, noBars } from "./progress.ts";
import { type AskedOfReport, publishInto, reportInput } from "./publish-into.ts";
import { resultsText, talliesText } from "./stage-files.ts";
import { lockOf } from "./study.ts";
import { wholeFolder } from "./whole-folder.ts";

/** What may be asked of a run, and who is told. */
export interface Asked extends AskedOfReport, AskedOfCharts {
  readonly onStage?: OnStage;
  /** Write the report whole in every language that the study offers; the others stand in folders of their own within it. */
  readonly everyLanguage?: boolean;
  /** Of its pictures; 600 where nothing else is said. */
  readonly dotsPerInch?: number | undefined;
  readonly bars?: Bars;
}

/** Runs a study into a folder that appears whole or not at all. */
export async function runInto(study: StudyLock, charts: string, out: string, asked: Asked = {}): Promise<RunOutcome> {
  if (asked.language === "de") germanOf(study);
  return await wholeFolder(
    out,
    (folder) => runAllStages(study, charts, folder, asked),
    ({ ok }) => ok,
  );
}

async function runAllStages(study: StudyLock, charts: string, folder: string, asked: Asked): Promise<RunOutcome> {
  const { onStage = () => {}, bars = noBars } = asked;
  const folders = { freeze: join(folder, "freeze"), tables: join(folder, "tables") };
  const outcome = await runStudy(study, charts, folders, onStage, asked);
  if (!outcome.ok) return outcome;
  const { results, tallies } = outcome.run;
  await writeFile(join(folder, LOCK_FILE), lockText(lockOf(study)));
  await writeFile(join(folder, "tallies.json"), talliesText({ inputs: results.inputs, tallies }));
  await writeFile(join(folder, "results.json"), resultsText(results));
  const inputs = inputByLanguage(study, results, asked);
  await writePages(study, inputs, folder);
  onStage("publish");
  const { language: first = "en", everyLanguage = false } = asked;
  const others = everyLanguage ? languagesOf(study).filter((language) => language !== first) : [];
  for (const language of [first, ...others]) {
    const bar = bars("publish");
    const into = join(folder, "report", ...(language === first ? [] : [language]));
    try {
      await publishInto(inputs(language), results, into, bar, asked.dotsPerInch);
    } finally {
      bar.end();
    }
  }
  return outcome;
}

/** The file of the pages in a language. */
export const pagesFile = (language: Language): string => (language === "en" ? "pages.json" : `pages.${language}.json`);

/** What the report of each language is made from, made once: the same input is drawn once. */
function inputByLanguage(study: StudyLock, results: Results, asked: Asked): (language: Language) => ReportInput {
  const made = new Map<Language, ReportInput>();
  return (language) => {
    const input = made.get(language) ?? reportInput(study, results, { ...asked, language });
    made.set(language, input);
    return input;
  };
}

/** Pages are kept in every language that the study offers, so that nobody has to run it again for another. */
async function writePages(
  study: StudyLock,
  inputs: (language: Language) => ReportInput,
  folder: string,
): Promise<void> {
  const offers = { varies: study.sensitivity !== undefined, printed: study.published.length > 0 };
  for (const language of languagesOf(study)) {
    const pages = { ...studyPages(inputs(language)), language, title: titleIn(study, language), ...offers };
    await writeFile(join(folder, pagesFile(language)), `${JSON.stringify(pages)}\n`);
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
