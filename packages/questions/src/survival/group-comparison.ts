import {
  type ComparisonFamily,
  dummies,
  type Estimate,
  logRankTrend,
  pairwiseLogRank,
  robustScoreTest,
  weightedLogRankTest,
} from "@osteon/stats";
import { Refusal } from "../refusal.ts";
import { rowsText } from "../shown/number-text.ts";
import { why } from "../shown/reasons.ts";
import { orNull, type SurvivalChoices } from "./survival-choices.ts";
import { type Curves, columnsOf } from "./survival-curves.ts";
import type { SurvivalVariables } from "./survival-variables.ts";

/** What each family is called; the log-rank test by its own name. */
export function testName(family: ComparisonFamily): string {
  switch (family.family) {
    case "log-rank":
      return "Log-rank test";
    case "gehan":
      return "Gehan-Breslow-Wilcoxon test (weight: number at risk)";
    case "tarone-ware":
      return "Tarone-Ware test (weight: root of the number at risk)";
    case "peto":
      return "Peto-Peto test (weight: Peto's survival estimate)";
    case "modified-peto":
      return "modified Peto-Peto test (weight: that estimate times r / (r + 1))";
    case "g-rho":
      return `G-rho test (weight: S(t-)^${family.rho})`;
    case "fleming-harrington":
      return `Fleming-Harrington test (weight: S(t-)^${family.p} (1 - S(t-))^${family.q})`;
  }
}

/**
 * The comparison of the groups: the log-rank test or one of its family; where a subject has several events, which these take for
 * independent, or weights are not whole, the robust score test. Trend and pairs beside it where they are asked for.
 */
export function comparisonAnswer(variables: SurvivalVariables, choices: SurvivalChoices, curves: Curves) {
  const { group, stratum, id, groupOrder } = variables;
  if (group === undefined) return undefined;
  const { family, trend, pairwise } = choices;
  const robust = (id !== undefined && curves.repeated) || variables.fractional;
  if (robust) requireNoFamily(variables, choices);
  const columns = { ...columnsOf(variables), ...(stratum && { stratum }), group };
  const test = robust ? robustTest(variables, choices) : weightedLogRankTest(columns, family);
  const name = robust ? "Robust score test" : testName(family);
  const order = groupOrder ?? curves.curves.map(({ group: own }) => own);
  const scores = Object.fromEntries(order.map((own, at) => [own, at + 1]));
  const along = trend ? logRankTrend(columns, scores, family) : undefined;
  const place = (own: string) => order.indexOf(own);
  const pairs =
    pairwise === undefined
      ? undefined
      : pairwiseLogRank(columns, pairwise, family)
          .map((pair) => ({ ...pair, groups: pair.groups.toSorted((a, b) => place(a) - place(b)) }))
          .sort(
            ({ groups: [a = "", b = ""] }, { groups: [c = "", d = ""] }) => place(a) - place(c) || place(b) - place(d),
          );
  return {
    answer: { test: name, ...testAnswer(test) },
    ...(along && { trend: { scores, z: orNull(along.z), ...testAnswer({ ...along, df: 1 }) } }),
    ...(pairs && {
      pairs: pairs.map(({ groups, test: own, adjusted }) => ({
        ...{ between: groups, ...testAnswer(own), adjusted: orNull(adjusted) },
      })),
    }),
    notes: [
      ...(robust ? [robustReason(variables)] : []),
      ...(test.chi2.estimable ? [] : [`The groups cannot be compared: ${why(test.chi2.because)}.`]),
      ...(along && !along.chi2.estimable ? [`The trend is not estimable: ${why(along.chi2.because)}.`] : []),
      ...(along ? [`Trend over ${order.map((own, at) => `${own} (${at + 1})`).join(", ")}.`] : []),
      ...(pairs?.flatMap(({ groups, test: own }) =>
        own.chi2.estimable ? [] : [`${groups.join(" and ")} cannot be compared: ${why(own.chi2.because)}.`],
      ) ?? []),
      ...(stratum !== undefined && test.missing > curves.missing
        ? [`${rowsText(test.missing)} left out of the comparison: the stratum is missing.`]
        : []),
    ],
  };
}

const robustReason = ({ names, fractional }: SurvivalVariables): string =>
  fractional
    ? "Some weight is not whole: the groups are compared by the robust score test."
    : `Some ${names.id} has more than one event: the groups are compared by the robust score test.`;

function requireNoFamily(variables: SurvivalVariables, { family, trend, pairwise }: SurvivalChoices): void {
  const asked = [
    ...(family.family === "log-rank" ? [] : ["--test"]),
    ...(trend ? ["--trend"] : []),
    ...(pairwise === undefined ? [] : ["--pairwise"]),
  ];
  const [reason] = robustReason(variables).split(":");
  if (asked.length > 0)
    throw new Refusal(
      "asked",
      `${asked.join(", ")}: ${reason}, which the log-rank test and its family have no form for.`,
    );
}

function robustTest(variables: SurvivalVariables, { ties }: SurvivalChoices) {
  const { group = [], stratum, id, time } = variables;
  const names = group.map((name) => (name === null ? null : String(name)));
  return robustScoreTest(
    {
      ...columnsOf(variables),
      ...(stratum && { stratum }),
      cluster: id ?? time.map((_, row) => row),
      covariates: dummies("group", names),
    },
    ties === "breslow" ? "breslow" : "efron",
  );
}

interface Tested {
  readonly chi2: Estimate;
  readonly df: number;
  readonly p: Estimate;
}

const testAnswer = ({ chi2, df, p }: Tested) => ({
  ...{ chi2: orNull(chi2), df, p: orNull(p) },
  ...(!chi2.estimable && { because: chi2.because }),
});
