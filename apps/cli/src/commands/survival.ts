import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Problem } from "@osteon/codebook";
import { renderPng } from "@osteon/publish/png";
import { EXIT } from "@osteon/run";
import type { ConfidenceType, CoxTies } from "@osteon/stats";
import { type Command, InvalidArgumentError, Option } from "commander";
import { causesOf } from "../data-analysis/causes.ts";
import { competingAnswer } from "../data-analysis/competing-answer.ts";
import { sayCompeting } from "../data-analysis/competing-text.ts";
import { refuseInVain } from "../data-analysis/options-in-vain.ts";
import { readDataFile } from "../data-analysis/read-data-file.ts";
import { rowsWhere } from "../data-analysis/rows-where.ts";
import { survivalAnswer } from "../data-analysis/survival-answer.ts";
import type { SurvivalChoices } from "../data-analysis/survival-choices.ts";
import { survivalFigure } from "../data-analysis/survival-figure.ts";
import { saySurvival } from "../data-analysis/survival-text.ts";
import { type SurvivalNames, survivalVariables } from "../data-analysis/survival-variables.ts";
import { say, sayJson, tell } from "../terminal/say.ts";
import { shareOf } from "../terminal/share-option.ts";
import { showProblems } from "../terminal/show-problems.ts";

interface Options extends SurvivalNames {
  readonly ties: CoxTies;
  readonly confType: string;
  readonly level: number;
  readonly times?: readonly number[];
  readonly rmst?: number;
  readonly where: readonly string[];
  readonly timeLabel?: string;
  readonly out?: string;
  readonly json?: true;
}

const CONF_TYPES = ["log-log", "log", "plain", "logit", "arcsin"];

const MORE = `
Columns of numbers stay numbers, columns of text and those of --factor become factors against their first level in code-point order.
Events are 0/1, false/true, or 1/2 (2 is the event), as the whole file has them; --event COLUMN=CODE names another, and every other
code is then censored. CDISC ADTTE (AVAL, CNSR) needs neither --time nor --event. A name with a comma may stand in quotation marks.
--reference says what the other levels of a factor are compared with, --per platelets=100 gives ratios per 100.
With --id the rows of a subject count once in n; where one has several events limits and comparison are robust.
An option that would do nothing is refused.

Examples:
  osteon survival adtte.json --group TRTA --out out/adtte
  osteon survival lung.csv --time time --event status --group sex --covariates age,ph.ecog --times 365,730
  osteon survival pbc.csv --time time --event status=2 --covariates age,stage --factor stage --reference stage=4
  osteon survival cgd.csv --start tstart --time tstop --event status --group treat --covariates treat --id id`;

/** `osteon survival`: curves, comparison and regression of any file with a time and an event. */
export function addSurvival(program: Command, finish: (code: number) => void): void {
  program
    .command("survival")
    .description(
      "survival analysis of a CSV, Parquet or CDISC Dataset-JSON file: curves, log-rank test, Cox regression, figure",
    )
    .argument("<file>", ".csv, .parquet, or .json (Dataset-JSON)")
    .option("--time <column>", "time to the event or to the end of observation")
    .option("--event <column>", "whether the event came; COLUMN=CODE: which code is the event")
    .option("--start <column>", "delayed entry, or start of a stretch of follow-up")
    .option("--group <column>", "one curve for each value, compared by the log-rank test")
    .option("--covariates <columns>", "of the Cox regression, separated by commas")
    .option("--strata <columns>", "strata of comparison and regression, separated by commas")
    .option(
      "--competing",
      "the event is 0 or the number of a cause: incidences, Gray's test, Fine and Gray's regression",
    )
    .option("--factor <columns>", "covariates of numbers that are codes: factors, separated by commas")
    .option(
      "--reference <level>",
      "COLUMN=LEVEL: what the other levels of a factor are compared with; may be repeated",
      (text, all: readonly string[]) => [...all, text],
      [],
    )
    .option("--count <column>", "how many subjects a row stands for")
    .option("--per <sizes>", "COLUMN=SIZE: ratios per so much of a covariate, such as platelets=100")
    .option("--id <column>", "subjects with several rows: n, limits, comparison and variance by them")
    .addOption(
      new Option("--ties <rule>", "events on one time in the regression")
        .choices(["efron", "breslow", "exact"])
        .default("efron"),
    )
    .addOption(new Option("--conf-type <scale>", "limits of the curve").choices(CONF_TYPES).default("log-log"))
    .option("--level <share>", "confidence level", shareOf, 0.95)
    .option("--times <list>", "survival at these times, separated by commas", numbers)
    .option("--rmst <time>", "mean survival time up to here; with --competing the time lost to each cause", positive)
    .option(
      "--where <condition>",
      "COLUMN=VALUE: only these rows; may be repeated",
      (text, all: readonly string[]) => [...all, text],
      [],
    )
    .option("--time-label <text>", "what stands under the axis of the figure")
    .option("--out <folder>", "write survival.json there, and the curves as survival.svg and survival.png")
    .option("--json", "answer in JSON")
    .addHelpText("after", MORE)
    .action((file: string, options: Options, command: Command) => {
      refuseInVain(options, (name) => command.getOptionValueSource(name) === "cli");
      return analyse(file, options, finish);
    });
}

async function analyse(file: string, options: Options, finish: (code: number) => void): Promise<void> {
  const read = await readDataFile(file);
  const refuse = (problems: readonly Problem[]) => {
    showProblems(problems, options.json === true);
    finish(EXIT.problems);
  };
  if (!read.ok) return refuse(read.problems);
  const rows = rowsWhere(read.data, options.where);
  const problems: Problem[] = [];
  const variables = survivalVariables(rows, options, problems);
  const causes = options.competing ? causesOf(rows, variables.names.event, problems) : undefined;
  if (problems.length > 0) return refuse(problems);
  const choices: SurvivalChoices = {
    confType: options.confType === "arcsin" ? "arcsine" : (options.confType as ConfidenceType),
    level: options.level,
    ties: options.ties,
    times: options.times ?? [],
    rmst: options.rmst,
  };
  if (causes !== undefined) {
    const answer = competingAnswer(variables, causes, choices);
    if (options.json === true) sayJson(answer);
    else sayCompeting(answer, choices);
    return options.out === undefined ? undefined : write(options, { "survival.json": jsonText(answer) });
  }
  const answer = survivalAnswer(variables, choices);
  if (options.json === true) sayJson(answer);
  else saySurvival(answer, variables, choices);
  if (options.out === undefined) return;
  const svg = survivalFigure(variables, answer, choices, options.timeLabel);
  await write(options, {
    "survival.svg": svg,
    "survival.png": renderPng(svg, 600),
    "survival.json": jsonText(answer),
  });
}

const jsonText = (answer: unknown): string => `${JSON.stringify(answer, null, 2)}\n`;

/** Files into the folder asked for, and a line that says so. */
async function write(
  { out = ".", json }: Options,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  await mkdir(out, { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(join(out, name), content);
  (json === true ? tell : say)(`\nWrote ${Object.keys(files).join(", ")} into ${out}`);
}

function numbers(text: string): readonly number[] {
  const values = text.split(",").map(Number);
  if (values.every((value) => value >= 0 && Number.isFinite(value))) return values;
  throw new InvalidArgumentError("Write numbers from 0, separated by commas.");
}

function positive(text: string): number {
  const value = Number(text);
  if (value > 0 && Number.isFinite(value)) return value;
  throw new InvalidArgumentError("Write a number above 0.");
}
