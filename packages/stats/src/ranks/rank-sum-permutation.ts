import { estimated, notEstimable } from "../estimate.ts";
import { asFarFrom, chosenSums } from "./chosen-sums.ts";
import { type RankSum, rankSum, type TwoGroups } from "./rank-sum-test.ts";

/** More values than this take too large a table. */
const MOST = 200;

/**
 * Wilcoxon-Mann-Whitney test by the exact permutation distribution of the mid-ranks, ties and all: p is the chance of a W at least
 * as far from its mean. Without ties it is `rankSumExact`. R has it in coin alone; base R approximates where there are ties.
 * R: coin::wilcox_test(value ~ group, distribution = "exact")
 */
export function rankSumPermutation(rows: readonly TwoGroups[]): RankSum {
  const { w, sizes, missing, ranked } = rankSum(rows);
  const [k, m] = sizes;
  const counted = {
    ...{ w, n: sizes, missing },
    method: "Wilcoxon-Mann-Whitney, exact by permutation of mid-ranks",
    convention: "two-sided: all rank sums at least as far from their mean",
    rCall: 'coin::wilcox_test(value ~ group, distribution = "exact")',
  };
  if (!w.estimable) return { ...counted, p: w };
  if (m + k > MOST) return { ...counted, p: notEstimable("too-many-values", m + k) };
  if (ranked.length < 2) return { ...counted, p: notEstimable("no-variation", m + k) };
  const observed = 2 * w.value + m * (m + 1);
  return { ...counted, p: estimated(asFarFrom(chosenSums(ranked, m), m * (m + k + 1), observed)) };
}
