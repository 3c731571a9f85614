import { type DataColumn, type DataFile, numberOf } from "@osteon/interop";
import { EXIT, Stop } from "@osteon/run";
import { columnNamed, columnOrNone } from "./columns.ts";

/** Some rows of a file, and the file they are of: codes and levels are those of the whole. */
export interface ChosenRows {
  readonly data: DataFile;
  readonly whole: DataFile;
  /** Places of the rows in the whole. */
  readonly kept: readonly number[];
  /** Columns by which they were chosen. */
  readonly by: readonly string[];
}

/** Rows in which every `COLUMN=VALUE` holds; numbers are compared as numbers, codes as they are written. */
export function rowsWhere(whole: DataFile, conditions: readonly string[]): ChosenRows {
  const tests = conditions.map((condition) => conditionOf(whole, condition));
  const rows = Array.from({ length: whole.rowCount }, (_, row) => row);
  const kept = rows.filter((row) => tests.every(({ holds }) => holds(row)));
  if (kept.length === 0 && whole.rowCount > 0)
    throw new Stop(EXIT.usage, `No row of ${whole.file} has ${conditions.join(" and ")}.`);
  return { data: keepRows(whole, kept), whole, kept, by: tests.map(({ column }) => column) };
}

function conditionOf(data: DataFile, condition: string) {
  const { name, value } = splitCondition(data, condition, "--where");
  const column = columnNamed(data, name);
  return { column: column.name, holds: (row: number) => isValue(column, row, value) };
}

/** `COLUMN=VALUE`, the column being the longest name that the file has. */
export function splitCondition(data: DataFile, condition: string, option: string) {
  const places = [...condition.matchAll(/=/g)].map(({ index }) => index).reverse();
  const place = places.find((at) => columnOrNone(data, condition.slice(0, at).trim()) !== undefined) ?? places.at(-1);
  if (place === undefined || place === 0) throw new Stop(EXIT.usage, `${option} ${condition}: write COLUMN=VALUE.`);
  return { name: condition.slice(0, place).trim(), value: condition.slice(place + 1).trim() };
}

/** Whether a row has a value, as somebody writes it. */
export function isValue(column: DataColumn, row: number, wanted: string): boolean {
  const value = column.values[row];
  if (wanted === "" || value === null || value === undefined) return wanted === "" && (value ?? null) === null;
  if (column.kind === "text") return value === wanted;
  const written = column.written?.[row] ?? String(value);
  if (isLong(written) || isLong(wanted)) return written === wanted;
  return value === numberOf(wanted);
}

/** A code whose zeros or last digits a number would lose. */
const isLong = (text: string): boolean => /^[+-]?0\d/.test(text) || /^[+-]?\d{16,}$/.test(text);

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
