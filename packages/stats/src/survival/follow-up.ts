import { type Codes, codesOf } from "./group-codes.ts";

/** Follow-up of `n` subjects who all end on `time`, with the event (1) or without (0). A null anywhere makes it missing. */
export interface FollowUp {
  readonly time: number | null;
  readonly event: 0 | 1 | null;
  readonly n: number;
  /** Delayed entry: seen only after this time, at risk in (start, time]. */
  readonly start?: number | null;
  /** Case weight of each of the n subjects; 1 where it is left out. */
  readonly weight?: number;
}

/** Follow-up in one of k groups. */
export interface GroupedFollowUp extends FollowUp {
  readonly group: string;
}

/** A row of a stratified comparison; groups are compared within strata only. */
export interface StratifiedFollowUp extends GroupedFollowUp {
  readonly stratum: string;
}

type Name = string | number;

/** The same as columns of equal length, plain or typed arrays: one place for each row. NaN is missing, as null is. */
export interface FollowUpColumns {
  readonly time: ArrayLike<number | null>;
  readonly event: ArrayLike<number | boolean | null>;
  readonly start?: ArrayLike<number | null>;
  readonly weight?: ArrayLike<number>;
  readonly n?: ArrayLike<number>;
}

export interface GroupedColumns extends FollowUpColumns {
  readonly group: ArrayLike<Name | null>;
}

export interface StratifiedColumns extends GroupedColumns {
  readonly stratum: ArrayLike<Name | null>;
}

/** Whole numbers stay as they came; anything else becomes doubles. */
export type Times = Float64Array | Float32Array | Int32Array | Uint32Array | Int16Array | Uint16Array | Uint8Array;

/** Rows that count, checked, as columns of one kind each. */
export interface Subjects {
  readonly size: number;
  readonly time: Times;
  readonly event: Uint8Array;
  readonly start: Float64Array | undefined;
  /** How many subjects a row stands for; undefined where each is one. */
  readonly count: Float64Array | undefined;
  readonly weight: Float64Array | undefined;
  readonly group: Codes | undefined;
  readonly stratum: Codes | undefined;
  /** Subjects left out because something of theirs is missing. */
  readonly missing: number;
}

type AnyColumns = FollowUpColumns & Partial<StratifiedColumns>;

/** Checks and brings into columns; rows with a gap are counted and left out. Throws RangeError on what cannot be. */
export function subjectsOf(data: readonly FollowUp[] | FollowUpColumns): Subjects {
  const columns = Array.isArray(data) ? columnsOfRows(data as readonly FollowUp[]) : (data as AnyColumns);
  const kept = completeRows(columns);
  const rows = kept.rows;
  return {
    size: rows?.length ?? columns.time.length,
    time: timesOf(columns.time, rows),
    event: eventsOf(columns.event, rows),
    start: columns.start && doubles(columns.start, rows),
    count: columns.n && doubles(columns.n, rows),
    weight: columns.weight && doubles(columns.weight, rows),
    group: columns.group && codesOf(picked(columns.group, rows) as ArrayLike<Name>),
    stratum: columns.stratum && codesOf(picked(columns.stratum, rows) as ArrayLike<Name>),
    missing: kept.missing,
  };
}

function columnsOfRows(rows: readonly (FollowUp & Partial<StratifiedFollowUp>)[]): AnyColumns {
  const column = <Name extends keyof StratifiedFollowUp>(name: Name) =>
    rows.some((row) => row[name] !== undefined) ? rows.map((row) => row[name] ?? null) : undefined;
  const columns = {
    time: rows.map(({ time }) => time),
    event: rows.map(({ event }) => event),
    n: rows.map(({ n }) => n),
    start: column("start"),
    weight: column("weight")?.map((weight) => weight ?? 1),
    group: column("group"),
    stratum: column("stratum"),
  };
  return Object.fromEntries(
    Object.entries(columns).filter(([, values]) => values !== undefined),
  ) as unknown as AnyColumns;
}

interface Kept {
  /** Undefined where all rows are kept. */
  readonly rows: Uint32Array | undefined;
  readonly missing: number;
}

