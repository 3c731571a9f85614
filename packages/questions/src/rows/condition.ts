import { dateReadings } from "@osteon/codebook";
import { type DataColumn, type DataFile, numberOf } from "@osteon/interop";
import { rName, rText } from "../in-r/r-words.ts";
import { Refusal } from "../refusal.ts";
import { daysOf, unquoted, wordsBetween } from "./cells.ts";
import { columnNamed, columnOrNone } from "./columns.ts";

export type Comparison = "=" | "!=" | "<" | "<=" | ">" | ">=" | "in" | "not in" | "missing" | "not missing";

/** A condition on a column. */
export interface Condition {
  readonly column: DataColumn;
  readonly comparison: Comparison;
  /** None for missing, several for in. */
  readonly values: readonly string[];
}

const SIGNS: Readonly<Record<string, Comparison>> = { "≠": "!=", "≤": "<=", "≥": ">=", "==": "=" };
const COMPARED = /==|!=|<=|>=|=|<|>|≠|≤|≥/g;
const LISTED = /^(.*?)\s+(not\s+in|in)\s*\((.*)\)$/is;
const GAP = /^(.*?)\s+(?:is\s+)?(not\s+missing|missing)$/is;

const HOW = "write COLUMN=VALUE (or != < <= > >=), COLUMN in (A; B), COLUMN missing or COLUMN not missing";

/** Reads a condition. The column is the longest name that the file has; a name or value may stand in quotation marks. */
export function conditionOf(data: DataFile, text: string, option = "--where"): Condition {
  const gap = GAP.exec(text.trim());
  if (gap !== null && isColumn(data, gap[1]))
    return { column: named(data, gap[1]), comparison: spaced(gap[2]), values: [] };
  const listed = LISTED.exec(text.trim());
  if (listed !== null && isColumn(data, listed[1]))
    return {
      column: named(data, listed[1]),
      comparison: spaced(listed[2]),
      values: wordsBetween(listed[3] ?? "", ";"),
    };
  const places = [...text.matchAll(COMPARED)].map(({ 0: sign, index }) => ({ sign, index })).reverse();
  const place = places.find(({ index }) => isColumn(data, text.slice(0, index))) ?? places.at(-1);
  if (place === undefined || text.slice(0, place.index).trim() === "")
    throw new Refusal("asked", `${option} ${text}: ${HOW}.`);
  const column = named(data, text.slice(0, place.index));
  const comparison = SIGNS[place.sign] ?? (place.sign as Comparison);
  const value = unquoted(text.slice(place.index + place.sign.length));
  if (value === "" && (comparison === "=" || comparison === "!="))
    return { column, comparison: comparison === "=" ? "missing" : "not missing", values: [] };
  return { column, comparison, values: [value] };
}

const spaced = (words = ""): Comparison => words.toLowerCase().replace(/\s+/, " ") as Comparison;
const isColumn = (data: DataFile, name = ""): boolean => columnOrNone(data, unquoted(name)) !== undefined;
const named = (data: DataFile, name = ""): DataColumn => columnNamed(data, unquoted(name));

/** Whether a row meets a condition; undefined where its cell is missing and the condition is about a value. */
export function holdsIn(condition: Condition): (row: number) => boolean | undefined {
  const { column, comparison, values } = condition;
  const isMissing = (row: number) => (column.values[row] ?? null) === null;
  if (comparison === "missing") return isMissing;
  if (comparison === "not missing") return (row) => !isMissing(row);
  if (comparison === "=" || comparison === "in" || comparison === "!=" || comparison === "not in") {
    const wanted = comparison === "=" || comparison === "in";
    return (row) => (isMissing(row) ? undefined : values.some((value) => isValue(column, row, value)) === wanted);
  }
  const { sizes, bound } = ordered(column, comparison, values[0] ?? "");
  return (row) => {
    const size = sizes[row] ?? null;
    if (size === null) return undefined;
    if (comparison === "<") return size < bound;
    if (comparison === "<=") return size <= bound;
    return comparison === ">" ? size > bound : size >= bound;
  };
}

/** Numbers, or days of dates, and what they are compared with. */
function ordered(column: DataColumn, comparison: Comparison, value: string) {
  if (column.kind === "number") {
    const bound = numberOf(value, "point") ?? numberOf(value, "comma");
    if (bound === undefined) throw new Refusal("asked", `--where ${column.name}${comparison}${value}: write a number.`);
    return { sizes: column.values, bound };
  }
  const sizes = daysOf(column);
  if (sizes === undefined)
    throw new Refusal(
      "asked",
      `--where ${column.name}${comparison}${value}: ${column.name} holds texts, and only numbers and dates are more or less than others. Write = or in.`,
    );
  const [only, ...others] = dateReadings(value, "asked");
  const bound = only === undefined || others.length > 0 ? undefined : daysOf({ values: [only] })?.[0];
  if (bound === undefined || bound === null)
    throw new Refusal("asked", `--where ${column.name}${comparison}${value}: write a day such as 2024-05-17.`);
  return { sizes, bound };
}

/** Whether a row has a value, as somebody writes it: numbers as numbers, dates as dates, codes as they are written. */
export function isValue(column: DataColumn, row: number, wanted: string): boolean {
  const value = column.values[row];
  if (value === null || value === undefined) return false;
  if (column.kind === "text") return value === wanted || isDay(column, row, wanted);
  const written = column.written?.[row] ?? String(value);
  if (isLong(written) || isLong(wanted)) return written === wanted;
  return value === (numberOf(wanted) ?? numberOf(wanted, "comma"));
}

function isDay(column: DataColumn, row: number, wanted: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(wanted)) return false;
  const day = daysOf(column)?.[row];
  return day !== undefined && day !== null && day === daysOf({ values: [wanted] })?.[0];
}

/** A code whose zeros or last digits a number would lose. */
const isLong = (text: string): boolean => /^[+-]?0\d/.test(text) || /^[+-]?\d{16,}$/.test(text);

/** The condition in R, on a data frame `d`. */
export function conditionInR({ column, comparison, values }: Condition): string {
  const name = `d$${rName(column.name)}`;
  const isDate = column.kind === "text" && daysOf(column) !== undefined;
  const value = (text: string) =>
    column.kind === "number" ? String(numberOf(text) ?? numberOf(text, "comma") ?? rText(text)) : rText(text);
  const [first = ""] = values;
  switch (comparison) {
    case "missing":
      return `is.na(${name})`;
    case "not missing":
      return `!is.na(${name})`;
    case "in":
      return `${name} %in% c(${values.map(value).join(", ")})`;
    case "not in":
      return `!is.na(${name}) & !(${name} %in% c(${values.map(value).join(", ")}))`;
    default:
      return `${name} ${comparison === "=" ? "==" : comparison} ${isDate ? `as.Date(${rText(first)})` : value(first)}`;
  }
}
