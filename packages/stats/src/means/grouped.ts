import { mean, standardDeviation } from "../describe/describe.ts";
import { type SortedTally, sortedTally } from "../describe/sorted-tally.ts";
import type { Estimate } from "../estimate.ts";
import type { GroupedValue } from "../ranks/kruskal-wallis.ts";

export interface GroupMean {
  readonly group: string;
  readonly n: number;
  readonly mean: Estimate;
  readonly sd: Estimate;
}

export interface Group {
  readonly group: string;
  readonly tally: SortedTally;
}

export interface Grouped {
  /** Groups that have a value, by name, so that the order of the rows cannot change the last digit. */
  readonly groups: readonly Group[];
  readonly n: number;
  readonly missing: number;
}

/** One tally for each group; groups without a value do not count. */
export function grouped(rows: readonly GroupedValue[]): Grouped {
  const byName = new Map<string, GroupedValue[]>();
  for (const row of rows) {
    const own = byName.get(row.group);
    if (own === undefined) byName.set(row.group, [row]);
    else own.push(row);
  }
  const all = [...byName.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([group, own]) => ({ group, tally: sortedTally(own) }));
  return {
    groups: all.filter(({ tally }) => tally.n > 0),
    n: all.reduce((sum, { tally }) => sum + tally.n, 0),
    missing: all.reduce((sum, { tally }) => sum + tally.missing, 0),
  };
}

export const groupMeans = ({ groups }: Grouped): readonly GroupMean[] =>
  groups.map(({ group, tally }) => ({ group, n: tally.n, mean: mean(tally), sd: standardDeviation(tally) }));

/** The tally with every value made by `change`, which may join values. */
export const changed = ({ values, counts }: SortedTally, change: (value: number) => number): SortedTally =>
  sortedTally(values.map((value, i) => ({ value: change(value), n: counts[i] ?? 0 })));

/** All groups less one number near their common mean: a large offset then costs no digits in what follows. */
export function centred({ groups }: Grouped): readonly SortedTally[] {
  const all = mean(sortedTally(groups.flatMap(({ tally }) => tallyRows(tally))));
  const centre = all.estimable ? all.value : 0;
  return groups.map(({ tally }) => changed(tally, (value) => value - centre));
}

export const tallyRows = ({ values, counts }: SortedTally) => values.map((value, i) => ({ value, n: counts[i] ?? 0 }));
