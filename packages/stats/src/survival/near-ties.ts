import { sortedOrder } from "./sorted-order.ts";

/** Times closer than this, absolutely or beside their mean, are one time written by two routes (R's timefix). */
export const SAME_TIME = Math.sqrt(Number.EPSILON);

export interface SettledTimes {
  readonly time: Float64Array;
  readonly start: Float64Array | undefined;
  /** Rows by time, and their times in that order. */
  readonly order: Uint32Array;
  readonly sorted: Float64Array;
  /** How many distinct times were taken for their neighbour; 0 where the times come back as they were. */
  readonly merged: number;
}

/**
 * Times that differ by rounding alone become the first of them, as R does before every survival estimate: months computed
 * along three algebraically equal routes are then tied. Whole days need none of it. R: survival::aeqSurv
 */
export function settleTimes(time: Float64Array, start: Float64Array | undefined): SettledTimes {
  const all = new Float64Array(time.length + (start?.length ?? 0));
  all.set(time);
  if (start !== undefined) all.set(start, time.length);
  const { order, sorted } = sortedOrder(all);
  const distinct = distinctTimes(sorted);
  const nearest = SAME_TIME * Math.max(1, distinct.mean);
  const byTime = (times: Float64Array) => (start === undefined ? { order, sorted } : sortedOrder(times));
  if (!(distinct.smallestGap <= nearest)) return { time, start, merged: 0, ...byTime(time) };
  let merged = 0;
  let kept = sorted[0] as number;
  let before = kept;
  for (let i = 0; i < sorted.length; i++) {
    const gap = (sorted[i] as number) - before;
    before = sorted[i] as number;
    if (gap > nearest) kept = before;
    else if (gap > 0) merged++;
    sorted[i] = kept;
    all[order[i] as number] = kept;
  }
  const settled = all.subarray(0, time.length);
  return { time: settled, start: start && all.subarray(time.length), merged, ...byTime(settled) };
}

/** Whole times are what they are; others are settled. */
export function settledUnlessWhole(time: ArrayLike<number>, start: Float64Array | undefined) {
  const doubles = time instanceof Float64Array ? time : Float64Array.from(time);
  return areWhole(doubles) && (start === undefined || areWhole(start))
    ? { time: doubles, start, merged: 0 }
    : settleTimes(doubles, start);
}

function areWhole(values: Float64Array): boolean {
  for (let i = 0; i < values.length; i++) if (values[i] !== Math.floor(values[i] as number)) return false;
  return true;
}

/**
 * Starts and ends as estimates take them, null where either is missing: a row that starts at its end by then has no length, and no
 * estimate can take it. R: survival::aeqSurv, which refuses such a row
 */
export function settledTimes(
  time: readonly (number | null)[],
  start: readonly (number | null)[],
): { readonly time: readonly (number | null)[]; readonly start: readonly (number | null)[] } {
  const whole = [...time.keys()].filter((row) => time[row] !== null && start[row] !== null);
  const column = (values: readonly (number | null)[]) => Float64Array.from(whole, (row) => values[row] as number);
  const settled = settledUnlessWhole(column(time), column(start));
  const places = new Map(whole.map((row, place) => [row, place]));
  const back = (values: Float64Array | undefined) =>
    time.map((_, row) => {
      const place = places.get(row);
      return place === undefined ? null : ((values?.[place] ?? null) as number | null);
    });
  return { time: back(settled.time), start: back(settled.start) };
}

function distinctTimes(sorted: Float64Array): { readonly mean: number; readonly smallestGap: number } {
  let sum = sorted[0] ?? 0;
  let count = 1;
  let smallestGap = Number.POSITIVE_INFINITY;
  for (let i = 1; i < sorted.length; i++) {
    const gap = (sorted[i] as number) - (sorted[i - 1] as number);
    if (gap === 0) continue;
    sum += sorted[i] as number;
    count++;
    if (gap < smallestGap) smallestGap = gap;
  }
  return { mean: sum / count, smallestGap };
}
