import { type Charts, type Codebook, checkCharts } from "@osteon/codebook";
import type { StoredRow } from "@osteon/registry";

type ChartedRow = Pick<StoredRow, "table" | "key" | "cells" | "status">;

/** The complete rows as charts, less those that hang on a draft; nothing where they cannot be read by rules. */
export function completeCharts(rows: readonly ChartedRow[], book: Codebook): Charts | undefined {
  const complete = new Set(
    rows.filter(({ status }) => status === "complete").map(({ table, key }) => `${table} ${key}`),
  );
  const hangsOnDraft = ({ table, cells }: ChartedRow): boolean =>
    (book.tables.find(({ name }) => name === table)?.fields ?? []).some(
      ({ name, type }) =>
        type.kind === "reference" && (cells[name] ?? "") !== "" && !complete.has(`${type.table} ${cells[name]}`),
    );
  const told = rows.filter((row) => row.status === "complete" && !hangsOnDraft(row));
  const charts = book.tables.map(({ name }) => ({
    name,
    file: name,
    rows: told.filter(({ table }) => table === name).map(({ cells }, place) => ({ row: place + 2, cells })),
  }));
  return checkCharts(charts, { book }).some(({ severity }) => severity === "refused") ? undefined : charts;
}
