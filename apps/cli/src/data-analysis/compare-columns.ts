import type { DataFile } from "@osteon/interop";
import { columnNamed } from "./columns.ts";
import { compareNumbers, type NumbersCompared, type ShownTest } from "./compare-numbers.ts";
import { compareTexts, type TextsCompared } from "./compare-texts.ts";
import type { Groups } from "./group-columns.ts";

export type Compared = NumbersCompared | TextsCompared;

/** Numbers of this many different values at most may be read as categories. */
const FEW_VALUES = 2;

/** A column in each group, described and tested by its kind. Numbers of one or two values, such as 0 and 1, are categories. */
export function compareColumn(data: DataFile, name: string, groups: Groups): Compared {
  const column = columnNamed(data, name);
  const values = column.values;
  const different = new Set<string | number>(values.filter((value) => value !== null)).size;
  if (column.kind === "number" && different > FEW_VALUES) return compareNumbers(column.name, column.values, groups);
  return compareTexts(
    column.name,
    values.map((value) => (value === null ? null : String(value))),
    groups,
  );
}

/** Least expected count at which chi-square may be trusted. */
const EXPECTED = 5;

/**
 * The test a table shows: ranks for numbers; chi-square without correction where every expected count is at least 5, Fisher's
 * exact test otherwise (as gtsummary does).
 */
export function chosenTest(compared: Compared): ShownTest | undefined {
  if (compared.kind === "number") return compared.tests.at(-1);
  const trusted = compared.smallestExpected !== null && compared.smallestExpected >= EXPECTED;
  return trusted ? compared.tests[0] : compared.tests.at(-1);
}
