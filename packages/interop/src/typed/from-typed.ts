import {
  cellOfTyped,
  isTypedHead,
  type Problem,
  placed,
  type Table,
  type TypedColumn,
  typedCell,
  typedColumns,
} from "@osteon/codebook";
import type { CsvRecord } from "../csv/csv-records.ts";
import { refused } from "../csv/file-problem.ts";

/** The records of a file as a chart folder holds them, and what is wrong with how they were written. */
export interface Untyped {
  readonly records: readonly CsvRecord[];
  readonly problems: readonly Problem[];
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Reads the typed form of a table back: a reason goes to where its value is missing, days that follow from a partial date go.
 * A file that has no column of reasons is not of that form, and stays as it is.
 */
export function fromTyped(records: readonly CsvRecord[], file: string, table: Table): Untyped {
  const [first, ...rest] = records;
  if (first === undefined || !isTypedHead(table, first.cells)) return { records, problems: [] };
  const beside = typedColumns(table).filter(({ name, holds }) => holds !== "value" && first.cells.includes(name));
  const names = new Set(beside.map(({ name }) => name));
  const placeOf = (name: string): number => first.cells.indexOf(name);
  const kept = first.cells.flatMap((name, place) => (names.has(name) ? [] : [place]));
  const problems: Problem[] = [];
  const read = rest.map((record): CsvRecord => {
    const { cells } = record;
    if (record.broken || record.swallowed !== undefined || cells.length !== first.cells.length) return record;
    const plain = kept.map((place) => {
      const field = table.fields.find(({ name }) => name === first.cells[place]);
      const value = cells[place] ?? "";
      if (field === undefined) return value;
      return cellOfTyped(field, value, (cells[placeOf(`${field.name}_missing`)] ?? "").trim());
    });
    for (const column of beside) {
      const problem = besideProblem(file, record, column, placeOf(column.name), placeOf(column.field.name));
      if (problem !== undefined) problems.push(problem);
    }
    return { ...record, cells: plain };
  });
  return { records: [{ ...first, cells: kept.map((place) => first.cells[place] ?? "") }, ...read], problems };
}

/** A reason beside a value, or a day that does not follow from its date. */
function besideProblem(
  file: string,
  { row, cells }: CsvRecord,
  column: TypedColumn,
  place: number,
  valuePlace: number,
): Problem | undefined {
  const { name, field, holds } = column;
  const [cell, value] = [(cells[place] ?? "").trim(), (cells[valuePlace] ?? "").trim()];
  const where = { file, row, column: name, value: cell };
  if (holds === "missing-reason") {
    if (cell === "" || value === "") return undefined;
    return placed(refused("value-and-reason", { field: field.name, found: value.slice(0, 80), reason: name }), where);
  }
  const follows = typedCell(column, value);
  if (!ISO_DAY.test(cell) || follows === "" || follows === cell) return undefined;
  return placed(refused("follows-from-date", { column: name, field: field.name, found: value, follows }), where);
}
