import {
  type CountTable,
  chiSquare,
  chiSquareTable,
  cochranArmitage,
  fisherExactTable,
  fisherSimulated,
  linearByLinearTable,
  type TwoByTwo,
} from "@osteon/stats";
import { type Found, shown } from "../shown/shown-test.ts";

/** Counts of each level (columns) in each group (rows), with the names of both in their order. */
export interface GroupedCounts {
  readonly counts: CountTable;
  readonly names: readonly string[];
  readonly levels: readonly string[];
}

interface CategoryTest {
  /** What table it is for: `two` rows and columns, one side of `two`, or any. */
  readonly table: "two by two" | "one side of two" | "any";
  readonly of: (data: GroupedCounts) => Found;
  readonly r: (value: string, group: string) => string;
}

/** Tables drawn where there are too many to be counted, and the seed of all such draws. */
const DRAWS = 50_000;
const SEED = 1;

/** The table without the groups and levels in which nobody is: they take no part, as in R after droplevels. */
export function usedCounts({ counts, names, levels }: GroupedCounts): GroupedCounts {
  const columns = [...levels.keys()].filter((level) => counts.some((row) => (row[level] ?? 0) > 0));
  const rows = [...names.keys()].filter((group) => (counts[group] ?? []).some((n) => n > 0));
  return {
    counts: rows.map((group) => columns.map((level) => counts[group]?.[level] ?? 0)),
    names: rows.map((group) => names[group] ?? ""),
    levels: columns.map((level) => levels[level] ?? ""),
  };
}

export const isTwoByTwo = ({ counts }: GroupedCounts): boolean => counts.length === 2 && counts[0]?.length === 2;

/** The corners of a 2x2 table: the first group in the first row. */
export const cornersOf = ([first, second]: CountTable): TwoByTwo => ({
  ...{ a: first?.[0] ?? 0, b: first?.[1] ?? 0 },
  ...{ c: second?.[0] ?? 0, d: second?.[1] ?? 0 },
});

/** What groups or levels score: their numbers where they are numbers, otherwise their places from 1. */
export function scoresOf(names: readonly string[]): readonly number[] {
  const numbers = names.map(Number);
  return names.every((name) => name.trim() !== "") && numbers.every(Number.isFinite)
    ? numbers
    : names.map((_, place) => place + 1);
}

const table = (value: string, group: string) => `table(d$${group}, d$${value})`;
const rScores = (scores: string) => `(function(x) if (is.numeric(x)) x else as.integer(factor(x)))(d$${scores})`;

/** Every test of categories in groups, by the name that `--test` gives it. */
export const CATEGORY_TESTS = {
  "chi-square": {
    table: "any",
    of: (data) => {
      const { chi2, df, p } = chiSquareTable(usedCounts(data).counts);
      return shown("chi-square test without continuity correction", "chi-square", chi2, [df], p);
    },
    r: (value, group) => `chisq.test(${table(value, group)}, correct = FALSE)`,
  },
  yates: {
    table: "two by two",
    of: (data) => {
      const { chi2, df, p } = chiSquare(cornersOf(usedCounts(data).counts), true);
      return shown("chi-square test with Yates' correction", "chi-square", chi2, [df], p);
    },
    r: (value, group) => `chisq.test(${table(value, group)})`,
  },
  fisher: {
    table: "any",
    of: (data) => fisherOf(usedCounts(data).counts),
    r: (value, group) => `fisher.test(${table(value, group)})`,
  },
  trend: {
    table: "one side of two",
    of: (data) => {
      const { counts, names, levels } = usedCounts(data);
      const across = levels.length === 2;
      const scores = scoresOf(across ? names : levels);
      const groups = across
        ? counts.map(([x = 0, y = 0], i) => ({ x: y, n: x + y, score: scores[i] as number }))
        : (counts[0] ?? []).map((x, i) => {
            const y = counts[1]?.[i] ?? 0;
            return { x: y, n: x + y, score: scores[i] as number };
          });
      const { chi2, p } = cochranArmitage(groups);
      return shown(`Cochran-Armitage test for trend, scores ${scores.join(", ")}`, "chi-square", chi2, [1], p);
    },
    r: (value, group) =>
      `(function(m) if (ncol(m) == 2) prop.trend.test(m[, 2], rowSums(m), sort(unique(${rScores(group)}))) else prop.trend.test(m[2, ], colSums(m), sort(unique(${rScores(value)}))))(${table(value, group)})`,
  },
  linear: {
    table: "any",
    of: (data) => {
      const { counts, names, levels } = usedCounts(data);
      const [rows, columns] = [scoresOf(names), scoresOf(levels)];
      const { chi2, p } = linearByLinearTable(counts, rows, columns);
      const scores = `scores ${rows.join(", ")} and ${columns.join(", ")}`;
      return shown(`linear-by-linear association, ${scores}`, "chi-square", chi2, [1], p);
    },
    r: (value, group) =>
      `(sum(complete.cases(d$${value}, d$${group})) - 1) * cor(${rScores(group)}, ${rScores(value)}, use = "complete.obs")^2`,
  },
} as const satisfies Readonly<Record<string, CategoryTest>>;

export type CategoryTestName = keyof typeof CATEGORY_TESTS;

/** Exactly where the tables can be counted; otherwise simulated, which its name says. */
function fisherOf(counts: CountTable): Found {
  const exact = fisherExactTable(counts);
  if (exact.p.estimable || exact.p.because !== "too-many-tables")
    return shown("Fisher's exact test", "", exact.p, [], exact.p);
  const { p } = fisherSimulated(counts, DRAWS, SEED);
  return shown(`Fisher's exact test by simulation (${DRAWS} tables, seed ${SEED})`, "", p, [], p);
}

/** What is made where nobody chose. */
export const usualCategoryTests = (data: GroupedCounts): readonly CategoryTestName[] =>
  isTwoByTwo(usedCounts(data)) ? ["chi-square", "yates", "fisher"] : ["chi-square", "fisher"];
