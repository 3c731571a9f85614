import { type SortedTally, valueAt } from "./sorted-tally.ts";

/** The middle value, or the mean of the two middle ones; 0 of nothing. R: median(x) */
export function median(tally: SortedTally): number {
  if (tally.n === 0) return 0;
  return (valueAt(tally, Math.floor((tally.n + 1) / 2)) + valueAt(tally, Math.ceil((tally.n + 1) / 2))) / 2;
}
