import { type Estimate, estimated, notEstimable } from "../estimate.ts";
import { type KaplanMeier, stepAt } from "./kaplan-meier.ts";

export interface SurvivalAt {
  readonly time: number;
  readonly survival: Estimate;
  readonly lower: Estimate;
  readonly upper: Estimate;
}

/**
 * Survival at a time: that of the last step at or before it. Past the last follow-up it is not estimable (SAS), except where
 * the curve has come down to 0. R: summary(fit, times = time)
 */
export function survivalAt(curve: KaplanMeier, time: number): SurvivalAt {
  const last = { time: curve.columns.time.at(-1), survival: curve.columns.survival.at(-1) };
  if (last.time !== undefined && time > last.time && last.survival !== 0)
    return same(time, notEstimable("beyond-follow-up", curve.n));
  return carriedSurvivalAt(curve, time);
}

/** The same with the last value carried past the last follow-up. R: summary(fit, times = time, extend = TRUE) */
export function carriedSurvivalAt(curve: KaplanMeier, time: number): SurvivalAt {
  if (curve.n === 0) return same(time, notEstimable("no-values", 0));
  const reached = stepsUpTo(curve.columns.time, time);
  if (reached === 0) return same(time, estimated(1));
  const step = stepAt(curve.columns, reached - 1);
  return { time, survival: estimated(step.survival), lower: step.lower, upper: step.upper };
}

/** How many of some ascending times lie at or before one. */
export function stepsUpTo(times: Float64Array, time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] as number) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of some ascending times lie before one. */
export function stepsBefore(times: Float64Array, time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] as number) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

const same = (time: number, estimate: Estimate): SurvivalAt => ({
  time,
  survival: estimate,
  lower: estimate,
  upper: estimate,
});
