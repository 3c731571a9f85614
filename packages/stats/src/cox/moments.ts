import type { PreparedRows } from "./prepared-rows.ts";

/** Up to which power of the covariates is summed. */
export type Moments = 1 | 2 | 3;

/** Sums of weight x risk x covariates: entry j; entry (j, k), k <= j, at j * p + k; entry (j, k, l) at (j * p + k) * p + l. */
export interface MomentSums {
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly third: Float64Array;
}

/** Rows summed together: their products stay in the nearest memory. */
const TILE = 256;
/** Below this many rows a tile costs more than it saves. */
const FEW = 6;

const risked = new Float64Array(TILE);
const scaled = new Float64Array(TILE);

/** Adds the moments of neighbouring rows and gives the sum of their weight x risk. */
export function addRows(
  rows: PreparedRows,
  risk: Float64Array,
  from: number,
  to: number,
  sums: MomentSums,
  moments: Moments,
): number {
  let total = 0;
  if (to - from < FEW || moments === 3) {
    for (let row = from; row < to; row++) total += addRow(rows, risk, row, sums, moments, 1);
    return total;
  }
  for (let start = from; start < to; start += TILE)
    total += addTile(rows, risk, start, Math.min(to, start + TILE), sums, moments);
  return total;
}

/** One pass over the tile for each pair of covariates, each into a number of its own rather than into memory. */
function addTile(
  { x, p, weight }: PreparedRows,
  risk: Float64Array,
  from: number,
  to: number,
  { first, second }: MomentSums,
  moments: Moments,
): number {
  const size = to - from;
  let total = 0;
  for (let i = 0; i < size; i++) {
    const r = (weight[from + i] as number) * (risk[from + i] as number);
    risked[i] = r;
    total += r;
  }
  for (let j = 0; j < p; j++) {
    let sum = 0;
    for (let i = 0, at = from * p + j; i < size; i++, at += p) {
      const rx = (risked[i] as number) * (x[at] as number);
      scaled[i] = rx;
      sum += rx;
    }
    first[j] = (first[j] as number) + sum;
    if (moments === 1) continue;
    for (let k = 0; k <= j; k++) {
      let product = 0;
      for (let i = 0, at = from * p + k; i < size; i++, at += p) product += (scaled[i] as number) * (x[at] as number);
      second[j * p + k] = (second[j * p + k] as number) + product;
    }
  }
  return total;
}

/** Adds one row's moments, or takes them off, and gives its weight x risk. */
export function addRow(
  { x, p, weight }: PreparedRows,
  risk: Float64Array,
  row: number,
  { first, second, third }: MomentSums,
  moments: Moments,
  sign: 1 | -1,
): number {
  const r = sign * (weight[row] as number) * (risk[row] as number);
  const at = row * p;
  for (let j = 0; j < p; j++) {
    const rx = r * (x[at + j] as number);
    first[j] = (first[j] as number) + rx;
    if (moments === 1) continue;
    const line = j * p;
    for (let k = 0; k <= j; k++) second[line + k] = (second[line + k] as number) + rx * (x[at + k] as number);
    if (moments === 3) addThird(third, x, at, p, j, rx);
  }
  return r;
}

function addThird(third: Float64Array, x: Float64Array, at: number, p: number, j: number, rx: number): void {
  for (let k = 0; k < p; k++) {
    const rxx = rx * (x[at + k] as number);
    const line = (j * p + k) * p;
    for (let l = 0; l < p; l++) third[line + l] = (third[line + l] as number) + rxx * (x[at + l] as number);
  }
}
