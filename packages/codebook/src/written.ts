import type { ChartTable, PlacedRow } from "./charts.ts";
import { cellCheck } from "./check/cell-check.ts";
import { CODEBOOK, tableNamed } from "./codebook.ts";
import type { Field, Table } from "./field.ts";
import { type Problem, placed } from "./problem.ts";
import { FILE_NOTATION, type Written } from "./reading/notation.ts";
import { readCell, readingsOf } from "./reading/read-cell.ts";

/** A table whose dates and numbers are as the codebook writes them, and what could be read in two ways. */
export interface AsWritten {
  readonly chart: ChartTable;
  readonly problems: readonly Problem[];
}

/**
 * A table with its dates and numbers as the codebook writes them. What can be read in more than one way is a problem here, since
 * the codebook alone would read it in one; what cannot be read stays, for the checks to speak of.
 */
export function asWritten(chart: ChartTable, written: Written, tables: readonly Table[] = CODEBOOK): AsWritten {
  if (written === "codebook") return { chart, problems: [] };
  const fields = tableNamed(chart.name, tables).fields.filter(({ type }) => KINDS.has(type.kind));
  const problems: Problem[] = [];
  const rows = chart.rows.map((row) => {
    const unread: string[] = [...(row.unread ?? [])];
    const cells: Record<string, string> = { ...row.cells };
    for (const field of fields) {
      const { name } = field;
      const cell = row.cells[name];
      if (cell === undefined || row.certain?.includes(name) || unread.includes(name)) continue;
      cells[name] = readCell(field, cell, FILE_NOTATION[written]);
      if (readingsOf(field, cell.trim(), FILE_NOTATION[written]).length < 2) continue;
      unread.push(name);
      problems.push(...asked(chart, row, field, cells[name], written));
    }
    return { ...row, cells, ...(unread.length > 0 ? { unread } : {}) };
  });
  return { chart: { ...chart, rows }, problems };
}

const KINDS: ReadonlySet<string> = new Set(["date", "partial-date", "integer", "decimal"]);

/** The problems of a cell that was put in question, told of the cell as it stands in the file. */
function asked(
  { file }: ChartTable,
  { row, cells }: PlacedRow,
  field: Field,
  cell: string,
  written: Written,
): readonly Problem[] {
  const { name: column } = field;
  return cellCheck(
    field,
    FILE_NOTATION[written],
  )(cell).map((fault) => placed(fault, { file, row, column, value: cells[column] ?? "" }));
}
