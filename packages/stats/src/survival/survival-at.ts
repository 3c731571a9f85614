import { type Estimate, estimated, notEstimable } from "../estimate.ts";
import type { KaplanMeier } from "./kaplan-meier.ts";

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
  const last = curve.steps.at(-1);
  if (last !== undefined && time > last.time && last.survival > 0)
    return same(time, notEstimable("beyond-follow-up", curve.n));
  return carriedSurvivalAt(curve, time);
}

/** The same with the last value carried past the last follow-up. R: summary(fit, times = time, extend = TRUE) */
export function carriedSurvivalAt(curve: KaplanMeier, time: number): SurvivalAt {
  if (curve.n === 0) return same(time, notEstimable("no-values", 0));
  const step = curve.steps[stepsUpTo(curve, time) - 1];
  if (step === undefined) return same(time, estimated(1));
  return { time, survival: estimated(step.survival), lower: step.lower, upper: step.upper };
}

/** How many steps lie at or before a time. */
function stepsUpTo({ steps }: KaplanMeier, time: number): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.time ?? 0) <= time) low = middle + 1;
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
