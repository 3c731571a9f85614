import type { Cell, Tally } from "@osteon/engine";
import type { Protocol, SurvivalAnalysis } from "@osteon/protocol";
import {
  type ConfidenceType,
  type Estimate,
  type FollowUp,
  type KaplanMeier,
  kaplanMeier,
  logRankTest,
  medianFollowUp,
  riskTableAt,
  type Step,
  survivalAt,
  survivalQuantile,
} from "@osteon/stats";
import { groupNames, groupOf } from "./declared-groups.ts";
import { type Group, NOBODY, type Statistic } from "./rows-of.ts";

const LEVEL = 0.95;
/** The curve and its band use log-log limits; log and plain are given beside them where single numbers are read. */
const BAND: ConfidenceType = "log-log";
const OTHERS: readonly ConfidenceType[] = ["log", "plain"];
const FLAT = "r-print";

/**
 * Kaplan-Meier of each declared group, whether anybody is in it or not, and the log-rank test where there are groups.
 * Rows without a time are counted as missing.
 */
export function survival(tally: Tally, analysis: SurvivalAnalysis, protocol: Protocol): readonly Group[] {
  const by = analysis.by === undefined ? [] : [analysis.by];
  const known = tally.rows.filter(({ key }) => key.every((cell) => cell !== null));
  const rows = known.map(
    ({ key, n }): Followed => ({
      group: groupOf(key, by, protocol),
      time: Number(key[by.length]),
      event: key[by.length + 1] === 1 ? 1 : 0,
      n,
      key,
    }),
  );
  const names = groupNames(known, by, protocol);
  const groups = names.map((group) =>
    curve(
      group,
      rows.filter((row) => row.group === group),
      analysis,
    ),
  );
  return by.length === 0 ? groups : [...groups, comparison(rows, names)];
}

type Followed = FollowUp & { readonly group: string; readonly key: readonly Cell[] };

function curve(group: string, rows: readonly Followed[], analysis: SurvivalAnalysis): Group {
  const fit = kaplanMeier(rows, BAND, LEVEL);
  const inUnit = (estimate: Estimate): Estimate =>
    estimate.estimable ? { estimable: true, value: estimate.value / analysis.divisor } : estimate;
  const time = (statistic: string, estimate: Estimate, method: string): Statistic => ({
    statistic,
    value: inUnit(estimate),
    method,
    unit: analysis.unit,
  });
  const median = survivalQuantile(fit, 0.5, FLAT);
  const cell = ({ key }: Followed) => key;
  return {
    group,
    statistics: [
      { statistic: "n", value: fit.n, method: "count", cells: rows.map(cell) },
      {
        statistic: "events",
        value: fit.events,
        method: "count",
        cells: rows.filter(({ event }) => event === 1).map(cell),
      },
      time("median", median.value, `Kaplan-Meier, flat stretches by rule ${FLAT}`),
      time("median-lower", median.lower, "Brookmeyer-Crowley, log-log band, 95 %"),
      time("median-upper", median.upper, "Brookmeyer-Crowley, log-log band, 95 %"),
      ...OTHERS.flatMap((type) => {
        const quantile = survivalQuantile(kaplanMeier(rows, type, LEVEL), 0.5, FLAT);
        const method = `Brookmeyer-Crowley, ${type} band, 95 %`;
        return [
          time(`median-lower-${type}`, quantile.lower, method),
          time(`median-upper-${type}`, quantile.upper, method),
        ];
      }),
      time("median-follow-up", medianFollowUp(rows), "reverse Kaplan-Meier"),
      ...analysis.atDays.flatMap((day) => atDay(rows, day)),
      ...analysis.riskAtDays.flatMap((day) => riskColumn(fit, day)),
      ...fit.steps.flatMap((step) => stepStatistics(step, rows)),
    ],
  };
}

/** Who is at risk just before a day, and who has left before it; the three sum to n. */
function riskColumn(fit: KaplanMeier, day: number): readonly Statistic[] {
  const { atRisk, events, censored } = riskTableAt(fit, day);
  const of = (statistic: string, value: number): Statistic => ({
    statistic,
    value,
    at: day,
    method: "count before the day",
  });
  return [of("risk-at-risk", atRisk), of("risk-events", events), of("risk-censored", censored)];
}

function atDay(rows: readonly FollowUp[], day: number): readonly Statistic[] {
  return [BAND, ...OTHERS].flatMap((type, index) => {
    const at = survivalAt(kaplanMeier(rows, type, LEVEL), day);
    const suffix = index === 0 ? "" : `-${type}`;
    const limit = (statistic: string, value: Estimate): Statistic => ({
      statistic: `${statistic}${suffix}`,
      value,
      at: day,
      method: `${type} limits, 95 %`,
    });
    const probability: Statistic = { statistic: "survival", value: at.survival, at: day, method: "Kaplan-Meier" };
    return [
      ...(index === 0 ? [probability] : []),
      limit("survival-lower", at.lower),
      limit("survival-upper", at.upper),
    ];
  });
}

/** The curve itself, one set of rows for each day with an event or a censoring. */
function stepStatistics(step: Step, rows: readonly Followed[]): readonly Statistic[] {
  const at = step.time;
  const on = (event: 0 | 1) => rows.filter((row) => row.time === at && row.event === event).map(({ key }) => key);
  const count = (statistic: string, value: number, events: 0 | 1): Statistic => ({
    statistic,
    value,
    at,
    method: "count",
    cells: on(events),
  });
  return [
    { statistic: "step-at-risk", value: step.atRisk, at, method: "count just before the day" },
    count("step-events", step.events, 1),
    count("step-censored", step.censored, 0),
    { statistic: "step-survival", value: step.survival, at, method: "Kaplan-Meier" },
    { statistic: "step-lower", value: step.lower, at, method: "log-log limits, 95 %" },
    { statistic: "step-upper", value: step.upper, at, method: "log-log limits, 95 %" },
  ];
}

function comparison(rows: readonly Followed[], names: readonly string[]): Group {
  const test = logRankTest(rows);
  const expected = new Map(test.groups.map((group) => [group.group, group.expected]));
  return {
    group: "compared",
    statistics: [
      { statistic: "log-rank-chi2", value: test.chi2, method: "log-rank" },
      { statistic: "log-rank-df", value: test.df, method: "log-rank" },
      { statistic: "log-rank-p", value: test.p, method: "log-rank" },
      ...names.map((group) => ({
        statistic: `expected-${group}`,
        value: expected.get(group) ?? NOBODY,
        method: "log-rank, expected events",
      })),
    ],
  };
}
