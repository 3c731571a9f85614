import type { Pair } from "../ranks/spearman.ts";
import { requireCount, requireFinite } from "../require-count.ts";

/** Pairs with both values, and how many have not. */
export function completePairs(rows: readonly Pair[]) {
  const pairs: { x: number; y: number; n: number }[] = [];
  let n = 0;
  let missing = 0;
  for (const { x, y, n: count } of rows) {
    if (requireCount(count) === 0) continue;
    if (x === null || y === null) {
      missing += count;
      continue;
    }
    pairs.push({ x: requireFinite(x), y: requireFinite(y), n: count });
    n += count;
  }
  return { pairs, n, missing };
}
