import { type Estimate, estimated, type Interval, notEstimable, type Provenance } from "../estimate.ts";
import { type Limits, limitsOf } from "../survival/confidence.ts";
import { stepsUpTo } from "../survival/survival-at.ts";
import { type CompetingColumns, type IncidenceTable, incidenceTables } from "./incidence-tables.ts";
import { aalenVariance, type IncidenceSteps, jackknifeVariance } from "./incidence-variance.ts";

/** `aalen` is what cmprsk prints, `jackknife` what survival prints; they differ a little (T15). */
export type IncidenceVariance = "aalen" | "jackknife";

export interface IncidenceStep extends Interval {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly incidence: number;
  readonly stdError: number;
}

export interface CumulativeIncidence extends Provenance {
  readonly group: string;
  readonly cause: number;
  readonly n: number;
  readonly events: number;
  readonly missing: number;
  readonly level: number;
  readonly steps: readonly IncidenceStep[];
}

/**
 * Cumulative incidence of each cause in each group, by Aalen and Johansen (1978): the chance to have had the event by a time, where
 * another may come first. Strata are not looked at.
 * R: cmprsk::cuminc(time, cause, group) for aalen; survfit(Surv(time, factor(cause)) ~ group) for jackknife
 */
export function cumulativeIncidence(
  { stratum: _, ...columns }: CompetingColumns,
  causes: number,
  variance: IncidenceVariance,
  confidenceType: "plain" | "log" | "log-log",
  level: number,
): readonly CumulativeIncidence[] {
  const { tables, missing } = incidenceTables(columns, causes);
  const limits = limitsOf(confidenceType, level);
  const numbers = Array.from({ length: causes }, (_cause, i) => i + 1);
  return tables.flatMap((table) =>
    numbers.map((cause): CumulativeIncidence => {
      const steps = stepsOf(table, cause);
      const spread = variance === "aalen" ? aalenVariance(steps) : jackknifeVariance(steps);
      return {
        group: table.group,
        cause,
        n: table.n,
        events: steps.own.reduce((sum, d) => sum + d, 0),
        missing,
        level,
        steps: Array.from(table.time.keys(), (i) => stepAt(steps, spread, i, limits)),
        method: "cumulative incidence (Aalen-Johansen)",
        convention: `${variance === "aalen" ? "Aalen's variance" : "infinitesimal jackknife variance"}, ${confidenceType} limits`,
        rCall:
          variance === "aalen" ? "cmprsk::cuminc(time, cause, group)" : "survfit(Surv(time, factor(cause)) ~ group)",
      };
    }),
  );
}

function stepsOf({ time, atRisk, events }: IncidenceTable, cause: number): IncidenceSteps {
  const any = events[0] as Float64Array;
  const own = events[cause] as Float64Array;
  const before = new Float64Array(time.length);
  const incidence = new Float64Array(time.length);
  let survival = 1;
  let sum = 0;
  for (let i = 0; i < time.length; i++) {
    const r = atRisk[i] as number;
    before[i] = survival;
    sum += (survival * (own[i] as number)) / r;
    incidence[i] = sum;
    survival *= (any[i] as number) >= r ? 0 : 1 - (any[i] as number) / r;
  }
  return { time, atRisk, any, own, before, incidence };
}

function stepAt(steps: IncidenceSteps, spread: Float64Array, i: number, limits: Limits): IncidenceStep {
  const incidence = steps.incidence[i] as number;
  const stdError = Math.sqrt(Math.max(0, spread[i] as number));
  const none: Estimate = notEstimable("no-events", steps.atRisk[i] as number);
  const [lower, upper] = incidence > 0 ? limits(incidence, stdError / incidence) : [];
  return {
    time: steps.time[i] as number,
    atRisk: steps.atRisk[i] as number,
    events: steps.own[i] as number,
    incidence,
    stdError,
    lower: lower === undefined ? none : estimated(lower),
    upper: upper === undefined ? none : estimated(upper),
  };
}

/** The step in force at a time; before the first event of any kind the incidence is 0. R: cmprsk::timepoints, summary(fit, times) */
export function incidenceAt(curve: CumulativeIncidence, time: number): IncidenceStep | undefined {
  return curve.steps[
    stepsUpTo(
      Float64Array.from(curve.steps, (step) => step.time),
      time,
    ) - 1
  ];
}
