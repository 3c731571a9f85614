import { addRow, addRows, type Moments } from "./moments.ts";
import type { PreparedRows } from "./prepared-rows.ts";

/** Sums over those at risk at one time with events, reused from time to time: read what is needed during the visit. */
export interface RiskSet {
  time: number;
  stratum: number;
  /** Rows of the events: first to before last. */
  first: number;
  last: number;
  /** Number of events, and sum of their weights. */
  deaths: number;
  deathWeight: number;
  /** Sum of weight x risk over those at risk, and over the events among them. */
  s0: number;
  d0: number;
  /** First to third moments of the covariates over the same; those of the events (d) stand only where several are tied. */
  readonly s1: Float64Array;
  readonly d1: Float64Array;
  /** Entry (j, k) at j * p + k, k <= j alone. */
  readonly s2: Float64Array;
  readonly d2: Float64Array;
  /** Entry (j, k, l) at (j * p + k) * p + l, all of them. */
  readonly s3: Float64Array;
  readonly d3: Float64Array;
}

/** Risk of each row: exp(x beta + offset), beta on the scale of the prepared covariates; into a column that may be used again. */
export function risks(
  { x, p, size, offset }: PreparedRows,
  beta: Float64Array,
  risk: Float64Array = new Float64Array(size),
): Float64Array {
  if (offset === undefined && beta.every((value) => value === 0)) return risk.fill(1);
  for (let i = 0, at = 0; i < size; i++) {
    let eta = offset === undefined ? 0 : (offset[i] as number);
    for (let j = 0; j < p; j++) eta += (x[at++] as number) * (beta[j] as number);
    risk[i] = Math.exp(eta);
  }
  return risk;
}

/** A sum that falls below this share of what it was holds the rounding of what was taken out of it. */
const LOST = 1e-6;
/** Passes over the rows that sums made afresh may cost. */
const MOST_AFRESH = 20;

/**
 * Visits every time with events, from the last to the first within each stratum. Who ends on a time is at risk on it; who starts
 * on it is not. One pass over the rows, and one over the starts where there are any; where those who are taken out outweigh the rest by
 * far, as on the way to a coefficient without end, the rest is summed afresh.
 */
export function walkRiskSets(
  rows: PreparedRows,
  risk: Float64Array,
  moments: Moments,
  visit: (set: RiskSet) => void,
): void {
  const { p, time, event, count, weight, strata } = rows;
  const set = emptySet(p, moments);
  const sums = { first: set.s1, second: set.s2, third: set.s3 };
  let afresh = MOST_AFRESH * rows.size;
  for (let stratum = 0; stratum + 1 < strata.length; stratum++) {
    const end = strata[stratum + 1] as number;
    let row = strata[stratum] as number;
    const leaving = { next: row, end };
    set.stratum = stratum;
    clear(set, "s");
    let inside = 0;
    let highest = 0;
    while (row < end) {
      const now = time[row] as number;
      set.first = row;
      set.deaths = 0;
      set.deathWeight = 0;
      if (event[row] === 1) {
        const alone = count[row] === 1 && !(row + 1 < end && event[row + 1] === 1 && time[row + 1] === now);
        if (alone) {
          set.deaths = 1;
          set.deathWeight = weight[row] as number;
          set.s0 += addRow(rows, risk, row++, sums, moments, 1);
        } else row = addTied(rows, risk, row, end, set, moments);
      }
      set.last = row;
      while (row < end && time[row] === now && event[row] === 0) row++;
      set.s0 += addRows(rows, risk, set.last, row, sums, moments);
      inside += row - set.first;
      highest = Math.max(highest, set.s0);
      inside -= remove(rows, risk, set, leaving, now, moments);
      if (inside > 0 && afresh > 0 && !(set.s0 >= LOST * highest)) {
        sumAfresh(rows, risk, set, strata[stratum] as number, row, now, moments);
        highest = set.s0;
        afresh -= row - (strata[stratum] as number);
      }
      if (set.deaths > 0) {
        set.time = now;
        visit(set);
      }
      if (inside === 0) {
        clear(set, "s");
        highest = 0;
      }
    }
  }
}

function emptySet(p: number, moments: Moments): RiskSet {
  const zeros = (order: Moments) => new Float64Array(moments >= order ? p ** order : 0);
  return {
    ...{ time: 0, stratum: 0, first: 0, last: 0, deaths: 0, deathWeight: 0, s0: 0, d0: 0 },
    ...{ s1: zeros(1), d1: zeros(1), s2: zeros(2), d2: zeros(2), s3: zeros(3), d3: zeros(3) },
  };
}

function clear(set: RiskSet, which: "s" | "d"): void {
  set[`${which}0`] = 0;
  for (const order of [1, 2, 3] as const) set[`${which}${order}`].fill(0);
}

/** Adds the events of one time to sums of their own and to those at risk; gives the row after them. */
function addTied(
  rows: PreparedRows,
  risk: Float64Array,
  first: number,
  end: number,
  set: RiskSet,
  moments: Moments,
): number {
  const { event, time, count, weight } = rows;
  clear(set, "d");
  let row = first;
  for (; row < end && event[row] === 1 && time[row] === time[first]; row++) {
    set.deaths += count[row] as number;
    set.deathWeight += weight[row] as number;
  }
  set.d0 = addRows(rows, risk, first, row, { first: set.d1, second: set.d2, third: set.d3 }, moments);
  set.s0 += set.d0;
  addTo(set.s1, set.d1);
  addTo(set.s2, set.d2);
  addTo(set.s3, set.d3);
  return row;
}

function addTo(sum: Float64Array, part: Float64Array): void {
  for (let i = 0; i < part.length; i++) sum[i] = (sum[i] as number) + (part[i] as number);
}

/** Takes out who starts at or after the time; gives their number of rows. */
function remove(
  rows: PreparedRows,
  risk: Float64Array,
  set: RiskSet,
  leaving: { next: number; readonly end: number },
  now: number,
  moments: Moments,
): number {
  const { byStart, start } = rows;
  if (byStart === undefined || start === undefined) return 0;
  const from = leaving.next;
  while (leaving.next < leaving.end) {
    const row = byStart[leaving.next] as number;
    if ((start[row] as number) < now) break;
    set.s0 += addRow(rows, risk, row, { first: set.s1, second: set.s2, third: set.s3 }, moments, -1);
    leaving.next++;
  }
  return leaving.next - from;
}

/** The sums over the rows before `end` that have started before a time. */
function sumAfresh(
  rows: PreparedRows,
  risk: Float64Array,
  set: RiskSet,
  first: number,
  end: number,
  now: number,
  moments: Moments,
): void {
  const sums = { first: set.s1, second: set.s2, third: set.s3 };
  clear(set, "s");
  for (let row = first; row < end; row++)
    if ((rows.start?.[row] as number) < now) set.s0 += addRow(rows, risk, row, sums, moments, 1);
}
