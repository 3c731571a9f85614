import type { Chart, Row } from "@osteon/api";
import type { EpochDay } from "@osteon/codebook";
import { byDay, dayOf, rowsOf } from "../chart-rows.ts";

/** The last value that is known of something measured again and again. */
export interface LastResult {
  readonly row: Row;
  readonly value: number;
  /** Rows since then that should hold it and do not, such as a visit at which pain was not asked for. */
  readonly since: readonly Row[];
}

/** A number as a chart holds it; undefined for a missing reason and for what cannot be read. */
export const numberIn = (cell: string | undefined): number | undefined =>
  /^-?\d+(\.\d+)?$/.test(cell ?? "") ? Number(cell) : undefined;

/** The last complete row of a table, until a day, whose field holds a number; `of` narrows the rows. */
export function lastResult(
  chart: Chart,
  table: string,
  field: string,
  dayField: string,
  today: EpochDay,
  of: (row: Row) => boolean = () => true,
): { readonly last: LastResult | undefined; readonly rows: number } {
  const rows = byDay(rowsOf(chart, table)).filter(
    (row) => row.status === "complete" && of(row) && (dayOf(row.cells[dayField]) ?? Number.POSITIVE_INFINITY) <= today,
  );
  const place = rows.findLastIndex(({ cells }) => numberIn(cells[field]) !== undefined);
  const row = rows[place];
  const value = numberIn(row?.cells[field]);
  if (row === undefined || value === undefined) return { last: undefined, rows: rows.length };
  return { last: { row, value, since: rows.slice(place + 1) }, rows: rows.length };
}
