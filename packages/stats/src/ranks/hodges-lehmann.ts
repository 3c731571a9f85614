import { criticalNormal } from "../distributions/tails.ts";
import { type Estimate, estimated, type Interval, notEstimable, type Provenance } from "../estimate.ts";
import { requireCount, requireFinite } from "../require-count.ts";
import { lowestWith } from "./chosen-sums.ts";
import { midRanks, tieTerm } from "./mid-ranks.ts";
import { distributionOfW } from "./rank-sum-exact.ts";
import type { TwoGroups } from "./rank-sum-test.ts";

export interface Shift extends Interval, Provenance {
  readonly value: Estimate;
}

/** More pairs than this are not sorted. */
const MOST_PAIRS = 4_000_000;
/** The exact limits need the distribution of W. */
const MOST_EXACT = 10_000;

/**
 * Hodges-Lehmann estimate of how far group 1 lies above group 0 (Annals of Mathematical Statistics 1963;34:598-611): the median of
 * all differences. Limits invert the rank sum test: by its exact distribution, which ties spoil, or by its normal approximation
 * with continuity correction.
 * R: wilcox.test(x1, x0, conf.int = TRUE, exact = limits == "exact"); R's estimate without `exact` is that of the inversion
 */
export function hodgesLehmann(rows: readonly TwoGroups[], limits: "exact" | "approximate", level: number): Shift {
  const named = {
    method: "Hodges-Lehmann shift",
    convention: `median of all differences, ${limits} limits`,
    rCall: `wilcox.test(x1, x0, conf.int = TRUE, exact = ${limits === "exact" ? "TRUE" : "FALSE"})`,
  };
  const own = valuesOf(rows, 1);
  const other = valuesOf(rows, 0);
  const pairs = own.length * other.length;
  const none = (because: "one-group" | "too-many-values" | "ties") => notEstimable(because, own.length + other.length);
  if (pairs === 0 || pairs > MOST_PAIRS) {
    const lost = none(pairs === 0 ? "one-group" : "too-many-values");
    return { value: lost, lower: lost, upper: lost, ...named };
  }
  const differences = Float64Array.from(own.flatMap((x) => other.map((y) => x - y))).sort();
  const value = estimated(((differences[(pairs - 1) >> 1] as number) + (differences[pairs >> 1] as number)) / 2);
  if (limits === "approximate") return { value, ...approximate(own, other, differences, level), ...named };
  const tied = midRanks([...own, ...other].map((x) => ({ value: x, n: 1 }))).length < own.length + other.length;
  if (tied || pairs > MOST_EXACT) {
    const lost = none(tied ? "ties" : "too-many-values");
    return { value, lower: lost, upper: lost, ...named };
  }
  const place = Math.max(1, lowestWith(distributionOfW(own.length, other.length), (1 - level) / 2));
  return {
    value,
    lower: estimated(differences[place - 1] as number),
    upper: estimated(differences[pairs - place] as number),
    ...named,
  };
}

function valuesOf(rows: readonly TwoGroups[], group: 0 | 1): readonly number[] {
  return rows.flatMap(({ group: own, value, n }) =>
    own === group && value !== null ? Array.from({ length: requireCount(n) }, () => requireFinite(value)) : [],
  );
}

/** The shifts at which the standardised rank sum, corrected, crosses the normal quantiles; it falls at differences alone. */
function approximate(
  own: readonly number[],
  other: readonly number[],
  differences: Float64Array,
  level: number,
): Interval {
  const z = criticalNormal(level);
  const distinct = [...new Set(differences)];
  const at = (shift: number) =>
    standardised(
      own.map((x) => x - shift),
      other,
    );
  const between = (i: number) => {
    if (i < 0) return (distinct[0] as number) - 1;
    return i + 1 < distinct.length
      ? ((distinct[i] as number) + (distinct[i + 1] as number)) / 2
      : (distinct[i] as number) + 1;
  };
  // The first difference beyond which the statistic lies below the quantile.
  const crossing = (target: number): Estimate => {
    let low = 0;
    let high = distinct.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at(between(middle)) < target) high = middle;
      else low = middle + 1;
    }
    return estimated(distinct[low] as number);
  };
  return { lower: crossing(z), upper: crossing(-z) };
}

function standardised(own: readonly number[], other: readonly number[]): number {
  const [m, k] = [own.length, other.length];
  const ranked = midRanks([...own, ...other].map((value) => ({ value, n: 1 })));
  const ranks = new Map(ranked.map(({ value, rank }) => [value, rank]));
  const sum = own.reduce((total, value) => total + (ranks.get(value === 0 ? 0 : value) ?? 0), 0);
  const distance = sum - (m * (m + 1)) / 2 - (m * k) / 2;
  const n = m + k;
  const variance = ((m * k) / 12) * (n + 1 - tieTerm(ranked) / (n * (n - 1)));
  return variance > 0 ? (distance - Math.sign(distance) * 0.5) / Math.sqrt(variance) : 0;
}
