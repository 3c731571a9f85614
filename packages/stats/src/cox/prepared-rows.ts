import { subjectsOf } from "../survival/follow-up.ts";
import { settledUnlessWhole } from "../survival/near-ties.ts";
import { sortedOrder } from "../survival/sorted-order.ts";
import { completeRows, pick } from "./complete-rows.ts";
import type { CoxData } from "./cox-data.ts";
import { standardise } from "./standardise.ts";

/**
 * Rows ready to be walked: by stratum, then from the last time to the first, events of a time before those censored on it.
 * Covariates stand row by row, centred on their weighted means and divided by their mean distance from them, so that neither an
 * offset of 1e7 nor the unit changes a fit.
 */
export interface PreparedRows {
  readonly size: number;
  readonly p: number;
  readonly names: readonly string[];
  /** (x - mean) / scale, entry j of row i at i * p + j. */
  readonly x: Float64Array;
  readonly means: Float64Array;
  /** 0 for a covariate that never varies. */
  readonly scales: Float64Array;
  readonly time: Float64Array;
  readonly event: Uint8Array;
  /** Case weight times count. */
  readonly weight: Float64Array;
  readonly count: Float64Array;
  readonly offset: Float64Array | undefined;
  readonly start: Float64Array | undefined;
  /** Rows from the last start to the first within each stratum; where start is given. */
  readonly byStart: Uint32Array | undefined;
  /** First row of each stratum, and the number of rows at the end. */
  readonly strata: Uint32Array;
  readonly strataNames: readonly string[];
  /** Row of the data that each prepared row came from. */
  readonly origin: Uint32Array;
  readonly n: number;
  readonly events: number;
  /** Sum of the weights of the events. */
  readonly eventWeight: number;
  readonly missing: number;
  readonly mergedTimes: number;
  readonly weighted: boolean;
  /** Sums over the events: weight x covariates, and weight x offset. */
  readonly observed: Float64Array;
  readonly observedOffset: number;
}

export function prepare(data: CoxData): PreparedRows {
  const complete = completeRows(data);
  const subjects = subjectsOf(complete.followUp);
  const { time, start, merged } = settledUnlessWhole(subjects.time, subjects.start);
  const { order, strata } = walkingOrder(
    time,
    subjects.event,
    subjects.stratum?.codes,
    subjects.stratum?.names.length ?? 1,
  );
  const rows = complete.rows;
  const count = ordered(subjects.count, order);
  const weight = ordered(subjects.weight, order);
  if (subjects.weight !== undefined && subjects.count !== undefined)
    for (let i = 0; i < weight.length; i++) weight[i] = (weight[i] as number) * (count[i] as number);
  const event = new Uint8Array(subjects.size);
  for (let i = 0; i < event.length; i++) event[i] = subjects.event[order[i] as number] as number;
  const startOrdered = start && ordered(start, order);
  const covariates = data.covariates.map(({ values }) => pick(values, rows));
  const standard = standardise(covariates, order, subjects.weight === undefined ? count : weight);
  const used = subjects.weight === undefined ? count : weight;
  const offset = data.offset && ordered(pick(data.offset, rows), order);
  return {
    ...standard,
    ...observedSums(covariates.length, standard.x, event, used, offset),
    size: subjects.size,
    p: covariates.length,
    names: data.covariates.map(({ name }) => name),
    time: ordered(time, order),
    event,
    weight: used,
    count,
    offset,
    start: startOrdered,
    byStart: startOrdered && startsDescending(startOrdered, strata),
    strata,
    strataNames: subjects.stratum?.names ?? ["all"],
    origin: rows === undefined ? order : order.map((row) => rows[row] as number),
    ...totals(count, event),
    eventWeight: used.reduce((sum, w, i) => sum + w * (event[i] as number), 0),
    missing: complete.missing,
    mergedTimes: merged,
    weighted: subjects.weight !== undefined,
  };
}

/** The same rows with some of the covariates. */
export function preparedColumns(rows: PreparedRows, kept: readonly number[]): PreparedRows {
  const p = kept.length;
  const x = Float64Array.from(
    { length: rows.size * p },
    (_, at) => rows.x[Math.floor(at / p) * rows.p + (kept[at % p] as number)] as number,
  );
  const of = (column: Float64Array) => Float64Array.from(kept, (j) => column[j] as number);
  const names = kept.map((j) => rows.names[j] as string);
  return { ...rows, p, x, names, means: of(rows.means), scales: of(rows.scales), observed: of(rows.observed) };
}

function observedSums(
  p: number,
  x: Float64Array,
  event: Uint8Array,
  weight: Float64Array,
  offset: Float64Array | undefined,
) {
  const observed = new Float64Array(p);
  let observedOffset = 0;
  for (let i = 0; i < event.length; i++) {
    if (event[i] === 0) continue;
    const w = weight[i] as number;
    if (offset !== undefined) observedOffset += w * (offset[i] as number);
    for (let j = 0; j < p; j++) observed[j] = (observed[j] as number) + w * (x[i * p + j] as number);
  }
  return { observed, observedOffset };
}

function totals(count: Float64Array, event: Uint8Array): { readonly n: number; readonly events: number } {
  let [n, events] = [0, 0];
  for (let i = 0; i < count.length; i++) {
    n += count[i] as number;
    events += (count[i] as number) * (event[i] as number);
  }
  return { n, events };
}

/** Rows by stratum ascending, time descending, events first. */
function walkingOrder(
  time: Float64Array,
  event: Uint8Array,
  codes: ArrayLike<number> | undefined,
  strataCount: number,
) {
  const size = time.length;
  const censoredFirst = new Uint32Array(size);
  let place = 0;
  for (const kind of [0, 1]) for (let i = 0; i < size; i++) if (event[i] === kind) censoredFirst[place++] = i;
  const order = sortedOrder(time, censoredFirst).order.reverse();
  const strata = new Uint32Array(strataCount + 1);
  strata[strataCount] = size;
  if (codes === undefined || strataCount === 1) return { order, strata };
  for (let i = 0; i < size; i++) strata[(codes[i] as number) + 1] = (strata[(codes[i] as number) + 1] as number) + 1;
  strata[strataCount] = (strata[strataCount] as number) - size;
  for (let s = 1; s <= strataCount; s++) strata[s] = (strata[s] as number) + (strata[s - 1] as number);
  const next = strata.slice();
  const byStratum = new Uint32Array(size);
  for (const row of order) {
    const code = codes[row] as number;
    byStratum[next[code] as number] = row;
    next[code] = (next[code] as number) + 1;
  }
  return { order: byStratum, strata };
}

/** A column in the walking order; ones where there is none. */
function ordered(column: ArrayLike<number> | undefined, order: Uint32Array): Float64Array {
  const values = new Float64Array(order.length).fill(1);
  if (column !== undefined) for (let i = 0; i < order.length; i++) values[i] = column[order[i] as number] as number;
  return values;
}

function startsDescending(start: Float64Array, strata: Uint32Array): Uint32Array {
  const all = new Uint32Array(start.length);
  for (let s = 0; s + 1 < strata.length; s++) {
    const first = strata[s] as number;
    const { order } = sortedOrder(start.subarray(first, strata[s + 1]));
    all.set(
      order.reverse().map((row) => row + first),
      first,
    );
  }
  return all;
}
