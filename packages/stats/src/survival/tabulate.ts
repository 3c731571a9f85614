import type { EventTable } from "./event-table.ts";
import type { Subjects } from "./follow-up.ts";
import { gathered, rowsWhere } from "./gathered.ts";
import type { SettledTimes } from "./near-ties.ts";

/** Groups within strata; one group or stratum without a name where there are none. */
export interface Cells {
  readonly groups: readonly string[];
  readonly strata: readonly string[];
}

export function cellsOf({ group, stratum }: Subjects): Cells {
  return { groups: group?.names ?? ["all"], strata: stratum?.names ?? ["all"] };
}

/** What is summed for each place of a cell's time axis. */
interface Sums {
  readonly events: Float64Array;
  readonly censored: Float64Array;
  readonly entered: Float64Array | undefined;
  readonly squares: { readonly events: Float64Array; readonly censored: Float64Array } | undefined;
}

function emptySums(length: number, { start, weight }: Subjects): Sums {
  const zeros = () => new Float64Array(length);
  return {
    events: zeros(),
    censored: zeros(),
    entered: start && zeros(),
    squares: weight && { events: zeros(), censored: zeros() },
  };
}

/** Buckets per row that a table of days may take before sorting is cheaper. */
const SPARE = 4096;

/** One table a cell by counting days; undefined where times are not whole or too far apart for that. */
export function tableOfDays(subjects: Subjects, cells: Cells): readonly EventTable[] | undefined {
  const days = rangeOfDays(subjects);
  if (days === undefined) return undefined;
  const { first, width } = days;
  const size = cells.groups.length * cells.strata.length;
  if (width * size > SPARE + 4 * subjects.size) return undefined;
  const plain = subjects.start === undefined && subjects.count === undefined && subjects.weight === undefined;
  const sums = plain ? countPlain(subjects, cells, days) : sumDays(subjects, cells, days);
  return Array.from({ length: size }, (_, cell) => {
    const part = (column: Float64Array) => column.subarray(cell * width, (cell + 1) * width);
    const axis = Float64Array.from({ length: width }, (_day, i) => first + i);
    return tableOf(axis, {
      events: part(sums.events),
      censored: part(sums.censored),
      entered: sums.entered && part(sums.entered),
      squares: sums.squares && { events: part(sums.squares.events), censored: part(sums.squares.censored) },
    });
  });
}

interface Days {
  readonly first: number;
  readonly width: number;
}

/** First day and number of days, where every start and end is whole. */
function rangeOfDays({ time, start }: Subjects): Days | undefined {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const column of [time, start]) {
    if (column === undefined) continue;
    for (let i = 0; i < column.length; i++) {
      const day = column[i] as number;
      if (day !== Math.floor(day)) return undefined;
      if (day < first) first = day;
      if (day > last) last = day;
    }
  }
  return first > last ? { first: 0, width: 0 } : { first, width: last - first + 1 };
}

/** The hot loop: rows of one each without weights or delayed entry, into whole counters. */
function countPlain({ time, event, group, stratum, size }: Subjects, cells: Cells, { first, width }: Days): Sums {
  const total = cells.groups.length * cells.strata.length * width;
  const counters = new Uint32Array(2 * total);
  const groups = group?.codes;
  const strata = stratum?.codes;
  const step = 2 * width;
  const stratumStep = step * cells.groups.length;
  for (let i = 0; i < size; i++) {
    let at = 2 * ((time[i] as number) - first) + (event[i] as number);
    if (groups !== undefined) at += step * (groups[i] as number);
    if (strata !== undefined) at += stratumStep * (strata[i] as number);
    counters[at] = (counters[at] as number) + 1;
  }
  const sums = { events: new Float64Array(total), censored: new Float64Array(total) };
  for (let place = 0; place < total; place++) {
    sums.censored[place] = counters[2 * place] as number;
    sums.events[place] = counters[2 * place + 1] as number;
  }
  return { ...sums, entered: undefined, squares: undefined };
}

function sumDays(subjects: Subjects, cells: Cells, { first, width }: Days): Sums {
  const sums = emptySums(cells.groups.length * cells.strata.length * width, subjects);
  for (let i = 0; i < subjects.size; i++) {
    const cell = cellOf(subjects, cells, i) * width;
    addRow(sums, subjects, i, cell + (subjects.time[i] as number) - first);
    if (subjects.start !== undefined) enter(sums, subjects, i, cell + (subjects.start[i] as number) - first);
  }
  return sums;
}

function cellOf({ group, stratum }: Subjects, cells: Cells, i: number): number {
  return ((stratum?.codes[i] ?? 0) as number) * cells.groups.length + ((group?.codes[i] ?? 0) as number);
}

const countOf = ({ count }: Subjects, i: number): number => count?.[i] ?? 1;

