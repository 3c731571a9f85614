import { chiSquareUpper } from "../distributions/tails.ts";
import { type Estimate, estimated, notEstimable } from "../estimate.ts";

/** Counts by row and column: a, b in the first row; c, d in the second. */
export interface TwoByTwo {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

/**
 * Pearson's chi-square of a 2x2 table, with or without Yates' correction; the correction never exceeds the difference itself.
 * R: chisq.test(m, correct = corrected)
 */
export function chiSquare(
  { a, b, c, d }: TwoByTwo,
  corrected: boolean,
): { readonly chi2: Estimate; readonly p: Estimate } {
  const n = a + b + c + d;
  const margins = (a + b) * (c + d) * (a + c) * (b + d);
  if (margins === 0) return { chi2: notEstimable("empty-margin", n), p: notEstimable("empty-margin", n) };
  const difference = Math.abs(a * d - b * c);
  const kept = corrected ? Math.max(0, difference - n / 2) : difference;
  const chi2 = (n * kept * kept) / margins;
  return { chi2: estimated(chi2), p: estimated(chiSquareUpper(chi2, 1)) };
}

/** Odds ratio of the sample, a d / b c. R: (a * d) / (b * c) */
export function oddsRatio({ a, b, c, d }: TwoByTwo): Estimate {
  return b * c === 0 ? notEstimable("empty-margin", a + b + c + d) : estimated((a * d) / (b * c));
}
