import { chiSquareTable } from "@osteon/stats";
import type { Groups } from "../rows/group-columns.ts";
import { type GroupedCounts, usedCounts } from "./category-tests.ts";

export type TextsCompared = ReturnType<typeof compareTexts>;

/** A categorical column in each group and in all of them: counts, and shares of those known. Levels in the order given. */
export function compareTexts(
  name: string,
  values: readonly (string | null)[],
  levels: readonly string[],
  groups: Groups,
  count: readonly number[] | undefined,
) {
  const tallies = new Map(groups.names.map((group) => [group, new Map<string | null, number>()]));
  for (const [row, value] of values.entries()) {
    const own = tallies.get(groups.of[row] ?? "");
    if (own !== undefined && groups.of[row] !== null) own.set(value, (own.get(value) ?? 0) + (count?.[row] ?? 1));
  }
  const of = (group: string, level: string | null) => tallies.get(group)?.get(level) ?? 0;
  const counts = groups.names.map((group) => levels.map((level) => of(group, level)));
  const table: GroupedCounts = { counts, names: groups.names, levels };
  const described = groups.names.map((group, i) => countedAs(group, counts[i] ?? [], of(group, null)));
  return {
    name,
    kind: "text" as const,
    levels,
    values,
    table,
    groups: described,
    overall: countedAs(
      "all",
      levels.map((_, level) => described.reduce((sum, own) => sum + (own.counts[level] ?? 0), 0)),
      described.reduce((sum, own) => sum + own.missing, 0),
    ),
    smallestExpected: smallestExpected(table),
  };
}

export type CountedTexts = ReturnType<typeof countedAs>;

function countedAs(group: string, counts: readonly number[], missing: number) {
  const n = counts.reduce((sum, own) => sum + own, 0);
  return { group, n, missing, counts, percent: counts.map((own) => (n === 0 ? null : (100 * own) / n)) };
}

function smallestExpected(table: GroupedCounts): number | null {
  const least = chiSquareTable(usedCounts(table).counts)
    .expected.flat()
    .reduce((smallest, expected) => Math.min(smallest, expected), Number.POSITIVE_INFINITY);
  return Number.isFinite(least) ? least : null;
}
