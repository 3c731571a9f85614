import type { Command } from "commander";
import { answering } from "../data-options/answering.ts";
import { OF_ANSWER, OF_ROWS, withDataOptions } from "../data-options/data-options.ts";
import { repeated } from "../data-options/option-values.ts";
import { sayWithoutEffect } from "../data-options/without-effect.ts";

const MORE = `
Without --columns every column is shown but row names, ids and texts without end, which is said. Numbers are shown as median and
quartiles, --mean shows mean (SD); texts, few small whole numbers and what --factor or --levels names as n (%).
--test age=student names the test of a column, --test welch one for every column that it fits, --test none leaves p out; the names
are those of osteon test. Where nothing is named, numbers are compared by ranks, categories by chi-square, or exactly where an
expected count is below 5.

Examples:
  osteon table1 lung.csv --by sex
  osteon table1 lung.csv --by sex --overall --mean age --test age=welch --label age=Age --digits 1 --smd
  osteon table1 lung.csv --by sex --columns age,ph.ecog --levels ph.ecog=3,2,1,0
  osteon table1 lung.csv --leave-out time`;

/** `osteon table1`: the characteristics of a file, by group or of all. */
export function addTableOne(program: Command, finish: (code: number) => void): void {
  const command = program
    .command("table1")
    .description("the table of characteristics by group, as a paper prints it")
    .argument("<file>", ".csv, .tsv, .parquet, or .json (Dataset-JSON)")
    .option("--by <column>", "the groups; without it one column of all")
    .option("--columns <list>", "only these columns, in this order, separated by commas")
    .option("--leave-out <columns>", "not these columns, separated by commas")
    .option("--overall", "a column of all groups together")
    .option("--test <name>", "COLUMN=TEST, a test for all columns that it fits, or none; may be repeated", repeated)
    .option("--mean <columns>", "mean (SD) in place of median and quartiles, separated by commas; all")
    .option("--digits <number>", "decimals: NUMBER, or COLUMN=NUMBER; may be repeated", repeated)
    .option("--label <text>", "COLUMN=TEXT: what stands for its name; may be repeated", repeated)
    .option("--smd", "standardised differences of the groups")
    .option("--numeric <columns>", "numbers that look like codes and are none, separated by commas");
  withDataOptions(command, ["factor", "levels", "count", ...OF_ROWS, ...OF_ANSWER], {
    out: "write table1.csv there",
  })
    .addHelpText("after", MORE)
    .action(answering("table1", finish));
  sayWithoutEffect(command);
}
