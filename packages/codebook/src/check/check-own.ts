import { isoDate } from "../calendar-day.ts";
import type { ChartRow } from "../charts.ts";
import type { Field, Table } from "../field.ts";
import type { ShownWhen } from "../own/own-field.ts";
import type { Problem } from "../problem.ts";
import { at, type CellFault, queried, refused } from "./fault.ts";
import { cellOf, dateOf, statedValue } from "./read-cell.ts";
import type { RowCheck } from "./row-check.ts";

/** Whether a field that hangs on another is asked in this row. */
export const isShown = (cells: ChartRow, shownWhen: ShownWhen | undefined): boolean =>
  shownWhen === undefined || cellOf(cells, shownWhen.field) === shownWhen.equals;

/** Rules of fields of a registry's own; nothing where the table has none. What is kept is past being required or retired. */
export function ownCheck({ fields }: Table, today: string | undefined): readonly RowCheck[] {
  const own = fields.filter((field) => field.own !== undefined);
  return own.length === 0 ? [] : [({ cells }) => own.flatMap((field) => ownFaults(field, cells, today))];
}

/** Whether a field of a registry's own must be answered in this row: it is shown, and the row is of its day or later. Days as 2009-05-17. */
export function isNeededNow({ own = {} }: Pick<Field, "own">, cells: ChartRow, today: string | undefined): boolean {
  const { requiredFrom, shownWhen } = own;
  if (requiredFrom === undefined || own.retired || own.kept || !isShown(cells, shownWhen)) return false;
  const date = requiredFrom.by === "" ? undefined : dateOf(cells, requiredFrom.by);
  const day = requiredFrom.by === "" ? today : date && isoDate(date.first);
  return day !== undefined && day >= requiredFrom.on;
}

function ownFaults({ name, own = {} }: Field, cells: ChartRow, today: string | undefined): readonly CellFault[] {
  const cell = cellOf(cells, name);
  if (cell !== "" && own.retired && !own.kept) return [at(name, refused("retired-field", { field: name }))];
  const { requiredFrom, shownWhen } = own;
  if (cell === "" && isNeededNow({ own }, cells, today))
    return [at(name, refused("required-since", { field: name, from: requiredFrom?.on ?? "" }))];
  if (statedValue(cells, name) === undefined || isShown(cells, shownWhen)) return [];
  const { field: other = "", equals: code = "" } = shownWhen ?? {};
  return [at(name, queried("not-asked", { field: name, other, code }))];
}

/**
 * What is said of a row that stood before: a value of a registry's own field that nobody touched stays although it fits no longer,
 * and is asked about; of a field that was retired, or an entry of a list, not even that.
 */
export function askedOfStanding(
  problems: readonly Problem[],
  { fields }: Table,
  { cells: was, status }: { readonly cells: ChartRow; readonly status?: "draft" | "complete" | undefined },
  is: ChartRow,
): readonly Problem[] {
  const own = new Set(fields.flatMap((field) => (field.own === undefined ? [] : [field.name])));
  return problems.flatMap((problem) => {
    const column = problem.where.column ?? "";
    const cell = cellOf(is, column);
    if (problem.code === "retired-choice") return cell === cellOf(was, column) ? [] : [problem];
    if (problem.severity !== "refused" || !own.has(column) || cell === "" || cell !== cellOf(was, column))
      return [problem];
    if (problem.code === "retired-field") return [];
    if (status !== "complete") return [problem];
    return [{ ...problem, ...queried("narrowed-since", { field: column, value: cell }) }];
  });
}
