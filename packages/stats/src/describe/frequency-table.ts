import { type Counted, type Estimate, estimated, notEstimable, type Provenance } from "../estimate.ts";
import { requireCount } from "../require-count.ts";
import { sortedTally } from "./sorted-tally.ts";

/** A category as text and how often it was counted; null is a missing value. */
export interface CountedCategory {
  readonly value: string | null;
  readonly n: number;
}

export interface Frequency<Value> {
  readonly value: Value;
  readonly n: number;
  /** Of the values known. */
  readonly percent: Estimate;
  /** Of the values known, this one and all before it. */
  readonly cumulativePercent: Estimate;
  /** Of all rows, missing ones too (SPSS "Percent"; the two above are its "Valid" and "Cumulative Percent"). */
  readonly percentOfAll: Estimate;
}

export interface FrequencyTable<Value> extends Provenance {
  readonly lines: readonly Frequency<Value>[];
  readonly n: number;
  readonly missing: number;
  readonly missingPercentOfAll: Estimate;
}

/** Frequencies of numbers, ascending. R: table(x); 100 * prop.table(table(x)); 100 * cumsum(table(x)) / sum(table(x)) */
export function frequencyTable(rows: readonly Counted[]): FrequencyTable<number> {
  const { values, counts, missing } = sortedTally(rows);
  return table(values, counts, missing);
}

/**
 * Frequencies of categories in the order of `levels`; a level nobody has is a line of 0, a value outside them throws.
 * R: table(factor(x, levels)); 100 * prop.table(table(factor(x, levels)))
 */
export function categoryTable(rows: readonly CountedCategory[], levels: readonly string[]): FrequencyTable<string> {
  const counts = new Map(levels.map((level) => [level, 0]));
  if (counts.size < levels.length) throw new RangeError(`a level is named twice: ${levels.join(", ")}`);
  let missing = 0;
  for (const { value, n } of rows) {
    if (requireCount(n) === 0) continue;
    if (value === null) {
      missing += n;
      continue;
    }
    const before = counts.get(value);
    if (before === undefined) throw new RangeError(`"${value}" is none of the levels ${levels.join(", ")}`);
    counts.set(value, before + n);
  }
  return table(levels, [...counts.values()], missing);
}

function table<Value>(values: readonly Value[], counts: readonly number[], missing: number): FrequencyTable<Value> {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const share = (part: number, whole: number): Estimate =>
    whole === 0 ? notEstimable("no-values", 0) : estimated((100 * part) / whole);
  let passed = 0;
  const lines = values.map((value, i) => {
    const count = counts[i] ?? 0;
    passed += count;
    return {
      value,
      n: count,
      percent: share(count, n),
      cumulativePercent: share(passed, n),
      percentOfAll: share(count, n + missing),
    };
  });
  return { lines, n, missing, missingPercentOfAll: share(missing, n + missing), ...PROVENANCE };
}

const PROVENANCE: Provenance = {
  method: "frequency table",
  convention: "percent and cumulative percent of the values known; percent of all with the missing ones apart",
  rCall: "table(x); 100 * prop.table(table(x)); 100 * cumsum(prop.table(table(x)))",
};
