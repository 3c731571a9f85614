import { mean } from "../describe/describe.ts";
import type { SortedTally } from "../describe/sorted-tally.ts";

/** Size, mean and sum of squares about it, of one group. */
export interface Part {
  readonly n: number;
  readonly mean: number;
  readonly squares: number;
}

export function partOf(tally: SortedTally): Part {
  const centre = mean(tally);
  const about = centre.estimable ? centre.value : 0;
  if (tally.values.length < 2) return { n: tally.n, mean: about, squares: 0 };
  const squares = tally.values.reduce(
    (sum, value, i) => sum + (value - about) * (value - about) * (tally.counts[i] ?? 0),
    0,
  );
  return { n: tally.n, mean: about, squares };
}

/** Variance with n - 1. */
export const varianceOf = ({ n, squares }: Part): number => squares / (n - 1);

export interface SquaresTable {
  readonly between: number;
  readonly within: number;
  readonly dfBetween: number;
  readonly dfWithin: number;
}

/** Splits the sum of squares of groups into between and within. */
export function splitSquares(parts: readonly Part[]): SquaresTable {
  const n = parts.reduce((sum, part) => sum + part.n, 0);
  const rough = parts.reduce((sum, part) => sum + part.n * part.mean, 0) / n;
  const centre = rough + parts.reduce((sum, part) => sum + part.n * (part.mean - rough), 0) / n;
  return {
    between: parts.reduce((sum, part) => sum + part.n * (part.mean - centre) * (part.mean - centre), 0),
    within: parts.reduce((sum, part) => sum + part.squares, 0),
    dfBetween: parts.length - 1,
    dfWithin: n - parts.length,
  };
}

/** Whether squares this small are the rounding of values this large. */
export function onlyRounding(squares: number, n: number, tallies: readonly SortedTally[]): boolean {
  const largest = tallies.reduce(
    (most, { values }) => Math.max(most, Math.abs(values[0] ?? 0), Math.abs(values.at(-1) ?? 0)),
    0,
  );
  const rounding = 10 * Number.EPSILON * largest;
  return squares <= n * rounding * rounding;
}
