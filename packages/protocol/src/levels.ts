import type { Protocol } from "./protocol.ts";

/** The values that a column may have: named, or taken from the protocol's own time points and groups. */
export type Levels = readonly string[] | "timePoints" | { readonly groups: { readonly inResponse?: boolean } };

/** A column with its levels. Each of them has its rows on every cohort, also where nobody has it; any other value is `other`. */
export interface Leveled {
  readonly column: string;
  readonly levels: Levels;
}

/** The levels by name, in the order of the protocol. */
export function levelsOf(
  { timePoints, groups }: Pick<Protocol, "timePoints" | "groups">,
  levels: Levels,
): readonly string[] {
  if (levels === "timePoints") return Object.keys(timePoints);
  if (!("groups" in levels)) return levels;
  const { inResponse } = levels.groups;
  return Object.entries(groups).flatMap(([name, group]) =>
    inResponse === undefined || group.inResponse === inResponse ? [name] : [],
  );
}
