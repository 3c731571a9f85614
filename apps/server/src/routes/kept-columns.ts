import { type ChartRow, type ChartTable, keyOf, type Problem, tableNamed } from "@osteon/codebook";
import { chartPages, type Session } from "@osteon/registry";

/** A table whose file has not every column, and what was said against it. */
export interface PartTable {
  readonly chart: ChartTable;
  readonly problems: readonly Problem[];
}

/**
 * Fills the columns that a file has not with what the registry holds of each row, so that leaving a column out changes
 * nothing; rows that are new begin without a value there. The column of the table's own key can never be left out.
 */
export async function keepColumns(session: Session, { chart, problems }: PartTable): Promise<PartTable> {
  const { absent = [], ...whole } = chart;
  const table = tableNamed(chart.name);
  const key = keyOf(table).name;
  if (absent.length === 0 || absent.includes(key)) return { chart, problems };
  const meant = new Set(whole.rows.map(({ cells }) => (cells[key] ?? "").trim()));
  const held = new Map<string, ChartRow>();
  for await (const page of chartPages(session, table, { inside: true }))
    for (const cells of page) if (meant.has(cells[key] ?? "")) held.set(cells[key] ?? "", cells);
  const rows = whole.rows.map((row) => {
    const kept = held.get((row.cells[key] ?? "").trim());
    const filled = absent.map((name) => [name, kept?.[name] ?? ""]);
    return { ...row, cells: { ...row.cells, ...Object.fromEntries(filled) } };
  });
  return { chart: { ...whole, rows }, problems: problems.filter(({ code }) => code !== "missing-column") };
}
