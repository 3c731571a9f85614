import { criticalNormal, normalTwoSided } from "../distributions/tails.ts";
import { type Estimate, estimated, type Interval, notEstimable, type Provenance } from "../estimate.ts";
import type { KaplanMeier } from "./kaplan-meier.ts";

export interface MeanSurvivalTime extends Interval, Provenance {
  readonly value: Estimate;
  readonly stdError: Estimate;
  readonly until: number;
}

/**
 * Mean survival time restricted to `until` (RMST): the area under the curve up to it, with the variance of Irwin (1949) and
 * plain limits. Past the last follow-up it is not estimable unless the curve has come down to 0: nothing is known there.
 * R: summary(survfit(...), rmean = until)$table["rmean"], ["se(rmean)"]
 */
export function meanSurvivalTime(curve: KaplanMeier, until: number, level: number): MeanSurvivalTime {
  if (!(until > 0)) throw new RangeError(`mean survival time is restricted to a time above 0, got ${until}`);
  const provenance = {
    until,
    method: "restricted mean survival time",
    convention: `area under the Kaplan-Meier curve from 0 to ${until}, Irwin's variance, plain limits`,
    rCall: `summary(survfit(Surv(time, event) ~ 1), rmean = ${until})$table`,
  };
  const last = curve.columns.time.at(-1);
  if (last === undefined) return { ...none(notEstimable("no-values", 0)), ...provenance };
  if (last < until && curve.columns.survival.at(-1) !== 0)
    return { ...none(notEstimable("beyond-follow-up", curve.n)), ...provenance };
  const { area, variance } = areaBefore(curve, until);
  const half = criticalNormal(level) * Math.sqrt(variance);
  return {
    value: estimated(area),
    stdError: estimated(Math.sqrt(variance)),
    lower: estimated(area - half),
    upper: estimated(area + half),
    ...provenance,
  };
}

/** Backwards from `until`: the area beyond each event is what its variance is weighted by. */
function areaBefore({ columns, clustered }: KaplanMeier, until: number) {
  const beyond = new Float64Array(columns.time.length);
  let area = 0;
  let variance = 0;
  let right = until;
  for (let i = columns.time.length - 1; i >= 0; i--) {
    const time = columns.time[i] as number;
    if (time > until) continue;
    area += (columns.survival[i] as number) * (right - time);
    right = time;
    beyond[i] = area;
    const d = columns.events[i] as number;
    const r = columns.atRisk[i] as number;
    if (d > 0 && r > d) variance += (area * area * d) / (r * (r - d));
  }
  return { area: area + right, variance: clustered === undefined ? variance : clustered(beyond) };
}

const none = (estimate: Estimate) => ({ value: estimate, stdError: estimate, lower: estimate, upper: estimate });

export interface MeanSurvivalDifference extends Interval, Provenance {
  /** First curve minus second. */
  readonly difference: Estimate;
  readonly stdError: Estimate;
  readonly z: Estimate;
  readonly p: Estimate;
}

/**
 * Difference of two restricted means with normal limits (Royston and Parmar 2013).
 * R: survRM2::rmst2(time, event, arm, tau)$unadjusted.result[1, ]
 */
export function meanSurvivalDifference(
  first: KaplanMeier,
  second: KaplanMeier,
  until: number,
  level: number,
): MeanSurvivalDifference {
  const [a, b] = [meanSurvivalTime(first, until, level), meanSurvivalTime(second, until, level)];
  const provenance = {
    method: "difference of restricted mean survival times",
    convention: `areas from 0 to ${until}, variances added, normal limits`,
    rCall: `survRM2::rmst2(time, event, arm, tau = ${until})`,
  };
  if (!a.value.estimable || !b.value.estimable || !a.stdError.estimable || !b.stdError.estimable) {
    const reason = a.value.estimable ? b.value : a.value;
    return { difference: reason, stdError: reason, z: reason, p: reason, lower: reason, upper: reason, ...provenance };
  }
  const difference = a.value.value - b.value.value;
  const stdError = Math.hypot(a.stdError.value, b.stdError.value);
  const half = criticalNormal(level) * stdError;
  const flat = notEstimable("no-variation", first.n + second.n);
  return {
    difference: estimated(difference),
    stdError: estimated(stdError),
    z: stdError > 0 ? estimated(difference / stdError) : flat,
    p: stdError > 0 ? estimated(normalTwoSided(difference / stdError)) : flat,
    lower: estimated(difference - half),
    upper: estimated(difference + half),
    ...provenance,
  };
}
