import exp from "@stdlib/math-base-special-exp";
import gammaln from "@stdlib/math-base-special-gammaln";
import { type Estimate, estimated, notEstimable } from "../estimate.ts";
import type { TwoByTwo } from "./two-by-two.ts";

/** Tables as likely as the observed one up to this factor count as equally likely, as in R. */
const RELATIVE_ERROR = 1 + 1e-7;

/**
 * Fisher's exact test of a 2x2 table: two-sided p as the sum over all tables with the same margins that are no more likely.
 * R: fisher.test(m)$p.value
 */
export function fisherExact({ a, b, c, d }: TwoByTwo): Estimate {
  const n = a + b + c + d;
  if ((a + b) * (c + d) * (a + c) * (b + d) === 0) return notEstimable("empty-margin", n);
  const lowest = Math.max(0, a - d);
  const highest = Math.min(a + b, a + c);
  const logs = Array.from({ length: highest - lowest + 1 }, (_, i) => logWeight(lowest + i, a + b, a + c, n));
  const largest = Math.max(...logs);
  const weights = logs.map((log) => exp(log - largest));
  const observed = weights[a - lowest] ?? 0;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const tail = weights.filter((weight) => weight <= observed * RELATIVE_ERROR).reduce((sum, weight) => sum + weight, 0);
  return estimated(Math.min(1, tail / total));
}

function logWeight(x: number, row: number, column: number, n: number): number {
  return -(gammaln(x + 1) + gammaln(row - x + 1) + gammaln(column - x + 1) + gammaln(n - row - column + x + 1));
}
