import { chiSquareUpper, criticalNormal } from "../distributions/tails.ts";
import { type Estimate, estimated, notEstimable } from "../estimate.ts";
import { clopperPearson, wilson } from "../proportions/limits.ts";
import { requireCount } from "../require-count.ts";
import type { Effect } from "./effects.ts";
import type { CountTable } from "./row-by-column.ts";
import { type ChiSquare, requiredTotal, type TwoByTwo } from "./two-by-two.ts";

/**
 * Difference of two shares of the same subjects, first less second: b have the first alone, c the second alone. Limits by Newcombe's
 * combination of Wilson's with the correlation of the pairs (Stat Med 1998;17:2635-50, method 10).
 * R: contingencytables::Newcombe_square_and_add_CI(n)
 */
export function pairedDifference(table: TwoByTwo, level: number): Effect {
  const { a, b, c, d } = table;
  const n = requiredTotal(table);
  const named = {
    method: "difference of paired shares",
    convention: "Newcombe's square-and-add limits, method 10",
    rCall: "contingencytables::Newcombe_square_and_add_CI(n)",
  };
  if (n === 0) {
    const none = notEstimable("no-values", 0);
    return { value: none, lower: none, upper: none, ...named };
  }
  const [p, q] = [(a + b) / n, (a + c) / n];
  const [first, second] = [wilson(a + b, n, level), wilson(a + c, n, level)];
  const end = (estimate: Estimate) => (estimate.estimable ? estimate.value : Number.NaN);
  const margins = (a + b) * (c + d) * (a + c) * (b + d);
  const lean = a * d - b * c;
  const corrected = lean > n / 2 ? lean - n / 2 : lean > 0 ? 0 : lean;
  const phi = margins === 0 ? 0 : corrected / Math.sqrt(margins);
  const apart = (x: number, y: number) => Math.sqrt(Math.max(0, x * x - 2 * phi * x * y + y * y));
  return {
    value: estimated(p - q),
    lower: estimated(Math.max(-1, p - q - apart(p - end(first.lower), end(second.upper) - q))),
    upper: estimated(Math.min(1, p - q + apart(end(first.upper) - p, q - end(second.lower)))),
    ...named,
  };
}

/**
 * Odds ratio of paired answers, b / c: those who have the first alone beside those who have the second alone. Exact limits from those of
 * the share b / (b + c). R: exact2x2::mcnemar.exact(m); x / (1 - x) of binom.test(b, b + c)$conf.int
 */
export function pairedOddsRatio({ b, c }: TwoByTwo, level: number): Effect {
  const n = requireCount(b) + requireCount(c);
  const named = {
    method: "odds ratio of pairs",
    convention: "conditional, exact limits",
    rCall: "exact2x2::mcnemar.exact(m)",
  };
  if (n === 0) {
    const none = notEstimable("no-variation", 0);
    return { value: none, lower: none, upper: none, ...named };
  }
  const odds = (share: Estimate): Estimate =>
    !share.estimable || share.value < 1
      ? share.estimable
        ? estimated(share.value / (1 - share.value))
        : share
      : notEstimable("unbounded", n);
  const limits = clopperPearson(b, n, level);
  return { value: odds(estimated(b / n)), lower: odds(limits.lower), upper: odds(limits.upper), ...named };
}

/**
 * Bowker's test that a square table of paired answers is symmetric (JASA 1948;43:572-4): McNemar's test for more than two categories.
 * Pairs of categories that nobody confuses do not count, where R prints NaN. R: mcnemar.test(m)
 */
export function bowkerTest(table: CountTable): ChiSquare {
  const k = table.length;
  if (table.some((row) => row.length !== k)) throw new RangeError("a test of symmetry needs a square table");
  let chi2 = 0;
  let df = 0;
  let n = 0;
  for (let i = 0; i < k; i++)
    for (let j = i + 1; j < k; j++) {
      const [one, other] = [requireCount(table[i]?.[j] as number), requireCount(table[j]?.[i] as number)];
      if (one + other === 0) continue;
      chi2 += (one - other) ** 2 / (one + other);
      n += one + other;
      df++;
    }
  const named = {
    df,
    method: "Bowker's test of symmetry",
    convention: "pairs of categories that differ somewhere",
    rCall: "mcnemar.test(m)",
  };
  if (df === 0) return { chi2: notEstimable("no-variation", n), p: notEstimable("no-variation", n), ...named };
  return { chi2: estimated(chi2), p: estimated(chiSquareUpper(chi2, df)), ...named };
}

/** Difference of paired shares with Wald's limits. R: qnorm() * sqrt((b + c) - (b - c)^2 / n) / n */
export function pairedDifferenceWald(table: TwoByTwo, level: number): Effect {
  const { b, c } = table;
  const n = requiredTotal(table);
  const named = {
    method: "difference of paired shares",
    convention: "Wald's limits",
    rCall: "(b - c) / n + c(-1, 1) * qnorm(0.975) * sqrt(b + c - (b - c)^2 / n) / n",
  };
  if (n === 0) {
    const none = notEstimable("no-values", 0);
    return { value: none, lower: none, upper: none, ...named };
  }
  const value = (b - c) / n;
  const half = (criticalNormal(level) * Math.sqrt(Math.max(0, b + c - (b - c) ** 2 / n))) / n;
  return {
    value: estimated(value),
    lower: estimated(Math.max(-1, value - half)),
    upper: estimated(Math.min(1, value + half)),
    ...named,
  };
}
