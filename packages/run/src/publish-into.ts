import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { comparePublished, indexResults, type Results, rCall } from "@osteon/estimate";
import {
  drawnFigures,
  drawnTables,
  drawReport,
  inGerman,
  type ReportInput,
  reportDocx,
  reportHtml,
  resultsCsv,
  tableCsv,
} from "@osteon/publish";
import { renderPng } from "@osteon/publish/png";
import type { Language } from "@osteon/words";
import { EXIT, Stop } from "./exit-code.ts";
import { germanOf } from "./languages.ts";
import type { StudyLock } from "./lock/study-lock.ts";
import type { Progress } from "./progress.ts";
import { outlineOf } from "./study.ts";

/** What journals ask of line art; a Word file carries half of it. */
const JOURNAL_DPI = "600";

/** Dots per inch of the pictures of a report; OSTEON_DOTS_PER_INCH asks for others where they are for a screen, which takes a third of the time. */
function dotsAsked(): number {
  const asked = process.env.OSTEON_DOTS_PER_INCH ?? JOURNAL_DPI;
  if (/^[1-9]\d{1,3}$/.test(asked)) return Number(asked);
  throw new Stop(EXIT.usage, `OSTEON_DOTS_PER_INCH is ${asked}: give a whole number from 10 to 9999, such as 600.`);
}

/** Whether results are of the charts that the study's paper is about. */
export const isOwnCohort = ({ ownCharts }: StudyLock, { inputs }: Pick<Results, "inputs">): boolean =>
  (inputs.chartsHash ?? inputs.freezeHash) === ownCharts;

/** What may be asked of a report. */
export interface AskedOfReport {
  /** Lay printed numbers beside those of other charts, too. */
  readonly besidePublished?: boolean | undefined;
  readonly language?: Language | undefined;
}

/** What a report of these results is made from; printed numbers stand beside other children's only where that was asked for. */
export function reportInput(study: StudyLock, results: Results, asked: AskedOfReport = {}): ReportInput {
  const { besidePublished = false, language = "en" } = asked;
  const { protocol, published, cited } = study;
  const isOwn = isOwnCohort(study, results);
  const comparisons = isOwn || besidePublished ? comparePublished(published, indexResults(results.results)) : [];
  const english: ReportInput = {
    protocol,
    outline: outlineOf(study),
    results,
    comparisons,
    cited,
    isOwnCohort: isOwn,
    hasPaper: published.length > 0,
    inR: callsIn(protocol, results),
    language: "en",
  };
  return language === "de" ? inGerman(english, germanOf(study)) : english;
}

/** The calls of results by their ids. */
function callsIn(protocol: StudyLock["protocol"], { results }: Results): NonNullable<ReportInput["inR"]> {
  const rows = indexResults(results);
  return (id) => {
    const row = rows.get(id);
    return row && rCall(protocol, row);
  };
}

/**
 * Writes the report into a new folder: page, Word document, figures, tables, and the results as they are, in the words of
 * `results.json`, which stands beside the folder. Pictures of so many dots per inch as journals ask for, where nothing else is said.
 */
export async function publishInto(
  input: ReportInput,
  results: Results,
  directory: string,
  bar: Progress,
  dotsPerInch = dotsAsked(),
): Promise<void> {
  const { comparisons } = input;
  const report = drawReport(input);
  const figures = drawnFigures(report);
  const tables = [...drawnTables(report), ...(comparisons.length === 0 ? [] : [report.comparison])];
  const steps = figures.length + 2;
  await mkdir(join(directory, "figures"), { recursive: true });
  await mkdir(join(directory, "tables"));
  for (const [index, { id, svg }] of figures.entries()) {
    await writeFile(join(directory, "figures", `${id}.svg`), svg);
    await writeFile(join(directory, "figures", `${id}.png`), renderPng(svg, dotsPerInch));
    bar.step(index + 1, steps, id);
  }
  for (const table of tables) {
    await writeFile(join(directory, "tables", `${table.id}.csv`), tableCsv(table));
  }
  await writeFile(join(directory, "results.csv"), resultsCsv(results));
  await writeFile(join(directory, "index.html"), reportHtml(input));
  bar.step(steps - 1, steps, "index.html");
  await writeFile(
    join(directory, "report.docx"),
    await reportDocx(input, ({ svg }) => renderPng(svg, dotsPerInch / 2)),
  );
  bar.step(steps, steps, "report.docx");
}
