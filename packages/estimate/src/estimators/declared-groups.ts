import { type Cell, compareKeys, type TallyRow } from "@osteon/engine";
import { type Leveled, levelsOf, type Protocol } from "@osteon/protocol";
import type { Group, Statistic } from "./rows-of.ts";

/** Where no group is asked for everybody stands in this one. */
const ALL = "all";
/** Where a column has a value that the analysis does not name. */
const OTHER = "other";
/** Where nothing is known of a column whose levels are found. */
const UNKNOWN = "unknown";

/** The group in which a key of the tally stands: its levels joined by a slash. */
export function groupOf(key: readonly Cell[], by: readonly Leveled[], protocol: Protocol): string {
  if (by.length === 0) return ALL;
  const isDeclared = by.every(
    ({ levels }, place) => levels === "found" || levelsOf(protocol, levels).includes(String(key[place])),
  );
  return isDeclared ? nameOf(key.slice(0, by.length)) : OTHER;
}

/**
 * Every declared group, in code-point order of its key, and `other` last where a row needs it. What is found in the charts
 * stands with each of the levels that are declared beside it.
 */
export function groupNames(rows: readonly TallyRow[], by: readonly Leveled[], protocol: Protocol): readonly string[] {
  const keys = foundIn(rows, by).flatMap((found) =>
    by.reduce<readonly (readonly Cell[])[]>(
      (before, { levels }, place) => {
        const named = levels === "found" ? [found[place] ?? null] : levelsOf(protocol, levels);
        return before.flatMap((key) => named.map((level) => [...key, level]));
      },
      [[]],
    ),
  );
  const names = by.length === 0 ? [ALL] : [...keys].sort(compareKeys).map(nameOf);
  return rows.some(({ key }) => groupOf(key, by, protocol) === OTHER) ? [...names, OTHER] : names;
}

/** The statistics of the rows of each group. */
export function inGroups(
  rows: readonly TallyRow[],
  by: readonly Leveled[],
  protocol: Protocol,
  statisticsOf: (rows: readonly TallyRow[]) => readonly Statistic[],
): readonly Group[] {
  const grouped = new Map<string, TallyRow[]>(groupNames(rows, by, protocol).map((group) => [group, []]));
  for (const row of rows) grouped.get(groupOf(row.key, by, protocol))?.push(row);
  return [...grouped].map(([group, own]) => ({ group, statistics: statisticsOf(own) }));
}

/** What the charts have in the columns whose levels are found, each together once; nothing in the place of the others. */
function foundIn(rows: readonly TallyRow[], by: readonly Leveled[]): readonly (readonly Cell[])[] {
  if (by.every(({ levels }) => levels !== "found")) return [[]];
  const found = rows.map(({ key }) =>
    by.map(({ levels }, place) => (levels === "found" ? (key[place] ?? null) : null)),
  );
  return [...new Map(found.map((key) => [JSON.stringify(key), key])).values()];
}

const nameOf = (key: readonly Cell[]): string => key.map((cell) => cell ?? UNKNOWN).join("/");
