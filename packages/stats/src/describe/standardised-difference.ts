import { type Estimate, estimated, notEstimable, type Provenance } from "../estimate.ts";
import { factor, inverse } from "../linear-algebra/cholesky.ts";
import type { TwoGroups } from "../ranks/rank-sum-test.ts";
import { requireCount } from "../require-count.ts";
import { mean, standardDeviation } from "./describe.ts";
import { sortedTally } from "./sorted-tally.ts";

export interface StandardisedDifference extends Provenance {
  /** In standard deviations; of categories a distance, never below 0. */
  readonly value: Estimate;
}

/**
 * Standardised difference of two means, group 1 less group 0: over the root of the mean of the two variances, whatever the sizes of the
 * groups (Austin, Stat Med 2009;28:3083-107). R: (mean(x1) - mean(x0)) / sqrt((var(x1) + var(x0)) / 2); tableone::ExtractSmd
 */
export function standardisedMeanDifference(rows: readonly TwoGroups[]): StandardisedDifference {
  const side = (group: 0 | 1) => sortedTally(rows.filter((row) => row.group === group));
  const [own, other] = [side(1), side(0)];
  const named = {
    method: "standardised mean difference",
    convention: "over the root of the mean variance",
    rCall: "(mean(x1) - mean(x0)) / sqrt((var(x1) + var(x0)) / 2)",
  };
  const [m1, m0] = [mean(own), mean(other)];
  const [s1, s0] = [standardDeviation(own), standardDeviation(other)];
  const n = own.n + other.n;
  if (!m1.estimable || !m0.estimable) return { value: notEstimable("one-group", n), ...named };
  if (!s1.estimable || !s0.estimable) return { value: notEstimable("too-few-values", n), ...named };
  const scale = Math.sqrt((s1.value ** 2 + s0.value ** 2) / 2);
  return {
    value: scale > 0 ? estimated((m1.value - m0.value) / scale) : notEstimable("no-variation", n),
    ...named,
  };
}

/**
 * Standardised difference of two distributions over categories: the Mahalanobis distance of their shares, of two categories
 * |p1 - p0| over the root of the mean of p (1 - p) (Yang and Dalton, SAS Global Forum 2012, paper 335). Categories that nobody has do not
 * count. R: sqrt(t(d) %*% solve(S) %*% d); tableone::ExtractSmd
 */
export function standardisedShareDifference(own: readonly number[], other: readonly number[]): StandardisedDifference {
  const named = {
    method: "standardised difference of shares",
    convention: "Mahalanobis distance of the shares (Yang and Dalton)",
    rCall: "sqrt(t(d) %*% solve(S) %*% d)",
  };
  if (own.length !== other.length) throw new RangeError("both groups have the same categories");
  const used = [...own.keys()].filter((k) => requireCount(own[k] as number) + requireCount(other[k] as number) > 0);
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  const [m, k] = [total(own), total(other)];
  if (m === 0 || k === 0) return { value: notEstimable("one-group", m + k), ...named };
  if (used.length < 2) return { value: notEstimable("no-variation", m + k), ...named };
  const places = used.slice(1);
  const [p, q] = [places.map((i) => (own[i] as number) / m), places.map((i) => (other[i] as number) / k)];
  const size = places.length;
  const spread = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      const of = (shares: readonly number[]) =>
        (i === j ? (shares[i] as number) : 0) - (shares[i] as number) * (shares[j] as number);
      spread[i * size + j] = (of(p) + of(q)) / 2;
    }
  const factors = factor(spread, size);
  // No spread at all: the groups have one category each, and not the same one.
  if (factors.rank < size) return { value: notEstimable("unbounded", m + k), ...named };
  const inverted = inverse(factors);
  let distance = 0;
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++)
      distance +=
        ((p[i] as number) - (q[i] as number)) *
        (inverted[i * size + j] as number) *
        ((p[j] as number) - (q[j] as number));
  return { value: estimated(Math.sqrt(Math.max(0, distance))), ...named };
}
