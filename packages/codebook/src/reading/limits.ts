import type { ChartRow } from "../charts.ts";
import { COMPARATORS, type Comparator } from "../codes/comparator.ts";
import type { Field, Table } from "../field.ts";

const SIGNS: Readonly<Record<string, string>> = { "<=": "≤", "=<": "≤", ">=": "≥", "=>": "≥" };
const LIMIT = /^(<=|=<|>=|=>|[<>≤≥])\s*(?=[^\s<>≤≥=])/;

/** A limit in place of a result: the side of it that the result lies on, and the limit as it was written. */
export interface WrittenLimit {
  readonly comparator: Comparator;
  readonly limit: string;
}

/** The limit that a text states: `< 0,6`, `>=200`, and of a titre `<1:80`; nothing where it begins with no such sign. */
export function writtenLimit(text: string): WrittenLimit | undefined {
  const trimmed = text.trim();
  const found = LIMIT.exec(trimmed);
  if (found === null) return undefined;
  const sign = SIGNS[found[1] ?? ""] ?? found[1];
  const comparator = COMPARATORS.find((one) => one.sign === sign);
  const rest = trimmed.slice(found[0].length);
  return comparator && { comparator, limit: /^1\s?[:/]\s?(\d+)$/.exec(rest)?.[1] ?? rest };
}

/** The field that says on which side of a number the result lies; nothing of a field that holds results alone. */
export const comparatorOf = ({ type }: Field): string | undefined =>
  type.kind === "decimal" ? type.comparator : undefined;

/** Whether a field says nothing but on which side of another's number the result lies. */
export const isComparator = ({ fields }: Pick<Table, "fields">, name: string): boolean =>
  fields.some((field) => comparatorOf(field) === name);

/**
 * A row in which `<0.6` stands as two cells, the side and the limit. A sign that contradicts what the other cell says already stays where it
 * is, for the checks to speak of.
 */
export function withLimits<Row extends ChartRow>(table: Pick<Table, "fields">, cells: Row): Row {
  let read: Row = cells;
  for (const field of table.fields) {
    const beside = comparatorOf(field);
    const cell = cells[field.name];
    if (beside === undefined || cell === undefined) continue;
    const found = writtenLimit(cell);
    if (found === undefined) continue;
    const said = (cells[beside] ?? "").trim();
    if (said !== "" && said !== found.comparator.code) continue;
    read = { ...read, [beside]: found.comparator.code, [field.name]: found.limit };
  }
  return read;
}

/** The sign of a side, as it stands before the number: `<`; nothing where no side is named. */
export const comparatorSign = (code: unknown): string => COMPARATORS.find((one) => one.code === code)?.sign ?? "";

/** What stands in a field, with the sign before it that its row gives: `<0.6`. */
export const limitInWords = (field: Field, cells: ChartRow, words: string): string =>
  `${comparatorSign(cells[comparatorOf(field) ?? ""])}${words}`;
