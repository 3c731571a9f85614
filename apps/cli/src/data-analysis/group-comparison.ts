import { type ComparisonFamily, dummies, robustScoreTest, weightedLogRankTest } from "@osteon/stats";
import { rowsText } from "../terminal/text-table.ts";
import { why } from "./reasons.ts";
import { orNull, type SurvivalChoices } from "./survival-choices.ts";
import type { Curves } from "./survival-curves.ts";
import type { SurvivalVariables } from "./survival-variables.ts";

const LOG_RANK: ComparisonFamily = { family: "log-rank" };

/**
 * The comparison of the groups: the log-rank test; where a subject has several events, which that test takes for independent, the
 * robust score test.
 */
export function comparisonAnswer(variables: SurvivalVariables, { ties }: SurvivalChoices, curves: Curves) {
  const { time, event, start, group, stratum, id, count } = variables;
  if (group === undefined) return undefined;
  const columns = { time, event, ...(start && { start }), ...(stratum && { stratum }), ...(count && { n: count }) };
  const robust = id !== undefined && curves.repeated;
  const test = robust
    ? robustScoreTest(
        {
          ...columns,
          cluster: id,
          covariates: dummies(
            "group",
            group.map((name) => (name === null ? null : String(name))),
          ),
        },
        ties === "breslow" ? "breslow" : "efron",
      )
    : weightedLogRankTest({ ...columns, group }, LOG_RANK);
  const name = robust ? "Robust score test" : "Log-rank test";
  return {
    answer: {
      ...{ test: name, chi2: orNull(test.chi2), df: test.df, p: orNull(test.p) },
      ...(!test.chi2.estimable && { because: test.chi2.because }),
    },
    notes: [
      ...(robust
        ? [`Some ${variables.names.id} has more than one event: the groups are compared by the robust score test.`]
        : []),
      ...(test.chi2.estimable ? [] : [`The groups cannot be compared: ${why(test.chi2.because)}.`]),
      ...(stratum !== undefined && test.missing > curves.missing
        ? [`${rowsText(test.missing)} left out of the comparison: the stratum is missing.`]
        : []),
    ],
  };
}
