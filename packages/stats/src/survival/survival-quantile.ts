import { type Estimate, estimated, type Interval, notEstimable } from "../estimate.ts";
import type { KaplanMeier, Step } from "./kaplan-meier.ts";

/**
 * What to do where the curve is exactly flat at 1 - p. R disagrees with itself: `print(survfit)` takes the midpoint of the
 * flat stretch if the curve later falls below it, and the first time otherwise; `quantile()` takes the midpoint to the last time.
 */
export type FlatRule = "r-print" | "r-quantile" | "first-time";

export interface SurvivalQuantile extends Interval {
  readonly value: Estimate;
  readonly rule: FlatRule;
}

const TOLERANCE = 1e-9;

/**
 * The time by which the share `p` has had the event, with Brookmeyer and Crowley's limits from the pointwise band.
 * R: quantile(fit, p) and print(fit) for p = 0.5, by the rule named
 */
export function survivalQuantile(curve: KaplanMeier, p: number, rule: FlatRule): SurvivalQuantile {
  const find = (of: (step: Step) => Estimate) => crossing(curve, of, 1 - p, rule);
  return {
    value: find((step) => estimated(step.survival)),
    lower: find((step) => step.lower),
    upper: find((step) => step.upper),
    rule,
  };
}

function crossing(curve: KaplanMeier, of: (step: Step) => Estimate, level: number, rule: FlatRule): Estimate {
  const height = (step: Step): number | undefined => {
    const estimate = of(step);
    return estimate.estimable ? estimate.value : undefined;
  };
  const known = curve.steps.filter((step) => height(step) !== undefined);
  const index = known.findIndex((step) => (height(step) ?? 1) <= level + TOLERANCE);
  const reached = known[index];
  if (reached === undefined) return notEstimable("not-reached", curve.n);
  const flat = Math.abs((height(reached) ?? 0) - level) <= TOLERANCE;
  if (!flat || rule === "first-time") return estimated(reached.time);
  const below = known.slice(index).find((step) => (height(step) ?? 1) < level - TOLERANCE);
  if (below !== undefined) return estimated((reached.time + below.time) / 2);
  const last = known.at(-1)?.time ?? reached.time;
  return estimated(rule === "r-quantile" ? (reached.time + last) / 2 : reached.time);
}
