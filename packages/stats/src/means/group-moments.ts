import { mean, standardDeviation } from "../describe/describe.ts";
import { sortedTally } from "../describe/sorted-tally.ts";
import type { GroupedValue } from "../ranks/kruskal-wallis.ts";

/** Size, mean and variance of one group; the variance is 0 where there is one value only. */
export interface GroupMoments {
  readonly group: string;
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
}

/** Groups that have a value, in code-point order, and how many values are missing. */
export function groupMoments(rows: readonly GroupedValue[]): {
  readonly groups: readonly GroupMoments[];
  readonly missing: number;
} {
  const byGroup = new Map<string, GroupedValue[]>();
  for (const row of rows) {
    const own = byGroup.get(row.group);
    if (own === undefined) byGroup.set(row.group, [row]);
    else own.push(row);
  }
  let missing = 0;
  const groups: GroupMoments[] = [];
  for (const group of [...byGroup.keys()].sort()) {
    const tally = sortedTally(byGroup.get(group) ?? []);
    missing += tally.missing;
    const centre = mean(tally);
    const sd = standardDeviation(tally);
    if (centre.estimable)
      groups.push({ group, n: tally.n, mean: centre.value, variance: sd.estimable ? sd.value * sd.value : 0 });
  }
  return { groups, missing };
}
