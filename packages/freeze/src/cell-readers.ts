import {
  type ChartRow,
  type Codebook,
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
export function cellReaders(
  table: Table,
  numbers: RowNumbers,
  policy: ResolutionPolicy,
  lists: ByList,
): readonly CellReader[] {
  return frozenColumns(table).map((column): CellReader => {
    const name = column.field.name;
    if (column.holds === "missing-reason") return (row) => missingReasonOf(row[name] ?? "") ?? null;
    const read = valueReader(table, column, numbers, policy, lists);
    return (row) => {
      const cell = row[name] ?? "";
      return missingReasonOf(cell) === undefined ? read(cell, row) : null;
    };
  });
}

type ValueReader = (cell: string, row: ChartRow) => Cell;

function valueReader(
  table: Table,
  column: FrozenColumn,
  numbers: RowNumbers,
  policy: ResolutionPolicy,
  lists: ByList,
): ValueReader {
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
      if (table.name === "laboratory") return (cell, row) => laboratoryNumber(cell, row, lists);
      return (cell) => scaledDecimal(cell, type.decimals);
    default:
      if (table.name === "treatment" && name === "drug_class") return (_, row) => lists.classOf(row);
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

/** What the lists say of a row. */
export interface ByList {
  /** The unit that a laboratory row was reported in, if it is one of its analyte's. */
  readonly unitOf: (row: ChartRow) => ReportedUnit | undefined;
  /** The class of a treatment's drug: by the list, `other` where it gives none; of a drug that is not in it what the row states. */
  readonly classOf: (row: ChartRow) => string;
}

export function byList({ drugs, analytes }: Codebook): ByList {
  const classes = new Map<string, string>(drugs.map(({ code, drugClass = "other" }) => [code, drugClass]));
  const units = new Map(
    analytes.map(({ code, reported }) => [code, new Map(reported.map((unit) => [unit.unit, unit]))]),
  );
  return {
    unitOf: (row) => units.get(row.analyte ?? "")?.get(row.unit ?? ""),
    classOf: (row) => classes.get(row.drug ?? "") ?? row.drug_class ?? "",
  };
}

/** A laboratory value or limit in thousandths of the analyte's own unit. */
function laboratoryNumber(cell: string, row: ChartRow, lists: ByList): number {
  const unit = lists.unitOf(row);
  if (unit === undefined) throw new Error(`${row.analyte} is not reported in ${row.unit}`);
  return scaledDecimal(cell, LABORATORY_DECIMALS, unit);
}
