import type { TwoByTwo } from "./two-by-two.ts";

/** Every value that the first cell can take with the margins fixed, and the weight of each, largest weight 1. */
export interface FirstCell {
  readonly lowest: number;
  readonly weights: readonly number[];
}

/** Built from the most likely table outward by ratios of neighbours: no factorials, so no digits are lost to large n. */
export function firstCell({ a, b, c, d }: TwoByTwo): FirstCell {
  const row = a + b;
  const column = a + c;
  const rest = d - a;
  const lowest = Math.max(0, -rest);
  const highest = Math.min(row, column);
  const weights = new Array<number>(highest - lowest + 1).fill(0);
  const up = (x: number): number => ((row - x) * (column - x)) / ((x + 1) * (rest + x + 1));
  const likeliest = Math.floor(((row + 1) * (column + 1)) / (row + c + d + 2));
  const mode = Math.min(Math.max(likeliest, lowest), highest);
  weights[mode - lowest] = 1;
  for (let x = mode; x < highest; x++) weights[x + 1 - lowest] = (weights[x - lowest] ?? 0) * up(x);
  for (let x = mode; x > lowest; x--) weights[x - 1 - lowest] = (weights[x - lowest] ?? 0) / up(x - 1);
  return { lowest, weights };
}
