import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { EXIT } from "@osteon/run/exit-code";
import { LANGUAGES, type Language } from "@osteon/words";
import { type Command, Option } from "commander";
import { languageOption } from "../terminal/language-option.ts";
import { progressBar } from "../terminal/progress.ts";
import { bold, dim, say, sayJson, sayNotice } from "../terminal/say.ts";
import { showProblems } from "../terminal/show-problems.ts";
import { wholeDay } from "../terminal/whole-day.ts";

interface Options {
  readonly data?: string;
  readonly out: string;
  readonly besidePublished?: true;
  readonly language?: Language;
  readonly asOf?: string;
  readonly json?: true;
}

/** `osteon study run`: all stages, into one folder that appears whole or not at all. */
export function addStudy(program: Command, finish: (code: number) => void): void {
  const study = program.command("study").description("work with a whole study");
  addList(study);
  addNew(study);
  addLock(study, finish);
  addCheck(study, finish);
  study
    .command("run")
    .description("freeze, derive, tally, estimate and publish a study into one folder")
    .argument("<study>", "study folder or id")
    .option("--data <folder>", "chart folder; the study's own cohort without it")
    .requiredOption("--out <folder>", "new folder for everything the run writes")
    .option("--beside-published", "lay the numbers that the paper printed beside those of other charts, too")
    .addOption(languageOption())
    .option(
      "--as-of <date>",
      "the charts as they stood at the end of that day, 2025-12-31; later visits, results and drugs are not in it",
      wholeDay,
    )
    .option("--json", "answer in JSON")
    .addHelpText(
      "after",
      `
The folder then holds
  freeze/        charts as Parquet, with manifest and hash
  tables/        analysis tables as Parquet
  tallies.json   counts that every number comes from
  results.json   one row per number
  report/        index.html, report.docx, figures as SVG and PNG, tables as CSV, in the language asked for
  pages.json     the report as data, for the web; pages.de.json where the study offers German
With a problem in the charts every problem is listed, the exit code is 3, and the folder does not exist.`,
    )
    .action(async (name: string, options: Options) => {
      const { mustBeNew, noticeIn, readStudy, reportInput, runInto, titleIn } = await import("@osteon/run");
      const { headlineText } = await import("../headline-text.ts");
      const read = await readStudy(name);
      const out = mustBeNew(options.out);
      const { besidePublished, language = "en", asOf } = options;
      const asked = { besidePublished, language, asOf, bars: progressBar };
      const outcome = await runInto(read, resolve(options.data ?? read.cohort), out, asked);
      const json = options.json === true;
      if (!outcome.ok) {
        await showProblems(outcome.problems, json, language);
        return finish(EXIT.problems);
      }
      const { results } = outcome.run;
      if (json)
        return sayJson({
          ok: true,
          directory: options.out,
          inputs: results.inputs,
          results: results.results.length,
          queries: outcome.run.queries,
        });
      say(bold(titleIn(read, language)));
      sayNotice(noticeIn(read, results.inputs.notice, language));
      say(headlineText(reportInput(read, results, asked)));
      say(dim(`${results.results.length} results; report in ${options.out}/report/index.html`));
    });
}

function addList(study: Command): void {
  study
    .command("list")
    .description("the studies that come with Osteon")
    .option("--json", "answer in JSON")
    .action(async (options: { json?: true }) => {
      const { readStudy, studyIds } = await import("@osteon/run");
      const studies = await Promise.all(
        studyIds().map(async (id) => ({ id, title: (await readStudy(id)).protocol.title })),
      );
      if (options.json === true) return sayJson({ studies });
      for (const { id, title } of studies) say(`${bold(id)}  ${title}`);
    });
}

function addNew(study: Command): void {
  study
    .command("new")
    .description("write a study to begin with: a small one with comments that teach, or what another study says")
    .argument("<folder>", "new folder; its name is the id of the study")
    .option("--from <study>", "study folder or id to begin from")
    .option("--json", "answer in JSON")
    .action(async (folder: string, options: { from?: string; json?: true }) => {
      const { LOCK_FILE, lockStudy, lockText, newStudy } = await import("@osteon/run");
      const { id, folder: into } = await newStudy(folder, options.from);
      await writeFile(join(into, LOCK_FILE), lockText(await lockStudy(into)));
      if (options.json === true) return sayJson({ ok: true, id, folder: into });
      say(`${bold(id)} is in ${folder}. Next:`);
      say(`  osteon study check ${folder}`);
      say(`  osteon study run ${folder} --data <charts> --out <new folder>`);
    });
}

function addLock(study: Command, finish: (code: number) => void): void {
  study
    .command("lock")
    .description(
      "check a study's modules and write what they say into study.lock.json, the only file that a run reads; nothing where something is wrong",
    )
    .argument("<study>", "study folder or id")
    .option("--json", "answer in JSON")
    .action(async (name: string, options: { json?: true }) => {
      const { evaluated, LOCK_FILE, lockText, problemsOfLock, studyFolder } = await import("@osteon/run");
      const folder = studyFolder(name);
      const study = await evaluated(folder);
      const problems = study.ok ? await problemsOfLock(folder, study.value) : study.problems;
      if (!study.ok || problems.length > 0) {
        await showProblems(problems, options.json === true);
        return finish(EXIT.problems);
      }
      const lock = study.value;
      const file = join(folder, LOCK_FILE);
      await writeFile(file, lockText(lock));
      if (options.json === true) return sayJson({ ok: true, file });
      say(`${lock.protocol.id} ${lock.protocol.version} is locked in ${file}`);
    });
}

function addCheck(study: Command, finish: (code: number) => void): void {
  study
    .command("check")
    .description("say what is wrong with a study before any chart is read, and whether its lock is of today")
    .argument("<study>", "study folder or id")
    .addOption(
      new Option("--language <language>", "list what the report shows and lacks in it, too").choices(LANGUAGES),
    )
    .option("--json", "answer in JSON")
    .action(async (name: string, options: { language?: Language; json?: true }) => {
      const { checkStudy, evaluated, studyFolder, withoutGerman } = await import("@osteon/run");
      const folder = studyFolder(name);
      const study = await evaluated(folder);
      const problems = study.ok
        ? [...(await checkStudy(folder, study.value)), ...(options.language === "de" ? withoutGerman(study.value) : [])]
        : study.problems;
      const json = options.json === true;
      if (problems.length > 0) {
        await showProblems(problems, json, options.language);
        return finish(EXIT.problems);
      }
      if (json) return sayJson({ ok: true, problems });
      say(`Nothing is wrong with ${name}.`);
    });
}
