import {
  type FollowUp,
  type FollowUpColumns,
  type GroupedColumns,
  type StratifiedColumns,
  type Subjects,
  subjectsOf,
} from "./follow-up.ts";
import { gathered, rowsWhere } from "./gathered.ts";
import { settleTimes } from "./near-ties.ts";
import { type Cells, cellsOf, tableOfDays, tablesOfOrder } from "./tabulate.ts";

/** One distinct time: who was at risk just before it, and what happened on it. Censored on a day are still at risk that day. */
export interface EventTime {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
}

/**
 * The distinct times at which somebody ends or enters, ascending, as columns; sums of weights where there are weights. At any time
 * between two places those are at risk who are at the next one.
 */
export interface EventTable {
  readonly time: Float64Array;
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
  readonly censored: Float64Array;
  /** Sum of weights of all subjects. */
  readonly n: number;
  /** Sums of squared weights, where there are case weights. */
  readonly squares: { readonly events: Float64Array; readonly censored: Float64Array; readonly n: number } | undefined;
}

/** Rows, columns, or tables made of either before, which several estimates can share. */
export type SurvivalData = readonly FollowUp[] | FollowUpColumns | StratifiedColumns | GroupedColumns | EventTables;

/** One table for each cell of group and stratum. */
export interface EventTables extends Cells {
  /** The table of a cell at stratum * groups + group. */
  readonly tables: readonly EventTable[];
  readonly missing: number;
  /** Times taken for their neighbour because they differ by rounding alone. */
  readonly mergedTimes: number;
  readonly delayedEntry: boolean;
}

/**
 * Rows by group, stratum and distinct time. Whole days are counted in one pass over the rows; other times are sorted, and those
 * that differ by rounding alone become one.
 */
export function eventTables(data: SurvivalData): EventTables {
  return "tables" in data ? data : tabulate(subjectsOf(data));
}

export function tabulate(subjects: Subjects): EventTables {
  const cells = cellsOf(subjects);
  const notes = { missing: subjects.missing, delayedEntry: subjects.start !== undefined };
  const counted = tableOfDays(subjects, cells);
  if (counted !== undefined) return { ...cells, tables: counted, mergedTimes: 0, ...notes };
  const settled = settleTimes(Float64Array.from(subjects.time), subjects.start);
  const tables = tablesOfOrder(subjects, cells, settled);
  return { ...cells, tables, mergedTimes: settled.merged, ...notes };
}

/** Rows by distinct time, ascending, whatever their group. */
export function eventTable(rows: readonly FollowUp[]): readonly EventTime[] {
  const [table] = eventTables(rows.map(({ time, event, n }) => ({ time, event, n }))).tables;
  return table === undefined ? [] : Array.from(table.time.keys(), (i) => timeAt(table, i));
}

/** Without the times at which somebody enters and nobody ends: a curve has no step there. */
export function endsOnly(table: EventTable): EventTable {
  const kept = rowsWhere(table.time.length, (i) => (table.events[i] as number) + (table.censored[i] as number) > 0);
  if (kept.length === table.time.length) return table;
  const at = (column: Float64Array) => gathered(column, kept);
  const { time, atRisk, events, censored, squares } = table;
  return {
    ...table,
    ...{ time: at(time), atRisk: at(atRisk), events: at(events), censored: at(censored) },
    squares: squares && { ...squares, events: at(squares.events), censored: at(squares.censored) },
  };
}

export function timeAt({ time, atRisk, events, censored }: EventTable, i: number): EventTime {
  return {
    time: time[i] as number,
    atRisk: atRisk[i] as number,
    events: events[i] as number,
    censored: censored[i] as number,
  };
}
