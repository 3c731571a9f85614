import type { ChartRow, ChartTable } from "../charts.ts";
import { cellCheck } from "../check/cell-check.ts";
import type { Analyte } from "../codes/analyte.ts";
import type { Drug } from "../codes/drug.ts";
import type { Table } from "../field.ts";
import { type Checked, type Problem, placed } from "../problem.ts";
import { ANALYTE_TABLE, analyteOf, analyteProblems } from "./analyte-list.ts";
import { DRUG_TABLE, drugOf, drugProblems } from "./drug-list.ts";

/** The drugs that the rows of a file state, or all that is wrong with them. */
export const readDrugs = (chart: ChartTable): Checked<readonly Drug[]> =>
  readList(chart, DRUG_TABLE, drugOf, drugProblems);

/** The analytes that the rows of a file state, or all that is wrong with them. */
export const readAnalytes = (chart: ChartTable): Checked<readonly Analyte[]> =>
  readList(chart, ANALYTE_TABLE, analyteOf, analyteProblems);

function readList<Entry>(
  { file, rows }: ChartTable,
  { fields }: Table,
  entryOf: (cells: ChartRow) => Entry,
  problemsOf: (entries: readonly Entry[]) => readonly Problem[],
): Checked<readonly Entry[]> {
  const cells = rows.flatMap(({ row, cells: own }) =>
    fields.flatMap((field): readonly Problem[] =>
      cellCheck(field)(own[field.name] ?? "").map((fault) =>
        placed(fault, { file, row, column: field.name, value: own[field.name] ?? "" }),
      ),
    ),
  );
  if (cells.some(({ severity }) => severity === "refused")) return { ok: false, problems: cells };
  const entries = rows.map(({ cells: own }) => entryOf(own));
  const problems = problemsOf(entries).map((problem) => ({ ...problem, where: { ...problem.where, file } }));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: entries, queries: [] };
}