/** Which rows have everything and count for something. Says the row of a number that cannot be. */
function completeRows(columns: AnyColumns): Kept {
  const { time, event, start, n, weight, group, stratum } = columns;
  const size = time.length;
  for (const [name, column] of Object.entries(columns))
    if (column.length !== size) throw new RangeError(`column ${name} has ${column.length} rows, time has ${size}`);
  if (isPlain(columns)) return { rows: undefined, missing: 0 };
  let left = 0;
  let missing = 0;
  const out = new Uint8Array(size);
  const names = group !== undefined || stratum !== undefined;
  for (let i = 0; i < size; i++) {
    const ends = time[i];
    const happened = event[i];
    const count = n === undefined ? 1 : (n[i] as number);
    if (n !== undefined && !(Number.isSafeInteger(count) && count >= 0))
      throw new RangeError(`a count must be a whole number from 0, got ${count} (row ${i + 1})`);
    let gap = ends === null || happened === null || Number.isNaN(ends) || Number.isNaN(happened);
    if (names) gap ||= group?.[i] === null || stratum?.[i] === null;
    if (start !== undefined) gap ||= start[i] === null || Number.isNaN(start[i]);
    if (gap || count === 0) {
      out[i] = 1;
      left++;
      missing += count;
      continue;
    }
    if (!((ends as number) >= 0 && (ends as number) < Number.POSITIVE_INFINITY))
      throw new RangeError(`a time of follow-up is from 0 up and finite, got ${ends} (row ${i + 1})`);
    if (start !== undefined && !((start[i] as number) >= 0 && (start[i] as number) < (ends as number)))
      throw new RangeError(`follow-up starts from 0 up and before it ends, got ${start[i]} to ${ends} (row ${i + 1})`);
    if (weight !== undefined && !((weight[i] as number) >= 0 && (weight[i] as number) < Number.POSITIVE_INFINITY))
      throw new RangeError(`a weight is from 0 up and finite, got ${weight[i]} (row ${i + 1})`);
  }
  if (left === 0) return { rows: undefined, missing: 0 };
  const rows = new Uint32Array(size - left);
  for (let i = 0, place = 0; i < size; i++) if (out[i] === 0) rows[place++] = i;
  return { rows, missing };
}

/** Typed columns of times, events and codes alone, all times possible: nothing can be missing, and one quick pass shows it. */
function isPlain({ time, event, start, n, weight, group, stratum }: AnyColumns): boolean {
  const bytes = [event, group ?? event, stratum ?? event].every((column) => column instanceof Uint8Array);
  if (!bytes || !ArrayBuffer.isView(time) || start !== undefined || n !== undefined || weight !== undefined)
    return false;
  return allPossible(time as unknown as Times);
}

function allPossible(time: Times): boolean {
  for (let i = 0; i < time.length; i++) {
    const value = time[i] as number;
    if (!(value >= 0 && value < Number.POSITIVE_INFINITY)) return false;
  }
  return true;
}

function picked<Value>(column: ArrayLike<Value>, rows: Uint32Array | undefined): ArrayLike<Value> {
  return rows === undefined ? column : Array.from(rows, (row) => column[row] as Value);
}

function doubles(column: ArrayLike<number | null>, rows: Uint32Array | undefined): Float64Array {
  if (rows === undefined)
    return column instanceof Float64Array ? column : Float64Array.from(column as ArrayLike<number>);
  const values = new Float64Array(rows.length);
  for (let i = 0; i < values.length; i++) values[i] = column[rows[i] as number] as number;
  return values;
}

function timesOf(column: ArrayLike<number | null>, rows: Uint32Array | undefined): Times {
  const typed = ArrayBuffer.isView(column) && !(column instanceof BigInt64Array);
  return typed && rows === undefined ? (column as unknown as Times) : doubles(column, rows);
}

function eventsOf(column: ArrayLike<number | boolean | null>, rows: Uint32Array | undefined): Uint8Array {
  if (column instanceof Uint8Array && rows === undefined && highest(column) <= 1) return column;
  const events = new Uint8Array(rows?.length ?? column.length);
  for (let i = 0; i < events.length; i++) {
    const row = rows === undefined ? i : (rows[i] as number);
    const value = Number(column[row]);
    if (value !== 0 && value !== 1) throw new RangeError(`an event is 0 or 1, got ${column[row]} (row ${row + 1})`);
    events[i] = value;
  }
  return events;
}

/** At least the highest of some bytes: all their bits. */
function highest(bytes: Uint8Array): number {
  let bits = 0;
  for (let i = 0; i < bytes.length; i++) bits |= bytes[i] as number;
  return bits;
}
