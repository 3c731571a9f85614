import type { Counted } from "../estimate.ts";
import { requireCount, requireFinite } from "../require-count.ts";

/** Values in ascending order, each once, with their counts; missing values and rows of count zero taken out. */
export interface SortedTally {
  readonly values: readonly number[];
  readonly counts: readonly number[];
  readonly n: number;
  readonly missing: number;
}

export function sortedTally(rows: readonly Counted[]): SortedTally {
  const counts = new Map<number, number>();
  let missing = 0;
  let n = 0;
  for (const row of rows) {
    if (requireCount(row.n) === 0) continue;
    if (row.value === null) {
      missing += row.n;
      continue;
    }
    const value = requireFinite(row.value);
    counts.set(value, (counts.get(value) ?? 0) + row.n);
    n += row.n;
  }
  const values = [...counts.keys()].sort((a, b) => a - b);
  return { values, counts: values.map((value) => counts.get(value) ?? 0), n, missing };
}

/** The value at a place of the sorted list, counted from 1; a place outside takes the nearest end. */
export function valueAt({ values, counts, n }: SortedTally, place: number): number {
  const wanted = Math.min(Math.max(place, 1), n);
  let passed = 0;
  for (const [index, value] of values.entries()) {
    passed += counts[index] ?? 0;
    if (passed >= wanted) return value;
  }
  throw new Error("a place of an empty list was asked for");
}
