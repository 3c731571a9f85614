import { tTwoSided } from "../distributions/tails.ts";
import { type Estimate, estimated, notEstimable } from "../estimate.ts";
import type { GroupedValue } from "../ranks/kruskal-wallis.ts";
import { groupMoments } from "./group-moments.ts";

export interface PooledPair {
  readonly groups: readonly [first: string, second: string];
  /** Mean of the first less that of the second. */
  readonly difference: Estimate;
  readonly t: Estimate;
  readonly df: number;
  readonly p: Estimate;
}

/**
 * Every two groups compared by a t test with the variance pooled over all of them; p not yet adjusted (`adjustPValues`). Groups in the
 * order given. R: pairwise.t.test(value, group, p.adjust.method = "none")
 */
export function pooledPairs(rows: readonly GroupedValue[], order: readonly string[]): readonly PooledPair[] {
  const { groups } = groupMoments(rows);
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  const df = Math.max(0, n - groups.length);
  const pooled = groups.reduce((sum, group) => sum + (group.n - 1) * group.variance, 0) / df;
  return order.flatMap((first, i) =>
    order.slice(i + 1).map((second): PooledPair => {
      const [own, other] = [first, second].map((name) => groups.find(({ group }) => group === name));
      if (own === undefined || other === undefined) {
        const none = notEstimable("one-group", n);
        return { groups: [first, second], difference: none, t: none, df, p: none };
      }
      const difference = estimated(own.mean - other.mean);
      const error = Math.sqrt(pooled * (1 / own.n + 1 / other.n));
      const because = df < 1 ? "too-few-values" : error > 0 ? undefined : "no-variation";
      if (because !== undefined) {
        const none = notEstimable(because, n);
        return { groups: [first, second], difference, t: none, df, p: none };
      }
      const t = (own.mean - other.mean) / error;
      return { groups: [first, second], difference, t: estimated(t), df, p: estimated(tTwoSided(t, df)) };
    }),
  );
}
