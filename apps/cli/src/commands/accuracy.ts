import { ACCURACY_LIMITS, DEFAULTS } from "@osteon/questions/choices";
import { type Command, Option } from "commander";
import { answering } from "../data-options/answering.ts";
import { OF_ANSWER, OF_ROWS, withDataOptions } from "../data-options/data-options.ts";
import { numberList, share } from "../data-options/option-values.ts";
import { sayWithoutEffect } from "../data-options/without-effect.ts";

const MORE = `
The truth is a column of 0/1, false/true, no/yes or 1/2, or COLUMN=CODE: that code is who has it. --result is a test that is positive
or negative, read alike; --score are numbers, of which one is shown with its cut-offs and several are compared on the same subjects.
Predictive values are those of the sample; --prevalence gives them where another share has it.

Examples:
  osteon accuracy visits.csv --truth active --result crp_raised=yes
  osteon accuracy lung.csv --truth status=2 --score age,wt.loss
  osteon accuracy lung.csv --truth status=2 --score ph.karno --low --cut-off 70,80 --prevalence 0.3`;

/** `osteon accuracy`: sensitivity and its kin, ROC curves. */
export function addAccuracy(program: Command, finish: (code: number) => void): void {
  const command = program
    .command("accuracy")
    .description("what a test or a score is worth beside the truth: sensitivity, likelihood ratios, ROC curves")
    .argument("<file>", ".csv, .tsv, .parquet, or .json (Dataset-JSON)")
    .requiredOption("--truth <column>", "who has it; COLUMN=CODE: which code")
    .option("--result <column>", "a test that is positive or negative; COLUMN=CODE: which code is positive")
    .option("--score <columns>", "scores, separated by commas")
    .option("--cut-off <list>", "cut-offs of a score, separated by commas", numberList)
    .option("--low", "low scores speak for it")
    .option("--prevalence <share>", "predictive values at this prevalence", share)
    .addOption(
      new Option("--limits <method>", "limits of shares").choices(ACCURACY_LIMITS).default(DEFAULTS.accuracy.limits),
    );
  withDataOptions(command, ["count", "level", ...OF_ROWS, ...OF_ANSWER])
    .addHelpText("after", MORE)
    .action(answering("accuracy", finish));
  sayWithoutEffect(command);
}
