import type { Problem } from "@osteon/codebook";
import type { DataFile } from "@osteon/interop";
import { columnNamed, isMixed, namesOf, numbersOf } from "../rows/columns.ts";
import { type Groups, requireFew } from "../rows/group-columns.ts";
import type { ShownTest } from "../shown/shown-test.ts";
import { compareNumbers, type NumbersCompared } from "./compare-numbers.ts";
import { compareTexts, type TextsCompared } from "./compare-texts.ts";

export type Compared = NumbersCompared | TextsCompared;

/** Which columns of numbers are said to be categories, or not to be. */
export interface SaidKinds {
  readonly factor: readonly string[];
  readonly numeric: readonly string[];
}

/** What columns are compared with: groups, what the columns are said to be, levels in an order said, subjects of a row. */
export interface Comparison {
  readonly data: DataFile;
  readonly groups: Groups;
  readonly kinds: SaidKinds;
  /** Levels of a column of categories, in their order. */
  readonly levelsOf: (name: string) => readonly string[];
  readonly count: readonly number[] | undefined;
}

/** Numbers of this many different values at most may be read as categories. */
const FEW_VALUES = 2;

/** Whether a column holds categories: texts, what is said to be, whole numbers of one or two values such as 0 and 1. */
export function isCategorical(data: DataFile, name: string, { factor, numeric }: SaidKinds): boolean {
  const column = columnNamed(data, name);
  if (numeric.includes(column.name)) return false;
  if (factor.includes(column.name)) return true;
  if (column.kind === "text") return !isMixed(column);
  const different = new Set(column.values.filter((value) => value !== null));
  return different.size <= FEW_VALUES && [...different].every(Number.isInteger);
}

/** A column in each group, described by its kind; numbers with a few texts among them are problems. */
export function compareColumn(comparison: Comparison, name: string, problems: Problem[]): Compared {
  const { data, groups, kinds, levelsOf, count } = comparison;
  const column = columnNamed(data, name).name;
  if (!isCategorical(data, column, kinds))
    return compareNumbers(column, numbersOf(data, column, problems), groups, count);
  requireFew(data, column);
  return compareTexts(column, namesOf(data, column), levelsOf(column), groups, count);
}

/** A column as JSON shows it, with the tests given. */
export function comparedShown(compared: Compared, tests: readonly ShownTest[]) {
  if (compared.kind === "number") {
    const { grouped: _, ...rest } = compared;
    return { ...rest, tests };
  }
  const { table: _, values: __, ...rest } = compared;
  return { ...rest, tests };
}
