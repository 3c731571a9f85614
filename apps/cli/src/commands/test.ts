import { DEFAULTS, PAIR_ADJUSTMENTS, SHARE_LIMIT_NAMES } from "@osteon/questions/choices";
import { type Command, Option } from "commander";
import { answering } from "../data-options/answering.ts";
import { OF_ANSWER, OF_ROWS, withDataOptions } from "../data-options/data-options.ts";
import { sayWithoutEffect } from "../data-options/without-effect.ts";

const MORE = `
--group compares the groups of a column: numbers by means and by ranks, categories by their counts; two groups also with differences,
ratios, odds and the number needed, of the last category. Without --group the column is described alone, shares with limits.
--pair COLUMN compares two columns of the same subjects; with --group it is the column whose rows belong together, such as an id:
paired t, signed rank, McNemar, and of more than two groups Friedman or Cochran's Q. --with COLUMN correlates.
--strata adds Mantel and Haenszel's test; --person-time gives events per time. --test chooses by name, or all that fit:
  numbers in groups     welch student wilcoxon wilcoxon-plain wilcoxon-exact ks variance-ratio
                        anova welch-anova kruskal levene brown-forsythe bartlett fligner
  categories in groups  chi-square yates fisher trend linear
  pairs of numbers      paired-t signed-rank signed-rank-plain signed-rank-exact sign
  pairs of categories   mcnemar mcnemar-plain mcnemar-exact bowker
  correlations          pearson spearman spearman-exact kendall kendall-exact
  two groups of several (--pairwise)  those of two groups, and pooled: a t test with the variance of all groups
Groups and categories stand in the order of their numbers or letters; --levels sets another, and with it who is first.

Examples:
  osteon test lung.csv --value age --group sex
  osteon test lung.csv --value ph.ecog --factor ph.ecog --group sex --test chi-square,linear
  osteon test sleep.csv --value extra --group group --pair ID
  osteon test plants.csv --value weight --group group --pairwise holm --test pooled
  osteon test admissions.csv --value Admit --group Gender --count Freq --strata Dept`;

/** `osteon test`: a column compared between groups, pairs or another column. */
export function addTest(program: Command, finish: (code: number) => void): void {
  const command = program
    .command("test")
    .description("compare a column between groups, pairs or another column: description, tests, estimates with limits")
    .argument("<file>", ".csv, .tsv, .parquet, or .json (Dataset-JSON)")
    .requiredOption("--value <column>", "what is compared")
    .option("--group <column>", "the groups")
    .option("--test <names>", "tests by name, separated by commas; all: every one that fits")
    .addOption(
      new Option("--pairwise <adjustment>", "every two of several groups, p adjusted").choices(PAIR_ADJUSTMENTS),
    )
    .option("--strata <columns>", "strata of Mantel and Haenszel's test, separated by commas")
    .option("--pair <column>", "the second value of each subject; with --group: the id by which rows belong together")
    .option("--with <column>", "the column it is correlated with")
    .option("--person-time <column>", "the value counts events: rates per so much time at risk")
    .addOption(
      new Option("--limits <method>", "limits of shares").choices(SHARE_LIMIT_NAMES).default(DEFAULTS.test.limits),
    )
    .option("--numeric <columns>", "numbers that look like codes and are none, separated by commas");
  withDataOptions(command, ["factor", "levels", "count", "level", ...OF_ROWS, ...OF_ANSWER])
    .addHelpText("after", MORE)
    .action(answering("test", finish));
  sayWithoutEffect(command);
}
