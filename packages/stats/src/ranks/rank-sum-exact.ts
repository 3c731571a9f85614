import { estimated, notEstimable, type Provenance } from "../estimate.ts";
import { type RankSum, rankSum, type TwoGroups } from "./rank-sum-test.ts";

/** Above this product of group sizes the normal approximation is as good and the table grows too large. */
const LARGEST_PRODUCT = 10_000;

/**
 * Wilcoxon-Mann-Whitney test by the exact distribution of W. With ties it is not estimable; R then takes the approximation
 * with a warning, here that choice is the caller's. R: wilcox.test(value[group == 1], value[group == 0], exact = TRUE)
 */
export function rankSumExact(rows: readonly TwoGroups[]): RankSum {
  const { w, sizes, missing, ranked } = rankSum(rows);
  const [k, m] = sizes;
  const counted = { w, n: sizes, missing, ...EXACT };
  if (!w.estimable) return { ...counted, p: w };
  if (ranked.some(({ n }) => n > 1)) return { ...counted, p: notEstimable("ties", m + k) };
  if (m * k > LARGEST_PRODUCT) return { ...counted, p: notEstimable("too-many-values", m + k) };
  const shares = distributionOfW(m, k);
  const fewer = Math.min(w.value, m * k - w.value);
  const tail = shares.slice(0, fewer + 1).reduce((sum, share) => sum + share, 0);
  return { ...counted, p: estimated(Math.min(1, 2 * tail)) };
}

const EXACT: Provenance = {
  method: "Wilcoxon-Mann-Whitney, exact",
  convention: "two-sided p is twice the smaller tail; no ties allowed",
  rCall: "wilcox.test(x1, x0, exact = TRUE)",
};

/**
 * Probabilities of W = 0..mk without ties. P(w; m, k) = (m P(w - k; m - 1, k) + k P(w; m, k - 1)) / (m + k)
 * (Mann and Whitney 1947): only sums of positive numbers, so nothing cancels. R: dwilcox(w, m, k)
 */
export function distributionOfW(m: number, k: number): readonly number[] {
  let row: (readonly number[])[] = Array.from({ length: k + 1 }, () => [1]);
  for (let i = 1; i <= m; i++) {
    const next: (readonly number[])[] = [[1]];
    for (let j = 1; j <= k; j++) {
      const without1 = row[j] ?? [];
      const without0 = next[j - 1] ?? [];
      next.push(
        Array.from({ length: i * j + 1 }, (_, w) => (i * (without1[w - j] ?? 0) + j * (without0[w] ?? 0)) / (i + j)),
      );
    }
    row = next;
  }
  return row[k] ?? [1];
}
