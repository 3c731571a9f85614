import {
  type KaplanMeier,
  meanSurvivalDifference,
  meanSurvivalTime,
  riskTableAt,
  survivalAt,
  survivalQuantile,
} from "@osteon/stats";
import { rowsText } from "../shown/number-text.ts";
import { coxAnswer } from "./cox-answer.ts";
import { comparisonAnswer } from "./group-comparison.ts";
import { meanNumberAnswer, recurrentAnswer } from "./recurrent-answer.ts";
import { orNull, type SurvivalChoices, shownNumbers } from "./survival-choices.ts";
import { type Curves, curvesOf, type GroupCurve, requireSome } from "./survival-curves.ts";
import { aftAnswer, baselineAnswer, hazardAnswer, residualAnswer } from "./survival-extras.ts";
import type { SurvivalVariables } from "./survival-variables.ts";

/** The median rule of `print(survfit)`, which R's users know from their output. */
const RULE = "r-print";

export type SurvivalAnswer = ReturnType<typeof survivalAnswer>;

/** Everything that `osteon survival` says, as one object: curves by group, comparison, regression, notes. */
export function survivalAnswer(variables: SurvivalVariables, choices: SurvivalChoices, rowNumbers: readonly number[]) {
  const found = curvesOf(variables, choices);
  const { curves } = found;
  requireSome(curves);
  const compared = comparisonAnswer(variables, choices, found);
  const cox = variables.covariates.length === 0 ? undefined : coxAnswer(variables, choices);
  const { hazard, meanNumber, recurrent, aft, baseline, residuals } = choices;
  const [first, second] = curves;
  const difference =
    choices.rmst === undefined || curves.length !== 2 || first === undefined || second === undefined
      ? undefined
      : meanSurvivalDifference(second.curve, first.curve, choices.rmst, choices.level);
  return {
    km: curves.map((one) => curveAnswer(one, choices)),
    logRank: compared?.answer ?? null,
    ...(compared?.trend && { trend: compared.trend }),
    ...(compared?.pairs && { pairs: compared.pairs }),
    ...(difference && {
      rmstDifference: {
        between: [second?.group, first?.group],
        ...shownNumbers({
          value: difference.difference,
          stdError: difference.stdError,
          lower: difference.lower,
          upper: difference.upper,
          p: difference.p,
        }),
      },
    }),
    cox: cox?.answer ?? null,
    ...(cox && baseline && { baseline: baselineAnswer(cox.fit) }),
    ...(cox && residuals && { residuals: residualAnswer(cox.fit, residuals, rowNumbers) }),
    ...(hazard && { hazard: curves.map(({ group }) => hazardAnswer(variables, group, choices)) }),
    ...(meanNumber && { meanNumber: meanNumberAnswer(variables, choices) }),
    ...(recurrent && { recurrent: recurrentAnswer(variables, recurrent, choices) }),
    ...(aft && { aft: aftAnswer(variables, choices) }),
    notes: [
      ...variables.notes,
      ...curves.flatMap(emptiedNote),
      ...notesOf(found, variables),
      ...(compared?.notes ?? []),
      ...(cox?.notes ?? []),
    ],
  };
}

function curveAnswer({ group, curve, rows, followUp }: GroupCurve, { times, rmst, level }: SurvivalChoices) {
  const { value, lower, upper } = survivalQuantile(curve, 0.5, RULE);
  const mean = rmst === undefined ? undefined : meanSurvivalTime(curve, rmst, level);
  return {
    group,
    n: curve.n,
    ...(rows !== undefined && { rows }),
    events: curve.events,
    median: { ...shownNumbers({ value, lower, upper }), rule: RULE },
    ...(followUp && { medianFollowUp: shownNumbers({ value: followUp }) }),
    ...(times.length > 0 && { times: times.map((at) => pointAt(curve, at)) }),
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

function pointAt(curve: KaplanMeier, at: number) {
  const { survival, lower, upper } = survivalAt(curve, at);
  const { atRisk, events, censored, waiting } = riskTableAt(curve, at);
  return {
    ...{ time: at, atRisk, eventsBefore: events, censoredBefore: censored },
    ...(waiting !== undefined && { notYetEntered: waiting }),
    ...shownNumbers({ survival, lower, upper }),
  };
}

const valuesOf = ({ value, stdError, lower, upper }: ReturnType<typeof meanSurvivalTime>) =>
  shownNumbers({ value, stdError, lower, upper });

/** Trap of delayed entry: a risk set that empties early. */
function emptiedNote({ group, curve }: { readonly group: string; readonly curve: KaplanMeier }): readonly string[] {
  if (curve.emptiedAt === undefined) return [];
  return [
    `${group}: at ${curve.emptiedAt} the only one at risk has the event, so the curve is 0 from there; later entries do not count.`,
  ];
}

function notesOf(
  { curves, missing, mergedTimes, overlapping, repeated }: Curves,
  { names: { id }, time }: SurvivalVariables,
): readonly string[] {
  const subjects = curves.reduce((sum, { curve }) => sum + curve.n, 0);
  const rows = time.length - missing;
  return [
    ...(missing > 0 ? [`${rowsText(missing)} left out: time, event, ${id ? `${id} ` : ""}or group is missing.`] : []),
    ...(id !== undefined && subjects < rows
      ? [
          `n counts ${id}: ${subjects} of them have ${rows} rows${curves.length > 1 ? ", each counted in every group it stands in" : ""}.`,
        ]
      : []),
    ...(repeated ? [`Limits of the curves are robust, by ${id}.`] : []),
    ...(overlapping > 0 ? [`Rows of ${overlapping} ${id} overlap in time: each row is at risk for itself.`] : []),
    ...(mergedTimes > 0
      ? [
          `${mergedTimes} ${mergedTimes === 1 ? "time differs" : "times differ"} from another by rounding alone and taken for it (as R does).`,
        ]
      : []),
  ];
}
