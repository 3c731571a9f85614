import { type Estimate, estimated, type Interval, notEstimable } from "../estimate.ts";
import type { KaplanMeier } from "./kaplan-meier.ts";

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
  const { survival, lower, upper } = curve.columns;
  const find = (heights: Float64Array) => crossing(curve, heights, 1 - p, rule);
  return { value: find(survival), lower: find(lower), upper: find(upper), rule };
}

/** Where the heights, which never rise, come down to a level; limits may be known for the first steps only. */
function crossing(
  { n, columns: { time } }: KaplanMeier,
  heights: Float64Array,
  level: number,
  rule: FlatRule,
): Estimate {
  const reached = heights.findIndex((height) => height <= level + TOLERANCE);
  if (reached < 0) return notEstimable("not-reached", n);
  const first = time[reached] as number;
  const flat = Math.abs((heights[reached] as number) - level) <= TOLERANCE;
  if (!flat || rule === "first-time") return estimated(first);
  const below = heights.findIndex((height) => height < level - TOLERANCE);
  if (below >= 0) return estimated((first + (time[below] as number)) / 2);
  return estimated(rule === "r-quantile" ? (first + (time[heights.length - 1] as number)) / 2 : first);
}
