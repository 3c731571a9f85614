import { type Problem, placed } from "@osteon/codebook";
import { type DataColumn, type DataFile, isMissingNumber, LIMIT, mayBeThousands, numberOf } from "@osteon/interop";
import { Refusal } from "../refusal.ts";
import { codeNotes } from "./odd-values.ts";
import { refused } from "./row-fault.ts";

/** The column of a name as it stands, or in another case where only one has it; a Refusal that lists the names otherwise. */
export function columnNamed(data: DataFile, name: string): DataColumn {
  const found = columnOrNone(data, name);
  if (found !== undefined) return found;
  const names = data.columns.map((column) => column.name).join(", ");
  throw new Refusal("asked", `${data.file} has no column ${name}. It has: ${names}.`);
}

export function columnOrNone({ columns }: DataFile, name: string): DataColumn | undefined {
  const exact = columns.find((column) => column.name === name);
  if (exact !== undefined) return exact;
  const alike = columns.filter((column) => column.name.toLowerCase() === name.toLowerCase());
  return alike.length === 1 ? alike[0] : undefined;
}

/** A column of numbers; each text in it is a problem. */
export function numbersOf(data: DataFile, name: string, problems: Problem[]): readonly (number | null)[] {
  const column = columnNamed(data, name);
  if (column.kind === "number") return column.values;
  const said = new Set<string>();
  const onlyNumbers = column.values.every((value) => value === null || numberOf(value, column.decimal) !== undefined);
  return column.values.map((value, row) => {
    const number = value === null || isMissingNumber(value) ? null : numberOf(value, column.decimal);
    // A column of numbers became one of texts since `1.234` may be a thousand: then it is not taken for a fraction here.
    if (number !== undefined && !(onlyNumbers && mayBeThousands(value ?? ""))) return number;
    // Each text once, at its first row: a thousand rows of `<0.5` are one thing to mend.
    if (!said.has(value ?? "")) {
      const rows = column.values.filter((other) => other === value).length;
      problems.push(textProblem(data, column.name, row, value ?? "", rows));
    }
    said.add(value ?? "");
    return null;
  });
}

/** Names, such as ids, groups and strata: as they are written, so that 01 is not 1 and no long number loses its end. */
export function namesOf(data: DataFile, name: string): readonly (string | null)[] {
  const column = columnNamed(data, name);
  if (column.kind === "text") return column.values;
  const { values, written } = column;
  return isCode(column) && written !== undefined
    ? written
    : values.map((value) => (value === null ? null : String(value)));
}

/** Values of a column of groups: numbers where they are numbers and no more, so that they stand in their order. */
export function groupValues(data: DataFile, name: string): readonly (string | number | null)[] {
  const column = columnNamed(data, name);
  return column.kind === "number" && isCode(column) ? namesOf(data, name) : column.values;
}

/** Whether numbers are codes: with a zero before them, longer than a number can be told apart, or one number written in two ways. */
export function isCode(column: Extract<DataColumn, { kind: "number" }>): boolean {
  const texts = new Map<number, string>();
  return (column.written ?? []).some((text, row) => {
    if (text === null) return false;
    const number = column.values[row] as number;
    const before = texts.get(number);
    texts.set(number, text);
    return /^[+-]?0\d/.test(text) || !isExact(number) || (before !== undefined && before !== text);
  });
}

const isExact = (number: number): boolean => Math.abs(number) <= Number.MAX_SAFE_INTEGER;

/** Whether a column of texts is one of numbers with some texts in it, such as `<0.5`. */
export function isMixed(column: DataColumn): boolean {
  if (column.kind === "number") return false;
  const present = column.values.filter((value) => value !== null && !isMissingNumber(value));
  const numeric = present.filter((value) => isNearNumber(value ?? "", column.decimal));
  return 2 * numeric.length > present.length;
}

/** A number, one with the other decimal sign, one that may be thousands, or a limit. */
const isNearNumber = (text: string, decimal: "point" | "comma" = "point"): boolean =>
  numberOf(text, decimal) !== undefined ||
  numberOf(text, decimal === "point" ? "comma" : "point") !== undefined ||
  mayBeThousands(text) ||
  LIMIT.test(text);

/**
 * A covariate: numbers stay numbers, texts become a factor, and so does what is said to be one. A column of which most values are
 * numbers is a column of numbers with texts in it, and those are problems.
 */
export function covariateOf(
  data: DataFile,
  name: string,
  problems: Problem[],
  factors: readonly string[] = [],
): DataColumn {
  const column = columnNamed(data, name);
  if (factors.includes(column.name)) return { name: column.name, kind: "text", values: namesOf(data, column.name) };
  if (column.kind === "number" || !isMixed(column)) return column;
  return { name: column.name, kind: "number", values: numbersOf(data, column.name, problems) };
}

function textProblem(
  { file, rowNumbers }: DataFile,
  column: string,
  row: number,
  value: string,
  rows: number,
): Problem {
  const often = rows > 1 ? rows : undefined;
  const where = { file, row: rowNumbers[row] ?? row + 1, column, value };
  if (mayBeThousands(value)) {
    const whole = value.replace(/[.,]/, "");
    return placed(refused("ambiguous-number", { whole, decimal: value.replace(",", "."), rows: often }), where);
  }
  const limit = LIMIT.exec(value)?.[1];
  if (limit !== undefined) {
    const side = limit === "<" || limit === "\u2264" ? "below" : "above";
    return placed(refused("limit-among-numbers", { side, rows: often }), where);
  }
  const missing = /[\s,]/.test(value) ? `'"${value}"'` : value;
  return placed(refused("not-a-number", { cell: value, wanted: "data", rows: often, missing }), where);
}

/** What a reader is told of columns in which odd words were taken for missing numbers, limits for numbers, or codes may be. */
export function missingNotes(data: DataFile, names: readonly string[]): readonly string[] {
  return [...new Set(names)].flatMap((name) => {
    const column = columnOrNone(data, name);
    return [
      ...(column?.takenForMissing === undefined
        ? []
        : [`${column.name}: ${column.takenForMissing.join(", ")} was taken for missing.`]),
      ...(column?.said ?? []).map((said) => `${column?.name}: ${said}.`),
      ...(column === undefined ? [] : codeNotes(column)),
    ];
  });
}
