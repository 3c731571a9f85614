import {
  type ComparisonFamily,
  eventTables,
  type KaplanMeier,
  kaplanMeierByGroup,
  meanSurvivalDifference,
  meanSurvivalTime,
  riskTableAt,
  survivalAt,
  survivalQuantile,
  weightedLogRankTest,
} from "@osteon/stats";
import { rowsText } from "../terminal/text-table.ts";
import { coxAnswer } from "./cox-answer.ts";
import { orNull, type SurvivalChoices } from "./survival-choices.ts";
import type { SurvivalVariables } from "./survival-variables.ts";

/** The median rule of `print(survfit)`, which R's users know from their output. */
const RULE = "r-print";

const LOG_RANK: ComparisonFamily = { family: "log-rank" };

export type SurvivalAnswer = ReturnType<typeof survivalAnswer>;

/** Everything that `osteon survival` says, as one object: curves by group, comparison, regression, notes. */
export function survivalAnswer(variables: SurvivalVariables, choices: SurvivalChoices) {
  const { time, event, start, group, stratum } = variables;
  const base = { time, event, ...(start && { start }) };
  const tables = eventTables(group === undefined ? base : { ...base, group });
  const curves = kaplanMeierByGroup(tables, undefined, choices.confType, choices.level);
  const compared = group === undefined ? undefined : { ...base, group, ...(stratum && { stratum }) };
  const test = compared && weightedLogRankTest(compared, LOG_RANK);
  const cox = variables.covariates.length === 0 ? undefined : coxAnswer(variables, choices);
  const [first, second] = curves;
  const difference =
    choices.rmst === undefined || curves.length !== 2 || first === undefined || second === undefined
      ? undefined
      : meanSurvivalDifference(second.curve, first.curve, choices.rmst, choices.level);
  return {
    km: curves.map((one) => curveAnswer(one.group, one.curve, choices)),
    logRank: test === undefined ? null : { chi2: orNull(test.chi2), df: test.df, p: orNull(test.p) },
    ...(difference && {
      rmstDifference: {
        between: [second?.group, first?.group],
        value: orNull(difference.difference),
        stdError: orNull(difference.stdError),
        lower: orNull(difference.lower),
        upper: orNull(difference.upper),
        p: orNull(difference.p),
      },
    }),
    cox: cox?.answer ?? null,
    notes: [...variables.notes, ...curves.flatMap(emptiedNote), ...notesOf(tables, test), ...(cox?.notes ?? [])],
  };
}

function curveAnswer(group: string, curve: KaplanMeier, { times, rmst, level }: SurvivalChoices) {
  const median = survivalQuantile(curve, 0.5, RULE);
  const mean = rmst === undefined ? undefined : meanSurvivalTime(curve, rmst, level);
  return {
    group,
    n: curve.n,
    events: curve.events,
    median: { value: orNull(median.value), lower: orNull(median.lower), upper: orNull(median.upper), rule: RULE },
    ...(times.length > 0 && {
      times: times.map((at) => {
        const { survival, lower, upper } = survivalAt(curve, at);
        const { atRisk, events, censored } = riskTableAt(curve, at);
        const chance = { survival: orNull(survival), lower: orNull(lower), upper: orNull(upper) };
        return { time: at, atRisk, eventsBefore: events, censoredBefore: censored, ...chance };
      }),
    }),
    curve: curve.steps.map((step) => ({
      time: step.time,
      atRisk: step.atRisk,
      events: step.events,
      censored: step.censored,
      survival: step.survival,
      stdError: step.stdError,
      lower: orNull(step.lower),
      upper: orNull(step.upper),
    })),
    rmst: mean === undefined ? null : { until: mean.until, ...valuesOf(mean) },
  };
}

const valuesOf = (mean: ReturnType<typeof meanSurvivalTime>) => ({
  value: orNull(mean.value),
  stdError: orNull(mean.stdError),
  lower: orNull(mean.lower),
  upper: orNull(mean.upper),
});

/** Trap of delayed entry: a risk set that empties early. */
function emptiedNote({ group, curve }: { readonly group: string; readonly curve: KaplanMeier }): readonly string[] {
  if (curve.emptiedAt === undefined) return [];
  return [
    `${group}: at ${curve.emptiedAt} the only one at risk has the event, so the curve is 0 from there; later entries do not count.`,
  ];
}

function notesOf(
  { missing, mergedTimes }: ReturnType<typeof eventTables>,
  test: ReturnType<typeof weightedLogRankTest> | undefined,
): readonly string[] {
  return [
    ...(missing > 0 ? [`${rowsText(missing)} left out: time, event or group is missing.`] : []),
    ...(mergedTimes > 0
      ? [
          `${mergedTimes} ${mergedTimes === 1 ? "time differs" : "times differ"} from another by rounding alone and taken for it (as R does).`,
        ]
      : []),
    ...(test !== undefined && !test.chi2.estimable ? [`The groups cannot be compared: ${test.chi2.because}.`] : []),
    ...(test !== undefined && test.missing > missing
      ? [`${rowsText(test.missing)} left out of the comparison: the stratum is missing.`]
      : []),
  ];
}
