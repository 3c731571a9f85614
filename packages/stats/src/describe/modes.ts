import { type Estimate, estimated, notEstimable } from "../estimate.ts";
import type { SortedTally } from "./sorted-tally.ts";

/** The values counted most often, in ascending order, and how often; SPSS prints the smallest of several. */
export interface Modes {
  readonly values: readonly number[];
  readonly count: number;
}

/** Modes of a tally; none of an empty one. R: names(table(x))[table(x) == max(table(x))] */
export function modes({ values, counts }: SortedTally): Modes {
  const count = counts.reduce((most, each) => Math.max(most, each), 0);
  return { values: values.filter((_, i) => counts[i] === count), count };
}

/** Width of the range, largest minus smallest. R: diff(range(x)) */
export function rangeWidth({ values, n }: SortedTally): Estimate {
  const [first, last] = [values[0], values.at(-1)];
  return first === undefined || last === undefined ? notEstimable("no-values", n) : estimated(last - first);
}
