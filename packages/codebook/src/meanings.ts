import type { ChartTable } from "./charts.ts";

/** What a file's own values mean: by table and field, the code of the codebook for each value as it is written there. */
export type Meanings = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;

/** A table with its values as the codebook writes them; a value that nobody gave a meaning stays, for the checks to speak of. */
export function asMeant(chart: ChartTable, meanings: Meanings): ChartTable {
  const fields = new Map(
    Object.entries(meanings)
      .filter(([table]) => table === chart.name)
      .flatMap(([, columns]) =>
        Object.entries(columns).map(([field, codes]) => [field, new Map(Object.entries(codes))] as const),
      ),
  );
  if (fields.size === 0) return chart;
  const rows = chart.rows.map((row) => ({
    ...row,
    cells: Object.fromEntries(
      Object.entries(row.cells).map(([field, cell]) => [field, fields.get(field)?.get(cell.trim()) ?? cell]),
    ),
  }));
  return { ...chart, rows };
}
