import type { ChartRow, Charts } from "../charts.ts";
import { CODEBOOK, keyOf, tableNamed } from "../codebook.ts";
import type { Problem } from "../problem.ts";
import { checkCharts } from "./check-charts.ts";

/** A row of one child's chart; the key of a new row may be empty. */
export interface KeyedRow {
  readonly table: string;
  readonly key: string;
  readonly cells: ChartRow;
}

/** Stands for the number that a new row gets only when it is written. */
const UNNUMBERED = "new";

/** Rows of a chart are counted from 2, as in a file; the row that is checked comes first. */
const THIS_ROW = 2;

/** The problems of one row within the child's whole chart; the rows beside it are not blamed. A stored version of the row itself is left out. */
export function checkRow(chart: readonly KeyedRow[], { table, key, cells }: KeyedRow): readonly Problem[] {
  const named = key === "" ? { ...cells, [keyOf(tableNamed(table)).name]: UNNUMBERED } : cells;
  const charts: Charts = CODEBOOK.map(({ name }) => {
    const stored = chart.filter((row) => row.table === name && !(name === table && row.key === key));
    const all = [...(name === table ? [named] : []), ...stored.map((row) => row.cells)];
    return { name, file: name, rows: all.map((one, place) => ({ row: place + THIS_ROW, cells: one })) };
  });
  return checkCharts(charts).filter(({ where }) => where.file === table && where.row === THIS_ROW);
}
