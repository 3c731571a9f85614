import {
  CURVE_ADJUSTMENTS,
  CURVE_LIMITS,
  DEFAULTS,
  DURATION_UNITS,
  RECURRENT_MODELS,
  RESIDUAL_KINDS,
  TIES,
  TIME_DISTRIBUTIONS,
} from "@osteon/questions/choices";
import { type Command, Option } from "commander";
import { answering } from "../data-options/answering.ts";
import { withDataOptions } from "../data-options/data-options.ts";
import { familyOf, positive, timeList, wholeNumber } from "../data-options/option-values.ts";
import { sayWithoutEffect } from "../data-options/without-effect.ts";

const MORE = `
Columns of numbers stay numbers, columns of text and those of --factor become factors against their first level in code-point order.
Events are 0/1, false/true, no/yes, or 1/2 (2 is the event), as the whole file has them; --event COLUMN=CODE names another, and every
other code is then censored, or competes where --competes lists it. CDISC ADTTE (AVAL, CNSR) needs neither --time nor --event.
A name or a level with a comma stands in quotation marks. a:b among the covariates is the product of two, a*b both and their product.
With --id the rows of a subject count once in n; where one has several events limits and comparison are robust.
An option that would do nothing is refused.

Examples:
  osteon survival adtte.json --group TRTA --out out/adtte
  osteon survival lung.csv --time time --event status --group sex --covariates age,ph.ecog --times 365,730
  osteon survival pbc.csv --time time --event status=2 --covariates age,stage --factor stage --reference stage=4
  osteon survival pbc.csv --time time --event status=2 --competes 1 --group sex --where 'age >= 18' --times 1000
  osteon survival visits.csv --from diagnosed_on --to last_seen_on --unit months --event relapse=yes --group drug --pairwise holm
  osteon survival cgd.csv --start tstart --time tstop --event status --id id --group treat --mean-number --format docx --out out
  osteon survival lung.csv --time time --event status --covariates age,sex,age:sex --r`;

/** `osteon survival`: curves, comparison and regression of any file with a time and an event. */
export function addSurvival(program: Command, finish: (code: number) => void): void {
  const command = program
    .command("survival")
    .description(
      "survival analysis of a CSV, Parquet or CDISC Dataset-JSON file: curves, log-rank test, Cox regression, figure",
    )
    .argument("<file>", ".csv, .parquet, or .json (Dataset-JSON)")
    .option("--time <column>", "time to the event or to the end of observation")
    .option("--from <column>", "date at which the time begins, in place of --time")
    .option("--to <column>", "date of the event or of the end of observation")
    .addOption(
      new Option("--unit <unit>", "of the time between two dates; days where none is named").choices(DURATION_UNITS),
    )
    .option("--event <column>", "whether the event came; COLUMN=CODE: which code is the event")
    .option("--start <column>", "delayed entry, or start of a stretch of follow-up")
    .option("--interval <columns>", "LEFT,RIGHT: the event came between two visits; a blank RIGHT: not yet (Turnbull)")
    .option("--group <column>", "one curve for each value, compared by the log-rank test")
    .option("--covariates <columns>", "of the Cox regression, separated by commas; a:b and a*b are products")
    .option("--strata <columns>", "strata of comparison and regression, separated by commas")
    .option(
      "--competing",
      "the event is 0 or the number of a cause: incidences, Gray's test, Fine and Gray's regression",
    )
    .option("--competes <codes>", "codes that compete with that of --event COLUMN=CODE, separated by commas")
    .option("--id <column>", "subjects with several rows: n, limits, comparison and variance by them")
    .option("--landmark <time>", "only who is followed beyond this time, from it on", positive);
  withDataOptions(command, ["factor", "levels", "reference", "per", "count", "weights"])
    .option("--offset <column>", "added to the linear predictor of the regression as it stands")
    .addOption(
      new Option("--ties <rule>", "events on one time in the regression").choices(TIES).default(DEFAULTS.survival.ties),
    )
    .addOption(
      new Option("--conf-type <scale>", "limits of the curve")
        .choices(CURVE_LIMITS)
        .default(DEFAULTS.survival.confType),
    )
    .option("--times <list>", "survival at these times, separated by commas", timeList)
    .option("--rmst <time>", "mean survival time up to here; with --competing the time lost to each cause", positive)
    .option(
      "--test <family>",
      "comparison by log-rank, gehan, tarone-ware, peto, modified-peto, rho=1, or fh=0,1 (Fleming-Harrington)",
      familyOf,
    )
    .option("--trend", "trend over the groups in their order (--levels), scores 1, 2, 3, ...")
    .addOption(
      new Option("--pairwise <adjustment>", "every two groups, p adjusted for their number").choices(CURVE_ADJUSTMENTS),
    )
    .option("--hazard", "cumulative hazard by Nelson and Aalen, at --times")
    .option("--mean-number", "mean cumulative number of events of a subject (--id), at --times")
    .addOption(
      new Option("--recurrent <model>", "regression of recurrent events (--id, --start)").choices(RECURRENT_MODELS),
    )
    .option("--most-events <n>", "events of a subject that --recurrent looks at", wholeNumber)
    .addOption(new Option("--aft <distribution>", "accelerated failure time regression").choices(TIME_DISTRIBUTIONS))
    .option("--baseline", "baseline cumulative hazard of the regression")
    .addOption(new Option("--residuals <kind>", "residuals of the regression").choices(RESIDUAL_KINDS));
  withDataOptions(command, ["level", "where", "missing", "belowLimit", "aboveLimit"]).option(
    "--time-label <text>",
    "what stands under the axis of the figure",
  );
  withDataOptions(command, ["out", "format", "json", "r"], {
    out: "write survival.json there, and the curves as survival.svg and survival.png",
  })
    .addHelpText("after", MORE)
    .action(answering("survival", finish, ({ out }) => (out === undefined ? {} : { figure: true as const })));
  sayWithoutEffect(command);
}
