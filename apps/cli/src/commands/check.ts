import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import type { BoundNumber } from "@osteon/paper";
import { EXIT, Stop } from "@osteon/run/exit-code";
import type { Language } from "@osteon/words";
import type { Command } from "commander";
import { problemLanguageOption } from "../terminal/language-option.ts";
import { say, sayJson, tell } from "../terminal/say.ts";
import { showProblems } from "../terminal/show-problems.ts";

interface Options {
  readonly results?: string;
  readonly older: readonly string[];
  readonly html?: string;
  readonly json?: true;
  readonly language: Language;
}

const MORE = `
Findings are impossible (arithmetic alone excludes them), inconsistent (two places exclude each other) or queries (a
reader must decide). The exit code is 4 where something is impossible or inconsistent, or where a number is not what the
results say.

Examples:
  osteon check paper.pdf --html checked.html
  osteon check manuscript.docx --results out/run/results.json --older out/last-year/results.json`;

/** `osteon check`: a paper's printed numbers against each other, and against the study's results. */
export function addCheck(program: Command, finish: (code: number) => void): void {
  program
    .command("check")
    .description("report the printed numbers of a paper that contradict each other, or the study's own results")
    .argument("<file>", ".txt, .md, .html, .docx or .pdf")
    .option("--results <file>", "results.json: bind every printed number to the study's results")
    .option(
      "--older <file>",
      "results.json of an older freeze, to tell stale numbers; may be repeated",
      (file, all: readonly string[]) => [...all, file],
      [],
    )
    .option("--html <file>", "write the paper there, with the findings beside it")
    .addOption(problemLanguageOption())
    .option("--json", "answer in JSON")
    .addHelpText("after", MORE)
    .action(async (file: string, options: Options) => {
      const { annotatedHtml, checkPaper, readPaper } = await import("@osteon/paper");
      const { sayBound, sayChecked } = await import("../paper/say-checked.ts");
      const name = basename(file);
      const bytes = await readFile(file).catch(() => undefined);
      if (bytes === undefined) throw new Stop(EXIT.notFound, `${file}: no such file.`);
      const read = await readPaper(bytes, name);
      if (!read.ok) {
        await showProblems(read.problems, options.json === true, options.language);
        finish(EXIT.problems);
        return;
      }
      const checked = checkPaper(read.text);
      const bound =
        options.results === undefined
          ? undefined
          : await (await import("@osteon/run")).boundToResults(read.text, options.results, options.older);
      if (options.html !== undefined) {
        await mkdir(dirname(options.html), { recursive: true });
        await writeFile(options.html, annotatedHtml(name, read.text, checked));
      }
      if (options.json === true) sayJson(bound === undefined ? checked : { ...checked, bound });
      else {
        sayChecked(name, checked);
        if (bound !== undefined) sayBound(bound);
      }
      if (options.html !== undefined) (options.json === true ? tell : say)(`\nWrote ${options.html}`);
      const differs = bound?.numbers.some(({ status }: BoundNumber) => status !== "equal") ?? false;
      if (differs || checked.findings.some((finding) => finding.class !== "query")) finish(EXIT.differs);
    });
}