function addRow(sums: Sums, subjects: Subjects, i: number, place: number): void {
  const weight = subjects.weight?.[i] ?? 1;
  const kind = subjects.event[i] === 1 ? "events" : "censored";
  sums[kind][place] = (sums[kind][place] as number) + countOf(subjects, i) * weight;
  if (sums.squares === undefined) return;
  sums.squares[kind][place] = (sums.squares[kind][place] as number) + countOf(subjects, i) * weight * weight;
}

function enter({ entered }: Sums, subjects: Subjects, i: number, place: number): void {
  if (entered !== undefined)
    entered[place] = (entered[place] as number) + countOf(subjects, i) * (subjects.weight?.[i] ?? 1);
}

/** Tables from rows in the order of their times: each distinct time of a cell is one place of its axis. */
export function tablesOfOrder(subjects: Subjects, cells: Cells, settled: SettledTimes): readonly EventTable[] {
  return rowsByCell(subjects, cells, settled).map(({ rows, times }) => {
    const axis = axisOf(times, settled.start && gathered(settled.start, rows));
    const sums = emptySums(axis.length, subjects);
    let place = 0;
    for (let i = 0; i < rows.length; i++) {
      while ((axis[place] as number) < (times[i] as number)) place++;
      addRow(sums, subjects, rows[i] as number, place);
    }
    if (settled.start !== undefined)
      for (const row of rows) enter(sums, subjects, row, placeOf(axis, settled.start[row] as number));
    return tableOf(axis, sums);
  });
}

interface CellRows {
  readonly rows: Uint32Array;
  readonly times: Float64Array;
}

/** Rows of each cell with their times, still in the order of these. */
function rowsByCell(subjects: Subjects, cells: Cells, { order, sorted }: SettledTimes): readonly CellRows[] {
  const size = cells.groups.length * cells.strata.length;
  if (size === 1) return [{ rows: order, times: sorted }];
  const counts = new Uint32Array(size);
  for (let i = 0; i < order.length; i++) {
    const cell = cellOf(subjects, cells, i);
    counts[cell] = (counts[cell] as number) + 1;
  }
  const parts = Array.from(counts, (count) => ({ rows: new Uint32Array(count), times: new Float64Array(count) }));
  const filled = new Uint32Array(size);
  for (let i = 0; i < order.length; i++) {
    const row = order[i] as number;
    const cell = cellOf(subjects, cells, row);
    const place = filled[cell] as number;
    const part = parts[cell] as CellRows;
    part.rows[place] = row;
    part.times[place] = sorted[i] as number;
    filled[cell] = place + 1;
  }
  return parts;
}

/** Distinct times of a cell, and its distinct starts, since who starts on a time is not yet at risk on it. */
function axisOf(times: Float64Array, starts: Float64Array | undefined): Float64Array {
  if (starts === undefined) return distinct(times);
  const both = new Float64Array(times.length + starts.length);
  both.set(times);
  both.set(starts, times.length);
  return distinct(both.sort());
}

function distinct(sorted: Float64Array): Float64Array {
  const values = new Float64Array(sorted.length);
  let size = 0;
  for (let i = 0; i < sorted.length; i++)
    if (i === 0 || sorted[i] !== sorted[i - 1]) values[size++] = sorted[i] as number;
  return values.subarray(0, size);
}

/** Place of a value that stands on the axis. */
function placeOf(axis: Float64Array, value: number): number {
  let low = 0;
  let high = axis.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((axis[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sum(column: Float64Array): number {
  let total = 0;
  for (let i = 0; i < column.length; i++) total += column[i] as number;
  return total;
}

/** Numbers at risk, and places at which nobody ends or enters taken out. */
function tableOf(axis: Float64Array, { events, censored, entered, squares }: Sums): EventTable {
  const leaving = (i: number) => (events[i] as number) + (censored[i] as number);
  const kept = rowsWhere(axis.length, (i) => leaving(i) > 0 || (entered?.[i] ?? 0) > 0);
  const at = (column: Float64Array) => (kept.length === axis.length ? column : gathered(column, kept));
  return {
    time: at(axis),
    atRisk: at(numbersAtRisk(axis.length, leaving, entered)),
    events: at(events),
    censored: at(censored),
    n: sum(events) + sum(censored),
    squares: squares && {
      events: at(squares.events),
      censored: at(squares.censored),
      n: sum(squares.events) + sum(squares.censored),
    },
  };
}

/** From the end backwards, so that the last at risk are exactly those who leave last, whatever their weights. */
function numbersAtRisk(size: number, leaving: (i: number) => number, entered: Float64Array | undefined): Float64Array {
  const atRisk = new Float64Array(size);
  let left = 0;
  for (let i = size - 1; i >= 0; i--) {
    left += leaving(i) - (entered?.[i] ?? 0);
    atRisk[i] = left;
  }
  return atRisk;
}
