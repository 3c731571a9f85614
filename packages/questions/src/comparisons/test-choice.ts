import { Refusal } from "../refusal.ts";
import type { ShownTest } from "../shown/shown-test.ts";
import {
  CATEGORY_TESTS,
  type CategoryTestName,
  type GroupedCounts,
  isTwoByTwo,
  usedCounts,
  usualCategoryTests,
} from "./category-tests.ts";
import type { Compared } from "./compare-columns.ts";
import { NUMBER_TESTS, type NumberTestName, usualNumberTests } from "./number-tests.ts";

export type TestName = NumberTestName | CategoryTestName;

const isNumberTest = (name: string): name is NumberTestName => Object.hasOwn(NUMBER_TESTS, name);
const isCategoryTest = (name: string): name is CategoryTestName => Object.hasOwn(CATEGORY_TESTS, name);

export const TEST_NAMES: readonly string[] = [...Object.keys(NUMBER_TESTS), ...Object.keys(CATEGORY_TESTS)];

/** Names of tests separated by commas; a Refusal that lists them where one is none. */
export function testNames(list: string, known: readonly string[] = TEST_NAMES): readonly string[] {
  const names = list.split(",").map((name) => name.trim().toLowerCase());
  for (const name of names)
    if (!known.includes(name))
      throw new Refusal("asked", `--test ${name}: there is no such test. There are ${known.join(", ")}.`);
  return [...new Set(names)];
}

/** Why a test cannot be made of a column; undefined where it can. */
export function whyNot(name: string, compared: Compared): string | undefined {
  const groups = compared.groups.length;
  if (compared.kind === "number") {
    if (!isNumberTest(name))
      return "it compares categories, and the column holds numbers (--factor makes them categories)";
    if (NUMBER_TESTS[name].groups === "two" && groups !== 2) return `it compares two groups, and there are ${groups}`;
    return groups < 2 ? "it compares groups" : undefined;
  }
  if (!isCategoryTest(name))
    return "it compares numbers, and the column holds categories (--numeric makes codes numbers)";
  if (groups < 2) return "it compares groups";
  return fits(CATEGORY_TESTS[name].table, compared.table);
}

function fits(shape: "two by two" | "one side of two" | "any", table: GroupedCounts): string | undefined {
  const { counts, levels } = usedCounts(table);
  const size = `${counts.length} groups and ${levels.length} categories`;
  if (counts.length < 2 || levels.length < 2) return undefined;
  if (shape === "two by two" && !isTwoByTwo(usedCounts(table)))
    return `it is for two groups and two categories, and there are ${size}`;
  if (shape === "one side of two" && counts.length !== 2 && levels.length !== 2)
    return `it needs two groups or two categories, and there are ${size}`;
  return undefined;
}

/** The tests asked for, or the usual ones; a Refusal where one of them cannot be made. */
export function testsOf(compared: Compared, asked: readonly string[] | undefined): readonly ShownTest[] {
  if (asked === undefined) return usualTests(compared);
  for (const name of asked) {
    const why = whyNot(name, compared);
    if (why !== undefined) throw new Refusal("asked", `--test ${name} of ${compared.name}: ${why}.`);
  }
  return asked.map((name) => made(name, compared));
}

export function usualTests(compared: Compared): readonly ShownTest[] {
  if (compared.groups.length < 2) return [];
  const names =
    compared.kind === "number" ? usualNumberTests(compared.groups.length) : usualCategoryTests(compared.table);
  return names.map((name) => made(name, compared));
}

/** A test by its name, which is known to fit. */
export function made(name: string, compared: Compared): ShownTest {
  if (compared.kind === "number" && isNumberTest(name))
    return { test: name, ...NUMBER_TESTS[name].of(compared.grouped) };
  if (compared.kind === "text" && isCategoryTest(name))
    return { test: name, ...CATEGORY_TESTS[name].of(compared.table) };
  throw new Error(`no test ${name} of ${compared.kind}: please report this`);
}

/** The same test in R. */
export function testInR(name: string, value: string, group: string): string {
  if (isNumberTest(name)) return NUMBER_TESTS[name].r(value, group);
  return isCategoryTest(name) ? CATEGORY_TESTS[name].r(value, group) : "";
}

/** Least expected count at which chi-square may be trusted. */
const EXPECTED = 5;

/**
 * The test a table shows where nobody chose: ranks for numbers; chi-square without correction where every expected count is at least
 * 5, Fisher's exact test otherwise (as gtsummary does), which is not made where it is not shown.
 */
export function chosenTest(compared: Compared): ShownTest | undefined {
  const groups = compared.groups.length;
  if (groups < 2) return undefined;
  if (compared.kind === "number") return made(groups === 2 ? "wilcoxon" : "kruskal", compared);
  const trusted = compared.smallestExpected !== null && compared.smallestExpected >= EXPECTED;
  return made(trusted ? "chi-square" : "fisher", compared);
}
