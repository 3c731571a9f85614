import type { Protocol } from "./protocol.ts";

/**
 * The values that a column may have: named, taken from the protocol's own time points and groups, or `found` in the charts,
 * as a year, a centre or a drug. What is found makes a family of results, which figures and tables alone reach.
 */
export type Levels =
  | readonly string[]
  | "timePoints"
  | "found"
  | { readonly groups: { readonly inResponse?: boolean } };

/** A column with its levels. Each that is named has its rows on every cohort, also where nobody has it; any other value is `other`. */
export interface Leveled {
  readonly column: string;
  readonly levels: Levels;
}

/** The levels by name, in the order of the protocol; of those that are found in the charts none is known here. */
export function levelsOf(
  { timePoints, groups }: Pick<Protocol, "timePoints" | "groups">,
  levels: Levels,
): readonly string[] {
  if (levels === "timePoints") return Object.keys(timePoints);
  if (levels === "found") return [];
  if (!("groups" in levels)) return levels;
  const { inResponse } = levels.groups;
  return Object.entries(groups).flatMap(([name, group]) =>
    inResponse === undefined || group.inResponse === inResponse ? [name] : [],
  );
}
