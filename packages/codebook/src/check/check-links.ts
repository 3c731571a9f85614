import type { Charts } from "../charts.ts";
import { keyOf, tableNamed } from "../codebook.ts";
import type { Table } from "../field.ts";
import { missingReasonOf } from "../missing-reason.ts";
import type { Problem } from "../problem.ts";
import { type Row, raise } from "./raise.ts";

/** Keys of one table, and to which child each belongs. */
type Keys = ReadonlyMap<string, { readonly row: Row; readonly patient: string }>;

/** Keys that stand twice, references to rows that are not there, and references to another child's rows. */
export function checkLinks(charts: Charts): readonly Problem[] {
  const problems: Problem[] = [];
  const keys = new Map<string, Keys>();
  for (const table of charts) keys.set(table.name, keysOf(rowsOf(table), tableNamed(table.name), problems));
  for (const table of charts) {
    const book = tableNamed(table.name);
    for (const at of rowsOf(table)) problems.push(...checkReferences(at, book, keys));
  }
  return problems;
}

/** The rows of a table as rows under examination. */
export function rowsOf(table: Charts[number]): readonly Row[] {
  return table.rows.map(({ row, cells }) => ({ table, row, cells }));
}

function keysOf(rows: readonly Row[], book: Table, problems: Problem[]): Keys {
  const { name } = keyOf(book);
  const seen = new Map<string, { row: Row; patient: string }>();
  for (const at of rows) {
    const key = at.cells[name] ?? "";
    const before = seen.get(key);
    if (key === "") continue;
    if (before === undefined) seen.set(key, { row: at, patient: at.cells.patient ?? "" });
    else
      problems.push(
        raise(
          at,
          name,
          "duplicate-key",
          `${key} stands in row ${before.row.row} already.`,
          "Give each row a number of its own, or remove the double.",
        ),
      );
  }
  return seen;
}

function checkReferences(at: Row, { fields }: Table, keys: ReadonlyMap<string, Keys>): readonly Problem[] {
  return fields.flatMap(({ name, type }) => {
    if (type.kind !== "reference") return [];
    const cell = at.cells[name] ?? "";
    const known = keys.get(type.table);
    if (known === undefined || missingReasonOf(cell) !== undefined) return [];
    const target = known.get(cell);
    if (target === undefined) {
      return [
        raise(
          at,
          name,
          "no-such-row",
          `There is no ${type.table} ${cell}.`,
          `Enter it in ${type.table}.csv, or mend the number here.`,
        ),
      ];
    }
    if (name === "patient" || target.patient === (at.cells.patient ?? "")) return [];
    return [
      raise(
        at,
        name,
        "other-patient",
        `${type.table} ${cell} belongs to ${target.patient}, this row to ${at.cells.patient ?? ""}.`,
        "Compare both rows with the chart.",
      ),
    ];
  });
}
