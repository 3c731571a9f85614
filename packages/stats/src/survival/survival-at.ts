import { type Estimate, estimated, notEstimable } from "../estimate.ts";
import type { KaplanMeier, Step } from "./kaplan-meier.ts";

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
  if (last === undefined) return same(time, notEstimable("no-values", 0));
  if (time > last.time && last.survival > 0) return same(time, notEstimable("beyond-follow-up", curve.n));
  const step = lastStep(curve.steps, time);
  if (step === undefined) return same(time, estimated(1));
  return { time, survival: estimated(step.survival), lower: step.lower, upper: step.upper };
}

/** Counts at a time for a risk table: at risk just before it, events and censored up to and including it minus those on it. */
export interface RiskTableColumn {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
}

/** Who is at risk just before `time`, and who has left before it; the three always sum to n. */
export function riskTableAt(curve: KaplanMeier, time: number): RiskTableColumn {
  let events = 0;
  let censored = 0;
  for (const step of curve.steps) {
    if (step.time >= time) break;
    events += step.events;
    censored += step.censored;
  }
  return { time, atRisk: curve.n - events - censored, events, censored };
}

/** The last step at or before a time. */
function lastStep(steps: readonly Step[], time: number): Step | undefined {
  return steps.findLast((step) => step.time <= time);
}

const same = (time: number, estimate: Estimate): SurvivalAt => ({
  time,
  survival: estimate,
  lower: estimate,
  upper: estimate,
});
