import { type EventTable, eventTables } from "../survival/event-table.ts";
import { gathered, rowsWhere } from "../survival/gathered.ts";

type Name = string | number;

/**
 * Follow-up that may end by one of several causes, as columns: 0 is censored, 1, 2, ... the causes. `n` counts subjects. A cause
 * that nobody has is no error.
 */
export interface CompetingColumns {
  readonly time: ArrayLike<number | null>;
  readonly cause: ArrayLike<number | null>;
  readonly group?: ArrayLike<Name | null>;
  readonly stratum?: ArrayLike<Name | null>;
  readonly n?: ArrayLike<number>;
  /** Delayed entry: at risk in (start, time]. */
  readonly start?: ArrayLike<number | null>;
  /** Rows of one subject. */
  readonly id?: ArrayLike<Name | null>;
}

/** Whether rows enter late, or several belong to one subject: for such data some methods have no form. */
export function isLateOrRepeated({ start, id }: Pick<CompetingColumns, "start" | "id">): boolean {
  const late = start !== undefined && Array.from(start).some((from) => from !== null && from > 0);
  const known = id === undefined ? [] : Array.from(id).filter((name) => name !== null);
  return late || new Set(known).size < known.length;
}

/** One group within one stratum: times at which somebody ends, at risk just before, and events by cause (0 for whichever). */
export interface IncidenceTable {
  readonly group: string;
  readonly stratum: string;
  readonly n: number;
  readonly time: Float64Array;
  readonly atRisk: Float64Array;
  readonly events: readonly Float64Array[];
}

export interface IncidenceTables {
  readonly groups: readonly string[];
  readonly strata: readonly string[];
  /** The table of a cell at stratum * groups + group. */
  readonly tables: readonly IncidenceTable[];
  readonly missing: number;
}

/** Tables with events of each cause up to `causes`. A code beyond them throws. */
export function incidenceTables({ cause, id: _, ...columns }: CompetingColumns, causes: number): IncidenceTables {
  for (let i = 0; i < cause.length; i++) {
    const code = cause[i] as number | null;
    if (code !== null && !Number.isNaN(code) && !(Number.isInteger(code) && code >= 0 && code <= causes))
      throw new RangeError(`a cause is 0 (censored) or 1 to ${causes}, got ${code} (row ${i + 1})`);
  }
  const counted = Array.from({ length: causes + 1 }, (_, which) =>
    eventTables({ ...columns, event: Array.from(cause, (code) => happened(code, which)) }),
  );
  const [any] = counted;
  const { groups = [], strata = [], missing = 0 } = any ?? {};
  const tables = (any?.tables ?? []).map((table, cell): IncidenceTable => {
    const events = counted.map(({ tables: own }) => (own[cell] as EventTable).events);
    const { n } = table;
    // Who enters is at risk from the next end on: entries themselves are no times of the curve.
    const ends = rowsWhere(table.time.length, (i) => (table.events[i] as number) + (table.censored[i] as number) > 0);
    const at = (column: Float64Array) => (ends.length === column.length ? column : gathered(column, ends));
    const place = {
      group: groups[cell % groups.length] ?? "",
      stratum: strata[Math.floor(cell / groups.length)] ?? "",
    };
    return { ...place, n, time: at(table.time), atRisk: at(table.atRisk), events: events.map(at) };
  });
  return { groups, strata, tables, missing };
}

function happened(code: number | null, which: number): 0 | 1 | null {
  if (code === null || Number.isNaN(code)) return null;
  return (which === 0 ? code > 0 : code === which) ? 1 : 0;
}
