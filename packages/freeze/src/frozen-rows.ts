import {
  type ChartRow,
  type Charts,
  type Codebook,
  frozenColumns,
  keyOf,
  type ResolutionPolicy,
  SHIPPED,
  type Table,
} from "@osteon/codebook";
import { type Cell, compareText, type LoadTable } from "@osteon/engine";
import { byList, cellReaders } from "./cell-readers.ts";

/**
 * The rows of every chart table as they are frozen: sorted by patient and key, numbered from 1 in that order.
 * The charts must have passed the checks: what the codebook refuses throws here.
 */
export function frozenRows(charts: Charts, policy: ResolutionPolicy, book: Codebook = SHIPPED): readonly LoadTable[] {
  const lists = byList(book);
  const numbers = new Map<string, ReadonlyMap<string, number>>();
  return book.tables.map((table) => {
    const rows = sortedRows(charts, table);
    numbers.set(table.name, rowNumbers(table, rows));
    return {
      name: table.name,
      columns: frozenColumns(table).map(({ name, type }) => ({ name, type })),
      rows: convert(rows, cellReaders(table, numbers, policy, lists)),
    };
  });
}

function sortedRows(charts: Charts, table: Table): readonly ChartRow[] {
  const key = keyOf(table).name;
  const rows = charts.filter((chart) => chart.name === table.name).flatMap((chart) => chart.rows);
  return rows
    .map((row) => row.cells)
    .sort((a, b) => compareText(a.patient ?? "", b.patient ?? "") || compareText(a[key] ?? "", b[key] ?? ""));
}

function rowNumbers(table: Table, rows: readonly ChartRow[]): ReadonlyMap<string, number> {
  const key = keyOf(table).name;
  const numbers = new Map(rows.map((row, index) => [row[key] ?? "", index + 1]));
  if (numbers.size < rows.length) throw new Error(`a key occurs twice in ${table.name}`);
  return numbers;
}

function convert(rows: readonly ChartRow[], readers: ReturnType<typeof cellReaders>): Cell[][] {
  return rows.map((row) => readers.map((read) => read(row)));
}
