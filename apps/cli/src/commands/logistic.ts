import type { Command } from "commander";
import { answering } from "../data-options/answering.ts";
import { OF_ANSWER, OF_ROWS, withDataOptions } from "../data-options/data-options.ts";
import { sayWithoutEffect } from "../data-options/without-effect.ts";

const MORE = `
The outcome is a column of 0/1, false/true, no/yes or 1/2, or COLUMN=CODE: that code against every other. Columns of numbers stay
numbers, texts and what --factor or --levels names are factors against their first level, or that of --reference; a:b is the
interaction of two covariates, a*b all three. Odds ratios have limits from the profile of the likelihood, and Wald's; each term is
tested by leaving it out. Where the covariates separate the outcomes Firth's penalised estimates stand beside; --firth asks for them.

Examples:
  osteon logistic infert.csv --outcome case --covariates spontaneous,induced --factor induced
  osteon logistic infert.csv --outcome case --covariates age,education --reference 'education=12+ yrs' --per age=10
  osteon logistic lung.csv --outcome status=2 --covariates 'sex*age' --firth
  osteon logistic admissions.csv --outcome Admit=Admitted --covariates Gender,Dept --count Freq`;

/** `osteon logistic`: logistic regression of any file. */
export function addLogistic(program: Command, finish: (code: number) => void): void {
  const command = program
    .command("logistic")
    .description("logistic regression: odds ratios with profile and Wald limits, likelihood-ratio tests, Firth")
    .argument("<file>", ".csv, .tsv, .parquet, or .json (Dataset-JSON)")
    .requiredOption("--outcome <column>", "a yes or no; COLUMN=CODE: which code is yes")
    .requiredOption("--covariates <columns>", "separated by commas; a:b, a*b: interactions")
    .option("--firth", "Firth's penalised likelihood");
  withDataOptions(command, ["factor", "reference", "levels", "per", "count", "level", ...OF_ROWS, ...OF_ANSWER])
    .addHelpText("after", MORE)
    .action(answering("logistic", finish));
  sayWithoutEffect(command);
}
