import { type EventTable, eventTables } from "../survival/event-table.ts";

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
export function incidenceTables({ cause, ...columns }: CompetingColumns, causes: number): IncidenceTables {
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
    const { n, time, atRisk } = table;
    const place = {
      group: groups[cell % groups.length] ?? "",
      stratum: strata[Math.floor(cell / groups.length)] ?? "",
    };
    return { ...place, n, time, atRisk, events };
  });
  return { groups, strata, tables, missing };
}

function happened(code: number | null, which: number): 0 | 1 | null {
  if (code === null || Number.isNaN(code)) return null;
  return (which === 0 ? code > 0 : code === which) ? 1 : 0;
}
