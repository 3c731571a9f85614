import { type Cell, compareKeys, type TallyRow } from "@osteon/engine";
import { type Leveled, levelsOf, type Protocol } from "@osteon/protocol";

/** Where no group is asked for everybody stands in this one. */
const ALL = "all";
/** Where a column has a value that the analysis does not name. */
const OTHER = "other";

/** The group in which a key of the tally stands: its levels joined by a slash. */
export function groupOf(key: readonly Cell[], by: readonly Leveled[], protocol: Protocol): string {
  if (by.length === 0) return ALL;
  const isDeclared = by.every(({ levels }, place) => levelsOf(protocol, levels).includes(String(key[place])));
  return isDeclared ? nameOf(key.slice(0, by.length)) : OTHER;
}

/** Every declared group, in code-point order of its key, and `other` last where a row needs it. */
export function groupNames(rows: readonly TallyRow[], by: readonly Leveled[], protocol: Protocol): readonly string[] {
  const keys = by.reduce<readonly (readonly string[])[]>(
    (before, { levels }) => before.flatMap((key) => levelsOf(protocol, levels).map((level) => [...key, level])),
    [[]],
  );
  const names = by.length === 0 ? [ALL] : [...keys].sort(compareKeys).map(nameOf);
  return rows.some(({ key }) => groupOf(key, by, protocol) === OTHER) ? [...names, OTHER] : names;
}

const nameOf = (key: readonly Cell[]): string => key.join("/");
