import { betaInverse, criticalNormal } from "../distributions/tails.ts";
import { type Estimate, estimated, type Interval, notEstimable } from "../estimate.ts";

/** Share of `x` in `n`. */
export function proportion(x: number, n: number): Estimate {
  return n === 0 ? notEstimable("no-values", 0) : estimated(x / n);
}

/** Wilson's score limits without continuity correction. R: prop.test(x, n, correct = FALSE)$conf.int */
export function wilson(x: number, n: number, level: number): Interval {
  if (n === 0) return { lower: notEstimable("no-values", 0), upper: notEstimable("no-values", 0) };
  const z = criticalNormal(level);
  const p = x / n;
  const centre = p + (z * z) / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return {
    lower: estimated(x === 0 ? 0 : Math.max(0, (centre - half) / scale)),
    upper: estimated(x === n ? 1 : Math.min(1, (centre + half) / scale)),
  };
}

/** Clopper and Pearson's exact limits. R: binom.test(x, n)$conf.int */
export function clopperPearson(x: number, n: number, level: number): Interval {
  if (n === 0) return { lower: notEstimable("no-values", 0), upper: notEstimable("no-values", 0) };
  const tail = (1 - level) / 2;
  return {
    lower: estimated(x === 0 ? 0 : betaInverse(tail, x, n - x + 1)),
    upper: estimated(x === n ? 1 : betaInverse(1 - tail, x + 1, n - x)),
  };
}
