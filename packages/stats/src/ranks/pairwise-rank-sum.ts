import { type Estimate, estimated } from "../estimate.ts";
import { type Adjustment, adjustPValues } from "../multiplicity/adjust-p-values.ts";
import type { GroupedValue } from "./kruskal-wallis.ts";
import { rankSumPermutation } from "./rank-sum-permutation.ts";
import { type RankSum, rankSumTest } from "./rank-sum-test.ts";

export interface RankSumPair {
  /** W is that of the first. */
  readonly groups: readonly [first: string, second: string];
  readonly test: RankSum;
  /** p adjusted for the number of pairs that could be tested. */
  readonly adjusted: Estimate;
}

/**
 * Every two groups compared by the rank sum test, approximately or by permutation, with adjusted p. Groups in code-point order.
 * R: pairwise.wilcox.test(value, group, p.adjust.method, exact = FALSE)
 */
export function pairwiseRankSum(
  rows: readonly GroupedValue[],
  how: "approximate" | "exact",
  adjustment: Adjustment,
): readonly RankSumPair[] {
  const names = [...new Set(rows.filter(({ value, n }) => value !== null && n > 0).map(({ group }) => group))].sort();
  const pairs = names.flatMap((first, i) => names.slice(i + 1).map((second) => [first, second] as const));
  const tests = pairs.map((pair) => {
    const two = rows
      .filter(({ group }) => pair.includes(group))
      .map(({ group, value, n }) => ({ group: group === pair[0] ? (1 as const) : (0 as const), value, n }));
    return how === "exact" ? rankSumPermutation(two) : rankSumTest(two);
  });
  const known = tests.flatMap(({ p }) => (p.estimable ? [p.value] : []));
  const adjusted = [...adjustPValues(known, adjustment)];
  return pairs.map((groups, i) => {
    const test = tests[i] as RankSum;
    return { groups, test, adjusted: test.p.estimable ? estimated(adjusted.shift() as number) : test.p };
  });
}
