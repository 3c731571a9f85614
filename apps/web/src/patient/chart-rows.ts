import type { Chart, Row } from "@osteon/api";
import { CODEBOOK, type EpochDay, parsePartialDate, resolvePartialDate } from "@osteon/codebook";

/** The rows of one table of a chart. */
export const rowsOf = ({ rows }: Chart, table: string): readonly Row[] => rows.filter((row) => row.table === table);

/** The row of a child itself. */
export const ownRow = (chart: Chart): Row | undefined => chart.rows.find(({ table }) => table === "patient");

/** The day that a cell means, the middle of a partial date; undefined where it holds none. */
export function dayOf(cell: string | undefined): EpochDay | undefined {
  const date = parsePartialDate(cell ?? "");
  return date === undefined ? undefined : resolvePartialDate(date, "middle");
}

/** The field that says when a row of each table was: its first date, and of the child the diagnosis. */
export const DAY_FIELDS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    CODEBOOK.flatMap(({ name, fields }) => {
      const day = fields.find(({ type }) => type.kind === "date" || type.kind === "partial-date");
      return day === undefined ? [] : [[name, day.name]];
    }),
  ),
  patient: "diagnosed_on",
};

/** Rows from the earliest on; what has no day comes last. */
export function byDay(rows: readonly Row[]): readonly Row[] {
  const day = (row: Row) => dayOf(row.cells[DAY_FIELDS[row.table] ?? ""]) ?? Number.POSITIVE_INFINITY;
  return [...rows].sort((a, b) => day(a) - day(b) || a.key.localeCompare(b.key));
}
