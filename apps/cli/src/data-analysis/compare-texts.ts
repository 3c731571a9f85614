import { chiSquare, chiSquareTable, fisherExactTable, fisherSimulated } from "@osteon/stats";
import { type ShownTest, shown } from "./compare-numbers.ts";
import type { Groups } from "./group-columns.ts";

export type TextsCompared = ReturnType<typeof compareTexts>;

/** A categorical column in each group: counts, shares of those known, and the tests of their independence. */
export function compareTexts(name: string, values: readonly (string | null)[], groups: Groups) {
  const levels = [...new Set(values.filter((value) => value !== null))].sort(byNumberThenText);
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

/** Codes such as 2 and 10 in their order, words in that of code points. */
function byNumberThenText(a: string, b: string): number {
  const [x, y] = [Number(a), Number(b)];
  if (!Number.isNaN(x) && !Number.isNaN(y) && x !== y) return x - y;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Tables drawn where there are too many to be counted, and the seed of all such draws. */
const DRAWS = 50_000;
const SEED = 1;

/**
 * Levels and groups in which nobody is take no part, as in R after droplevels. Fisher's test, which may take a second, is made when it
 * is asked for; where there are too many tables it is simulated, which its name says.
 */
function independence(counts: readonly (readonly number[])[]) {
  const used = (counts[0] ?? [])
    .map((_, level) => level)
    .filter((level) => counts.some((row) => (row[level] ?? 0) > 0));
  const table = counts.filter((row) => row.some((n) => n > 0)).map((row) => used.map((level) => row[level] ?? 0));
  const plain = chiSquareTable(table);
  const smallest = plain.expected
    .flat()
    .reduce((least, expected) => Math.min(least, expected), Number.POSITIVE_INFINITY);
  const two = table.length === 2 && used.length === 2 ? cornersOf(table) : undefined;
  const corrected = two && chiSquare(two, true);
  const df = { estimable: true, value: plain.df } as const;
  const chiSquares: readonly ShownTest[] = [
    shown("chi-square test without continuity correction", "chi-square", plain.chi2, [df], plain.p),
    ...(corrected
      ? [shown("chi-square test with Yates' correction", "chi-square", corrected.chi2, [df], corrected.p)]
      : []),
  ];
  return {
    chiSquares,
    fisher: once(() => fisherOf(table)),
    smallestExpected: Number.isFinite(smallest) ? smallest : null,
  };
}

function fisherOf(table: readonly (readonly number[])[]): ShownTest {
  const exact = fisherExactTable(table);
  if (exact.p.estimable || exact.p.because !== "too-many-tables")
    return shown("Fisher's exact test", "", exact.p, [], exact.p);
  const { p } = fisherSimulated(table, DRAWS, SEED);
  return shown(`Fisher's exact test by simulation (${DRAWS} tables, seed ${SEED})`, "", p, [], p);
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const cornersOf = ([first, second]: readonly (readonly number[])[]) => ({
  a: first?.[0] ?? 0,
  b: first?.[1] ?? 0,
  c: second?.[0] ?? 0,
  d: second?.[1] ?? 0,
});
