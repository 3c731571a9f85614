import type { Problem } from "@osteon/codebook";
import type { DataFile } from "@osteon/interop";
import { columnNamed, isMixed, namesOf, numbersOf } from "./columns.ts";
import { compareNumbers, type NumbersCompared, type ShownTest } from "./compare-numbers.ts";
import { compareTexts, type TextsCompared } from "./compare-texts.ts";
import type { Groups } from "./group-columns.ts";

export type Compared = NumbersCompared | TextsCompared;

/** Which columns of numbers are said to be categories, or not to be. */
export interface SaidKinds {
  readonly factor: readonly string[];
  readonly numeric: readonly string[];
}

/** Numbers of this many different values at most may be read as categories. */
const FEW_VALUES = 2;

/**
 * A column in each group, described and tested by its kind. Numbers of one or two values, such as 0 and 1, are categories, and so are
 * those said to be; numbers with a few texts among them are problems.
 */
export function compareColumn(
  data: DataFile,
  name: string,
  groups: Groups,
  { factor, numeric }: SaidKinds,
  problems: Problem[],
): Compared {
  const column = columnNamed(data, name);
  const different = new Set<string | number>(column.values.filter((value) => value !== null)).size;
  const asNumbers =
    numeric.includes(column.name) ||
    (!factor.includes(column.name) && (isMixed(column) || (column.kind === "number" && different > FEW_VALUES)));
  if (asNumbers) return compareNumbers(column.name, numbersOf(data, name, problems), groups);
  return compareTexts(column.name, namesOf(data, name), groups);
}

/** Least expected count at which chi-square may be trusted. */
const EXPECTED = 5;

/**
 * The test a table shows: ranks for numbers; chi-square without correction where every expected count is at least 5, Fisher's
 * exact test otherwise (as gtsummary does), which is not made where it is not shown.
 */
export function chosenTest(compared: Compared): ShownTest | undefined {
  if (compared.kind === "number") return compared.tests.at(-1);
  const trusted = compared.smallestExpected !== null && compared.smallestExpected >= EXPECTED;
  return trusted ? compared.chiSquares[0] : compared.fisher();
}

/** Every test of a column, Fisher's among them. */
export const allTests = (compared: Compared): readonly ShownTest[] =>
  compared.kind === "number" ? compared.tests : [...compared.chiSquares, compared.fisher()];

/** A column as JSON shows it, with the tests given. */
export function comparedShown(compared: Compared, tests: readonly ShownTest[]) {
  if (compared.kind === "number") {
    const { values: _, ...rest } = compared;
    return { ...rest, tests };
  }
  const { fisher: _, chiSquares: __, ...rest } = compared;
  return { ...rest, tests };
}
