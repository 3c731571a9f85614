/** Rows written at a time, so that their lines stay near for the next covariate. */
const CHUNK = 2048;

export interface Standardised {
  /** (x - mean) / scale, entry j of row i at i * p + j. */
  readonly x: Float64Array;
  readonly means: Float64Array;
  /** Mean distance from the mean; 0 for a covariate that never varies. */
  readonly scales: Float64Array;
}

/** Columns as rows in an order, centred on weighted means and divided by mean distances. Three passes over the rows. */
export function standardise(
  columns: readonly ArrayLike<number>[],
  order: Uint32Array,
  weight: Float64Array,
): Standardised {
  const p = columns.length;
  const middles = Float64Array.from(columns, (column) => column[order[0] ?? 0] ?? 0);
  const x = gather(columns, order, middles);
  const { shifts, total } = weightedMeans(x, weight, p);
  const scales = centre(x, weight, shifts, total);
  for (let j = 0; j < p; j++) scales[j] = varies(x, j, p, middles[j] as number) ? (scales[j] as number) : 0;
  const factors = scales.map((scale) => (scale === 0 ? 0 : 1 / scale));
  for (let at = 0; at < x.length; at += p)
    for (let j = 0; j < p; j++) x[at + j] = (x[at + j] as number) * (factors[j] as number);
  return { x, means: middles.map((middle, j) => middle + (shifts[j] as number)), scales };
}

/**
 * Differences from the first row: an offset of 1e7 is gone before anything is summed. Columns are read in their own order and each
 * row is written to its place, which keeps to one line of memory a row where reading in the new order would take one a covariate.
 */
function gather(columns: readonly ArrayLike<number>[], order: Uint32Array, middles: Float64Array): Float64Array {
  const p = columns.length;
  const x = new Float64Array(order.length * p);
  const places = new Uint32Array(order.length);
  for (let i = 0; i < order.length; i++) places[order[i] as number] = i;
  for (let from = 0; from < order.length; from += CHUNK)
    for (let j = 0; j < p; j++) scatter(columns[j] as ArrayLike<number>, places, from, middles[j] as number, x, p, j);
  return x;
}

function scatter(
  column: ArrayLike<number>,
  places: Uint32Array,
  from: number,
  middle: number,
  x: Float64Array,
  p: number,
  j: number,
): void {
  const to = Math.min(places.length, from + CHUNK);
  for (let row = from; row < to; row++) x[(places[row] as number) * p + j] = (column[row] as number) - middle;
}

function weightedMeans(x: Float64Array, weight: Float64Array, p: number) {
  const shifts = new Float64Array(p);
  let total = 0;
  for (let i = 0, at = 0; i < weight.length; i++) {
    const w = weight[i] as number;
    total += w;
    for (let j = 0; j < p; j++) shifts[j] = (shifts[j] as number) + w * (x[at++] as number);
  }
  for (let j = 0; j < p; j++) shifts[j] = total > 0 ? (shifts[j] as number) / total : 0;
  return { shifts, total };
}

/** Takes the means off; gives the mean distances. */
function centre(x: Float64Array, weight: Float64Array, shifts: Float64Array, total: number): Float64Array {
  const p = shifts.length;
  const distances = new Float64Array(p);
  for (let i = 0, at = 0; i < weight.length; i++) {
    const w = weight[i] as number;
    for (let j = 0; j < p; j++, at++) {
      const centred = (x[at] as number) - (shifts[j] as number);
      x[at] = centred;
      distances[j] = (distances[j] as number) + w * Math.abs(centred);
    }
  }
  return distances.map((distance) => (total > 0 ? distance / total : 0));
}

/** The largest distance from 0 in each column of prepared rows. */
export function reachOf(x: Float64Array, p: number): Float64Array {
  const reach = new Float64Array(p);
  for (let at = 0; at < x.length; at += p)
    for (let j = 0; j < p; j++) reach[j] = Math.max(reach[j] as number, Math.abs(x[at + j] as number));
  return reach;
}

/** Whether a covariate differs from its mean by more than rounding anywhere. */
function varies(x: Float64Array, j: number, p: number, middle: number): boolean {
  const rounding = 4 * Number.EPSILON * Math.abs(middle);
  for (let at = j; at < x.length; at += p) if (Math.abs(x[at] as number) > rounding) return true;
  return false;
}
