import type { Results } from "@osteon/estimate";
import type { PageTable } from "../tables/page-table.ts";

/** RFC 4180 with LF; a cell is quoted where it must be. */
function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(quoted).join(",")}\n`).join("");
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const RESULT_COLUMNS = [
  "id",
  "analysis",
  "group",
  "statistic",
  "at",
  "value",
  "because",
  "unit",
  "method",
  "tally",
] as const;

/** One row for each result; a number that could not be estimated is empty, and `because` says why. */
export function resultsCsv({ results }: Results): string {
  return csvText([
    RESULT_COLUMNS,
    ...results.map((result) => RESULT_COLUMNS.map((column) => String(result[column] ?? ""))),
  ]);
}

/** A table as the report shows it; the notes follow as rows of one cell. */
export function tableCsv({ heads, rows, notes }: PageTable): string {
  return csvText([
    heads,
    ...rows.map(({ label, cells }) => [label, ...cells.map(({ text }) => text)]),
    ...notes.map((note) => [note]),
  ]);
}
