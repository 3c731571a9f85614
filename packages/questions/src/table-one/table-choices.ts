import type { DataFile } from "@osteon/interop";
import type { ComparisonAsked } from "../comparisons/asked.ts";
import { TEST_NAMES, testNames } from "../comparisons/test-choice.ts";
import { Refusal } from "../refusal.ts";
import { assignmentsOf } from "../rows/assignment.ts";
import { unquoted } from "../rows/cells.ts";
import { columnList } from "../rows/column-list.ts";
import { columnNamed } from "../rows/columns.ts";

/** What `osteon table1` is asked. */
export interface TableAsked extends ComparisonAsked {
  readonly by?: string;
  readonly columns?: string;
  readonly leaveOut?: string;
  readonly overall?: true;
  readonly test?: readonly string[];
  readonly mean?: string;
  readonly digits?: readonly string[];
  readonly label?: readonly string[];
  readonly smd?: true;
}

/** How each column is shown; by names of columns. */
export interface TableChoices {
  readonly labels: ReadonlyMap<string, string>;
  /** Columns of mean (SD), or all of them. */
  readonly means: readonly string[] | "all";
  readonly digits: { readonly of: ReadonlyMap<string, number>; readonly all: number | undefined };
  /** The test of a column, `none` for no p; and tests for every column that they fit. */
  readonly tests: { readonly of: ReadonlyMap<string, string>; readonly all: readonly string[] };
  readonly overall: boolean;
  readonly smd: boolean;
}

/** No p. */
export const NO_TEST = "none";
const MOST_DIGITS = 10;

export function tableChoices(data: DataFile, options: TableAsked): TableChoices {
  const { by, test = [], digits = [], label = [] } = options;
  if (by === undefined && (test.length > 0 || options.smd || options.overall))
    throw new Refusal(
      "asked",
      `--${test.length > 0 ? "test" : options.smd ? "smd" : "overall"} stands beside groups: name --by.`,
    );
  const [ofAll, ofOne] = apart(digits);
  const [testsOfAll, testsOfOne] = apart(test);
  const said = assignmentsOf(data, testsOfOne, "--test", "TEST");
  if (ofAll.length > 1) throw new Refusal("asked", "--digits of all columns is said twice.");
  return {
    labels: new Map([...assignmentsOf(data, label, "--label", "TEXT")].map(([name, text]) => [name, unquoted(text)])),
    means:
      options.mean?.trim() === "all"
        ? "all"
        : columnList(data, options.mean).map((name) => columnNamed(data, name).name),
    digits: {
      of: new Map([...assignmentsOf(data, ofOne, "--digits", "NUMBER")].map(([name, text]) => [name, digitsOf(text)])),
      all: ofAll[0] === undefined ? undefined : digitsOf(ofAll[0]),
    },
    tests: {
      of: new Map([...said].map(([name, text]) => [name, oneTest(text)])),
      all: testsOfAll.flatMap((list) => testNames(list, [...TEST_NAMES, NO_TEST])),
    },
    overall: options.overall === true || by === undefined,
    smd: options.smd === true,
  };
}

/** What is said of all columns, and what of one. */
const apart = (texts: readonly string[]): readonly [all: readonly string[], one: readonly string[]] => [
  texts.filter((text) => !text.includes("=")),
  texts.filter((text) => text.includes("=")),
];

function oneTest(text: string): string {
  const [name, ...others] = testNames(text, [...TEST_NAMES, NO_TEST]);
  if (name !== undefined && others.length === 0) return name;
  throw new Refusal("asked", `--test ${text}: a table shows one test of a column.`);
}

function digitsOf(text: string): number {
  const digits = Number(text);
  if (/^\d+$/.test(text.trim()) && digits <= MOST_DIGITS) return digits;
  throw new Refusal("asked", `--digits ${text}: write a whole number from 0 to ${MOST_DIGITS}, or COLUMN=NUMBER.`);
}

/** A Refusal where something is said of a column that the table does not show, or cannot be shown so. */
export function requireShown(
  { labels, means, digits, tests }: TableChoices,
  shown: readonly { readonly name: string; readonly kind: "number" | "text" }[],
): void {
  for (const [option, names] of [
    ["--label", [...labels.keys()]],
    ["--digits", [...digits.of.keys()]],
    ["--test", [...tests.of.keys()]],
    ["--mean", means === "all" ? [] : means],
  ] as const)
    for (const name of names) {
      const column = shown.find((own) => own.name === name);
      if (column === undefined)
        throw new Refusal("asked", `${option} ${name}: it is not among the columns of the table.`);
      if (option === "--mean" && column.kind === "text")
        throw new Refusal(
          "asked",
          `--mean ${name}: the column is shown as categories (--numeric makes codes numbers).`,
        );
    }
  if (means === "all" && shown.every(({ kind }) => kind === "text"))
    throw new Refusal("asked", "--mean all: no column of the table holds numbers.");
}
