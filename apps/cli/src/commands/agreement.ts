import { WEIGHTINGS } from "@osteon/questions/choices";
import { type Command, Option } from "commander";
import { answering } from "../data-options/answering.ts";
import { OF_ANSWER, OF_ROWS, withDataOptions } from "../data-options/data-options.ts";
import { sayWithoutEffect } from "../data-options/without-effect.ts";

const MORE = `
A row is a subject and each of --raters a column of its ratings; or a row is one rating, its subject and rater named by --subject and
--rater. Texts, whole numbers of two values and what --factor names are categories: Cohen's kappa of two raters, Fleiss' and the
free-marginal kappa of any number, missing ratings among them. Other numbers give the intraclass correlation in its six forms, by
the names of McGraw and Wong and of Shrout and Fleiss, and of two raters the limits of agreement of Bland and Altman.
Weighted kappa needs the order of the categories: that of numbers, or of --categories. Without --weighting every kind that fits is
shown, with it that one alone.

Examples:
  osteon agreement lung.csv --raters ph.karno,pat.karno
  osteon agreement lung.csv --raters ph.karno,pat.karno --form 'ICC(A,1)'
  osteon agreement readers.csv --raters first,second --categories none,mild,severe --weighting quadratic
  osteon agreement readings.csv --value lesion --subject child --rater reader`;

/** `osteon agreement`: kappa, intraclass correlation, limits of agreement. */
export function addAgreement(program: Command, finish: (code: number) => void): void {
  const command = program
    .command("agreement")
    .description("how far raters or methods agree: kappa, intraclass correlation, limits of agreement")
    .argument("<file>", ".csv, .tsv, .parquet, or .json (Dataset-JSON)")
    .option("--raters <columns>", "a column for each rater, separated by commas")
    .option("--value <column>", "the ratings, where each row is one")
    .option("--subject <column>", "who is rated, with --value")
    .option("--rater <column>", "who rates, with --value")
    .option("--categories <list>", "every category in its order, also one that nobody used")
    .addOption(new Option("--weighting <kind>", "weights of Cohen's kappa").choices(WEIGHTINGS))
    .option("--form <names>", "forms of the intraclass correlation, separated by commas: ICC2 or ICC(A,1)")
    .option("--numeric <columns>", "numbers of two values that are no categories, separated by commas");
  withDataOptions(command, ["factor", "count", "level", ...OF_ROWS, ...OF_ANSWER])
    .addHelpText("after", MORE)
    .action(answering("agreement", finish));
  sayWithoutEffect(command);
}
