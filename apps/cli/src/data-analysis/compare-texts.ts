import { chiSquare, chiSquareTable, fisherExactTable } from "@osteon/stats";
import { type ShownTest, shown } from "./compare-numbers.ts";
import type { Groups } from "./group-columns.ts";

export type TextsCompared = ReturnType<typeof compareTexts>;

/** A categorical column in each group: counts, shares of those known, and the tests of their independence. */
export function compareTexts(name: string, values: readonly (string | null)[], groups: Groups) {
  const levels = [...new Set(values.filter((value) => value !== null))].sort();
  const count = (group: string, level: string | null) =>
    values.filter((value, row) => groups.of[row] === group && value === level).length;
  const counts = groups.names.map((group) => levels.map((level) => count(group, level)));
  return {
    name,
    kind: "text" as const,
    levels,
    groups: groups.names.map((group, i) => {
      const known = (counts[i] ?? []).reduce((sum, n) => sum + n, 0);
      return {
        group,
        n: known,
        missing: count(group, null),
        counts: counts[i] ?? [],
        percent: (counts[i] ?? []).map((n) => (known === 0 ? null : (100 * n) / known)),
      };
    }),
    ...independence(counts),
  };
}

/** Levels and groups in which nobody is take no part, as in R after droplevels. */
function independence(counts: readonly (readonly number[])[]) {
  const used = (counts[0] ?? [])
    .map((_, level) => level)
    .filter((level) => counts.some((row) => (row[level] ?? 0) > 0));
  const table = counts.filter((row) => row.some((n) => n > 0)).map((row) => used.map((level) => row[level] ?? 0));
  const plain = chiSquareTable(table);
  const fisher = fisherExactTable(table);
  const smallest = plain.expected
    .flat()
    .reduce((least, expected) => Math.min(least, expected), Number.POSITIVE_INFINITY);
  const two = table.length === 2 && used.length === 2 ? cornersOf(table) : undefined;
  const corrected = two && chiSquare(two, true);
  const df = { estimable: true, value: plain.df } as const;
  const tests: readonly ShownTest[] = [
    shown("chi-square test without continuity correction", "chi-square", plain.chi2, [df], plain.p),
    ...(corrected
      ? [shown("chi-square test with Yates' correction", "chi-square", corrected.chi2, [df], corrected.p)]
      : []),
    shown("Fisher's exact test", "", fisher.p, [], fisher.p),
  ];
  return { tests, smallestExpected: Number.isFinite(smallest) ? smallest : null };
}

const cornersOf = ([first, second]: readonly (readonly number[])[]) => ({
  a: first?.[0] ?? 0,
  b: first?.[1] ?? 0,
  c: second?.[0] ?? 0,
  d: second?.[1] ?? 0,
});
