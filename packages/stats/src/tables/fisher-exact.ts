import { type Estimate, estimated, notEstimable } from "../estimate.ts";
import { firstCell } from "./hypergeometric.ts";
import { requiredTotal, type TwoByTwo } from "./two-by-two.ts";

/** Tables as likely as the observed one up to this factor count as equally likely, as in R. */
export const AS_LIKELY = 1 + 1e-7;

/**
 * Fisher's exact test of a 2x2 table: two-sided p as the sum over all tables with the same margins that are no more likely.
 * R: fisher.test(m)$p.value
 */
export function fisherExact(table: TwoByTwo): Estimate {
  const { a, b, c, d } = table;
  const n = requiredTotal(table);
  if ((a + b) * (c + d) * (a + c) * (b + d) === 0) return notEstimable("empty-margin", n);
  const { lowest, weights } = firstCell(table);
  const observed = weights[a - lowest] ?? 0;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const tail = weights.filter((weight) => weight <= observed * AS_LIKELY).reduce((sum, weight) => sum + weight, 0);
  return estimated(Math.min(1, tail / total));
}
