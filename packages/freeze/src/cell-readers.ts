import {
  ANALYTES,
  type ChartRow,
  type FrozenColumn,
  frozenColumns,
  LABORATORY_DECIMALS,
  missingReasonOf,
  parsePartialDate,
  type ReportedUnit,
  type ResolutionPolicy,
  resolvePartialDate,
  type Table,
} from "@osteon/codebook";
import type { Cell } from "@osteon/engine";
import { scaledDecimal } from "./exact-decimal.ts";

/** The number of each row by table and key. */
export type RowNumbers = ReadonlyMap<string, ReadonlyMap<string, number>>;

type CellReader = (row: ChartRow) => Cell;

/** For each frozen column of a table, in order: what it takes from a row of the chart. A cell that is missing is null. */
export function cellReaders(table: Table, numbers: RowNumbers, policy: ResolutionPolicy): readonly CellReader[] {
  return frozenColumns(table).map((column): CellReader => {
    const name = column.field.name;
    if (column.holds === "missing-reason") return (row) => missingReasonOf(row[name] ?? "") ?? null;
    const read = valueReader(table, column, numbers, policy);
    return (row) => {
      const cell = row[name] ?? "";
      return missingReasonOf(cell) === undefined ? read(cell, row) : null;
    };
  });
}

type ValueReader = (cell: string, row: ChartRow) => Cell;

function valueReader(table: Table, column: FrozenColumn, numbers: RowNumbers, policy: ResolutionPolicy): ValueReader {
  const { type, name } = column.field;
  switch (column.holds) {
    case "row-number":
      return rowNumberReader(type.kind === "reference" ? type.table : table.name, numbers);
    case "epoch-day":
      return (cell) => epochDayOf(cell, policy);
    case "number":
      return type.kind === "yes-no" ? yesNoNumber : wholeNumber;
    case "scaled":
      if (type.kind !== "decimal") throw new Error(`${table.name}.${name} is scaled but no decimal`);
      if (table.name === "laboratory") return laboratoryNumber;
      return (cell) => scaledDecimal(cell, type.decimals);
    default:
      return (cell) => cell;
  }
}

function rowNumberReader(table: string, numbers: RowNumbers): ValueReader {
  return (cell) => {
    const number = numbers.get(table)?.get(cell);
    if (number === undefined) throw new Error(`${table} has no row ${cell}`);
    return number;
  };
}

function epochDayOf(cell: string, policy: ResolutionPolicy): number {
  const date = parsePartialDate(cell);
  if (date === undefined) throw new Error(`${cell} is no date`);
  return resolvePartialDate(date, policy);
}

function yesNoNumber(cell: string): number {
  if (cell !== "yes" && cell !== "no") throw new Error(`${cell} is neither yes nor no`);
  return cell === "yes" ? 1 : 0;
}

function wholeNumber(cell: string): number {
  if (!/^-?\d+$/.test(cell)) throw new Error(`${cell} is no whole number`);
  return Number(cell);
}

const UNITS = new Map(ANALYTES.map(({ code, reported }) => [code, new Map(reported.map((unit) => [unit.unit, unit]))]));

/** The unit that a laboratory row was reported in, if it is one of its analyte's. */
export function reportedUnit(row: ChartRow): ReportedUnit | undefined {
  return UNITS.get(row.analyte ?? "")?.get(row.unit ?? "");
}

/** A laboratory value or limit in thousandths of the analyte's own unit. */
function laboratoryNumber(cell: string, row: ChartRow): number {
  const unit = reportedUnit(row);
  if (unit === undefined) throw new Error(`${row.analyte} is not reported in ${row.unit}`);
  return scaledDecimal(cell, LABORATORY_DECIMALS, unit);
}
