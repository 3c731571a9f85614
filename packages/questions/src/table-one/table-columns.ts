import type { DataColumn, DataFile } from "@osteon/interop";
import type { SaidKinds } from "../comparisons/compare-columns.ts";
import { isMixed } from "../rows/columns.ts";

/** Text of more different values than this is names or dates, not categories. */
const MOST_LEVELS = 20;
/** Whole numbers from 0 to 9 with no more different values than these are codes, if each stands in three rows on average. */
const MOST_CODES = 7;
const HIGHEST_CODE = 9;
const ROWS_A_CODE = 3;

export interface TableColumns {
  readonly shown: readonly string[];
  /** Columns of codes, which are shown as categories. */
  readonly codes: readonly string[];
  /** What was left out, and why. */
  readonly notes: readonly string[];
}

/** The columns of a file that are characteristics: no row names, no ids, no texts without end, no numbers with texts in them. */
export function tableColumns(data: DataFile, not: readonly string[], said: SaidKinds): TableColumns {
  const left = new Map<string, string[]>();
  const leave = (why: string, name: string) => left.set(why, [...(left.get(why) ?? []), name]);
  const shown = data.columns.filter((column) => {
    if (not.includes(column.name)) return false;
    if (said.factor.includes(column.name) || said.numeric.includes(column.name)) return true;
    const why = whyLeft(column);
    if (why !== undefined) leave(why, column.name === "" ? "the column without a name" : column.name);
    return why === undefined;
  });
  return {
    shown: shown.map(({ name }) => name),
    codes: codesAmong(shown, said),
    notes: [...left].map(([why, names]) => `Not shown, since ${why}: ${names.join(", ")}.`),
  };
}

/** Columns of numbers that look like codes and are not said to be numbers. */
export const codesAmong = (columns: readonly DataColumn[], { numeric }: SaidKinds): readonly string[] =>
  columns.filter((column) => isCoded(column) && !numeric.includes(column.name)).map(({ name }) => name);

function whyLeft(column: DataColumn): string | undefined {
  if (column.name === "") return "they are row names";
  if (isId(column)) return "they name the rows or subjects";
  const different = differentIn(column);
  if (isMixed(column)) return "they are numbers with texts among them (--factor shows them as categories)";
  if (column.kind === "text" && different > MOST_LEVELS) return `they have more than ${MOST_LEVELS} different texts`;
  return undefined;
}

const differentIn = ({ values }: DataColumn): number =>
  new Set<string | number>((values as readonly (string | number | null)[]).filter((value) => value !== null)).size;

const NAMES =
  /^(x|(.*[_. -])?id|(sub|usub|p|pat)j?id|row[_. ]?(names?|numbers?)?|obs|case|subject|patient|patient[_. ]?(id|no|nr|number)|no|nr|nummer|index|pseudonym)$/i;

/** A name that says so, or a whole number of its own for each row, one after the other; texts that are all different. */
function isId(column: DataColumn): boolean {
  const present = (column.values as readonly (string | number | null)[]).filter((value) => value !== null);
  const distinct = new Set(present).size === present.length && present.length > 2;
  if (NAMES.test(column.name) || /[a-z]I[dD]$/.test(column.name)) return distinct || /id$/i.test(column.name);
  if (column.kind === "text") return distinct && !isMixed(column);
  const numbers = present as readonly number[];
  const [least, most] = [Math.min(...numbers.slice(0, 1e5)), Math.max(...numbers.slice(0, 1e5))];
  return distinct && numbers.length <= 1e5 && numbers.every(Number.isInteger) && most - least + 1 === numbers.length;
}

function isCoded(column: DataColumn): boolean {
  if (column.kind !== "number") return false;
  const present = column.values.filter((value) => value !== null);
  const different = differentIn(column);
  const small = present.every((value) => Number.isInteger(value) && value >= 0 && value <= HIGHEST_CODE);
  return small && different > 2 && different <= MOST_CODES && present.length >= ROWS_A_CODE * different;
}
