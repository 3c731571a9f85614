import { normalTwoSided } from "../distributions/tails.ts";
import { type Counted, type Estimate, estimated, type Interval, notEstimable, type Provenance } from "../estimate.ts";
import { requireCount, requireFinite } from "../require-count.ts";
import { asFarFrom, lowestWith, signedSums } from "./chosen-sums.ts";
import { midRanks, type Ranked, tieTerm } from "./mid-ranks.ts";

export interface SignedRank extends Provenance {
  /** Sum of the ranks of the values above 0. */
  readonly v: Estimate;
  readonly p: Estimate;
  /** Values other than 0. */
  readonly n: number;
  readonly zeros: number;
  readonly missing: number;
}

/** More values than this take too large a table. */
const MOST = 300;

/**
 * Wilcoxon's signed rank test of differences by the exact distribution of mid-ranks, ties and all; zeros are dropped. Without ties
 * and zeros it is R's; R approximates where there are any. R: wilcox.test(x, exact = TRUE)
 */
export function signedRankExact(rows: readonly Counted[]): SignedRank {
  const { v, ranked, ...counted } = signedRanks(rows);
  const named = {
    method: "Wilcoxon signed rank, exact",
    convention: "zeros dropped, two-sided: sums at least as far from the middle",
    rCall: "wilcox.test(x, exact = TRUE)",
  };
  if (!v.estimable) return { v, p: v, ...counted, ...named };
  if (counted.n > MOST) return { v, p: notEstimable("too-many-values", counted.n), ...counted, ...named };
  const chances = signedSums(ranked);
  return { v, p: estimated(asFarFrom(chances, (chances.length - 1) / 2, 2 * v.value)), ...counted, ...named };
}

/** The same by the normal approximation. R: wilcox.test(x, exact = FALSE, correct = corrected) */
export function signedRankTest(rows: readonly Counted[], corrected: boolean): SignedRank {
  const { v, ranked, ...counted } = signedRanks(rows);
  const { n } = counted;
  const named = {
    method: "Wilcoxon signed rank, normal approximation",
    convention: `zeros dropped, variance corrected for ties, ${corrected ? "with" : "without"} continuity correction`,
    rCall: `wilcox.test(x, exact = FALSE, correct = ${corrected ? "TRUE" : "FALSE"})`,
  };
  if (!v.estimable) return { v, p: v, ...counted, ...named };
  const distance = v.value - (n * (n + 1)) / 4;
  const variance = (n * (n + 1) * (2 * n + 1)) / 24 - tieTerm(ranked) / 48;
  const z = (distance - (corrected ? Math.sign(distance) * 0.5 : 0)) / Math.sqrt(variance);
  return { v, p: estimated(normalTwoSided(z)), ...counted, ...named };
}

function signedRanks(rows: readonly Counted[]) {
  let zeros = 0;
  let missing = 0;
  const kept: { value: number; n: number }[] = [];
  for (const { value, n } of rows) {
    if (value === null) missing += requireCount(n);
    else if (requireFinite(value) === 0) zeros += requireCount(n);
    else if (requireCount(n) > 0) kept.push({ value, n });
  }
  const ranked: readonly Ranked[] = midRanks(kept.map(({ value, n }) => ({ value: Math.abs(value), n })));
  const ranks = new Map(ranked.map(({ value, rank }) => [value, rank]));
  const n = kept.reduce((sum, row) => sum + row.n, 0);
  const sum = kept.reduce((total, row) => total + (row.value > 0 ? row.n * (ranks.get(row.value) ?? 0) : 0), 0);
  return { v: n === 0 ? notEstimable("no-values", 0) : estimated(sum), ranked, n, zeros, missing };
}

export interface Pseudomedian extends Interval, Provenance {
  readonly value: Estimate;
}

/**
 * Hodges-Lehmann estimate of the middle of a symmetric distribution: the median of the means of all pairs, each value with itself
 * as well; limits from the exact signed rank distribution. R: wilcox.test(x, conf.int = TRUE, exact = TRUE)
 */
export function pseudomedian(rows: readonly Counted[], level: number): Pseudomedian {
  const named = {
    method: "pseudomedian",
    convention: "median of Walsh averages, exact limits",
    rCall: "wilcox.test(x, conf.int = TRUE, exact = TRUE)",
  };
  const values = rows.flatMap(({ value, n }) =>
    value === null ? [] : Array.from({ length: requireCount(n) }, () => requireFinite(value)),
  );
  const n = values.length;
  if (n === 0 || n > MOST) {
    const lost = notEstimable(n === 0 ? "no-values" : "too-many-values", n);
    return { value: lost, lower: lost, upper: lost, ...named };
  }
  const averages = Float64Array.from(values.flatMap((x, i) => values.slice(i).map((y) => (x + y) / 2))).sort();
  const size = averages.length;
  const value = estimated(((averages[(size - 1) >> 1] as number) + (averages[size >> 1] as number)) / 2);
  const chances = signedSums(Array.from({ length: n }, (_, i) => ({ value: i, n: 1, rank: i + 1 })));
  const whole = Float64Array.from({ length: size + 1 }, (_, sum) => chances[2 * sum] as number);
  const place = Math.max(1, lowestWith(whole, (1 - level) / 2));
  return {
    value,
    lower: estimated(averages[place - 1] as number),
    upper: estimated(averages[size - place] as number),
    ...named,
  };
}
