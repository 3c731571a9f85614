import type { Problem } from "@osteon/codebook";
import { type DataColumn, type DataFile, numberOf } from "@osteon/interop";
import { EXIT, Stop } from "../exit-code.ts";

/** The column of a name as it stands, or in another case where only one has it; a Stop that lists the names otherwise. */
export function columnNamed({ columns, file }: DataFile, name: string): DataColumn {
  const exact = columns.find((column) => column.name === name);
  if (exact !== undefined) return exact;
  const alike = columns.filter((column) => column.name.toLowerCase() === name.toLowerCase());
  if (alike.length === 1 && alike[0] !== undefined) return alike[0];
  const names = columns.map((column) => column.name).join(", ");
  throw new Stop(EXIT.usage, `${file} has no column ${name}. It has: ${names}.`);
}

/** A column of numbers; each text in it is a problem. */
export function numbersOf(data: DataFile, name: string, problems: Problem[]): readonly (number | null)[] {
  const column = columnNamed(data, name);
  if (column.kind === "number") return column.values;
  return column.values.map((value, row) => {
    const number = value === null ? null : numberOf(value, false);
    if (number !== undefined) return number;
    problems.push(textProblem(data, column.name, row, value ?? ""));
    return null;
  });
}

/** Texts of a column; numbers as they are written. */
export function textsOf(data: DataFile, name: string): readonly (string | null)[] {
  return columnNamed(data, name).values.map((value) => (value === null ? null : String(value)));
}

/**
 * A covariate: numbers stay numbers, texts become a factor. A column of which most values are numbers is a column of numbers
 * with texts in it, and those are problems.
 */
export function covariateOf(data: DataFile, name: string, problems: Problem[]): DataColumn {
  const column = columnNamed(data, name);
  if (column.kind === "number") return column;
  const present = column.values.filter((value) => value !== null);
  const numeric = present.filter((value) => numberOf(value, false) !== undefined).length;
  if (2 * numeric <= present.length) return column;
  return { name: column.name, kind: "number", values: numbersOf(data, column.name, problems) };
}

function textProblem({ file, rowNumbers }: DataFile, column: string, row: number, value: string): Problem {
  return {
    code: "not-a-number",
    severity: "refused",
    where: { file, row: rowNumbers[row] ?? row + 1, column, value },
    says: "A number is needed here.",
    fix: "Write the number alone, with a decimal point; leave the cell blank, or NA, where it is missing.",
  };
}

/** Rows in which every `COLUMN=VALUE` holds; numbers are compared as numbers. */
export function rowsWhere(data: DataFile, conditions: readonly string[]): DataFile {
  const tests = conditions.map((condition) => {
    const [, name, wanted] = /^([^=]+)=(.*)$/s.exec(condition) ?? [];
    if (name === undefined || wanted === undefined)
      throw new Stop(EXIT.usage, `--where ${condition}: write COLUMN=VALUE.`);
    const column = columnNamed(data, name.trim());
    const number = numberOf(wanted, false);
    return (row: number) => {
      const value = column.values[row];
      return column.kind === "number" ? number !== undefined && value === number : (value ?? "") === wanted;
    };
  });
  const kept = Array.from({ length: data.rowCount }, (_, row) => row).filter((row) => tests.every((test) => test(row)));
  if (kept.length === 0 && data.rowCount > 0)
    throw new Stop(EXIT.usage, `No row of ${data.file} has ${conditions.join(" and ")}.`);
  return keepRows(data, kept);
}

export function keepRows(data: DataFile, kept: readonly number[]): DataFile {
  return {
    ...data,
    columns: data.columns.map(
      (column) => ({ ...column, values: kept.map((row) => column.values[row] ?? null) }) as DataColumn,
    ),
    rowCount: kept.length,
    rowNumbers: kept.map((row) => data.rowNumbers[row] ?? row + 1),
  };
}
