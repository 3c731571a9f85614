import type { DataFile } from "@osteon/interop";
import { Refusal } from "../refusal.ts";
import type { RowChoices } from "../shared-asked.ts";
import { rowsText } from "../shown/number-text.ts";
import { type Condition, conditionOf, holdsIn } from "./condition.ts";

/** Some rows of a file, and the file they are of: codes and levels are those of the whole. */
export interface ChosenRows {
  readonly data: DataFile;
  readonly whole: DataFile;
  /** Places of the rows in the whole. */
  readonly kept: readonly number[];
  /** Columns by which they were chosen. */
  readonly by: readonly string[];
  readonly conditions: readonly Condition[];
  readonly notes: readonly string[];
  /** The file as it was named, and how its cells were asked to be read. */
  readonly source: { readonly path: string; readonly choices: RowChoices };
}

/** Rows in which every condition holds; one whose cell is missing meets no condition about its value, which is said. */
export function rowsWhere(whole: DataFile, source: ChosenRows["source"]): ChosenRows {
  const texts = source.choices.where ?? [];
  const conditions = texts.map((text) => conditionOf(whole, text));
  const tests = conditions.map(holdsIn);
  const rows = Array.from({ length: whole.rowCount }, (_, row) => row);
  const kept = rows.filter((row) => tests.every((holds) => holds(row) === true));
  if (kept.length === 0 && whole.rowCount > 0)
    throw new Refusal("asked", `No row of ${whole.file} has ${texts.join(" and ")}.`);
  return {
    ...{ data: keepRows(whole, kept), whole, kept, conditions, source },
    by: conditions.map(({ column }) => column.name),
    notes: conditions.flatMap(({ column, comparison }, i) => {
      const unknown = rows.filter((row) => tests[i]?.(row) === undefined).length;
      return unknown === 0 || comparison === "=" || comparison === "in"
        ? []
        : [`${rowsText(unknown)} left out by --where ${texts[i]}: ${column.name} is missing.`];
    }),
  };
}

export function keepRows(data: DataFile, kept: readonly number[]): DataFile {
  const of = <Value>(values: readonly (Value | null)[]) => kept.map((row) => values[row] ?? null);
  return {
    ...data,
    columns: data.columns.map((column) =>
      column.kind === "text"
        ? { ...column, values: of(column.values) }
        : { ...column, values: of(column.values), ...(column.written && { written: of(column.written) }) },
    ),
    rowCount: kept.length,
    rowNumbers: kept.map((row) => data.rowNumbers[row] ?? row + 1),
  };
}
