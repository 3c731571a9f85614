import { chiSquareUpper } from "../distributions/tails.ts";
import { type Estimate, estimated, notEstimable, type Provenance } from "../estimate.ts";
import { requireCount } from "../require-count.ts";

/** Counts by row and column: a, b in the first row; c, d in the second. */
export interface TwoByTwo {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

export interface ChiSquare extends Provenance {
  readonly chi2: Estimate;
  readonly df: number;
  readonly p: Estimate;
}

/**
 * Pearson's chi-square of a 2x2 table, with or without Yates' correction; the correction never exceeds the difference itself.
 * R: chisq.test(m, correct = corrected)
 */
export function chiSquare(table: TwoByTwo, corrected: boolean): ChiSquare {
  const { a, b, c, d } = table;
  const n = requiredTotal(table);
  const margins = (a + b) * (c + d) * (a + c) * (b + d);
  const named = { df: 1, ...(corrected ? YATES : PEARSON) };
  if (margins === 0) return { chi2: notEstimable("empty-margin", n), p: notEstimable("empty-margin", n), ...named };
  const difference = Math.abs(a * d - b * c);
  const kept = corrected ? Math.max(0, difference - n / 2) : difference;
  const chi2 = (n * kept * kept) / margins;
  return { chi2: estimated(chi2), p: estimated(chiSquareUpper(chi2, 1)), ...named };
}

const PEARSON: Provenance = {
  method: "Pearson's chi-square",
  convention: "no continuity correction (gtsummary, SPSS first line)",
  rCall: "chisq.test(m, correct = FALSE)",
};

const YATES: Provenance = {
  method: "chi-square with Yates' correction",
  convention: "1/2 off each |observed - expected|, never more than it (R's default, 2x2 only)",
  rCall: "chisq.test(m, correct = TRUE)",
};

/** Odds ratio of the sample, a d / b c. R: (a * d) / (b * c). fisher.test prints the conditional one instead. */
export function oddsRatio({ a, b, c, d }: TwoByTwo): Estimate {
  return b * c === 0 ? notEstimable("empty-margin", a + b + c + d) : estimated((a * d) / (b * c));
}

/** Sum of the four counts, which must be counts. */
export function requiredTotal({ a, b, c, d }: TwoByTwo): number {
  return requireCount(a) + requireCount(b) + requireCount(c) + requireCount(d);
}
