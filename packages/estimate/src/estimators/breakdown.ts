import type { Tally, TallyRow } from "@osteon/engine";
import type { BreakdownAnalysis, Protocol } from "@osteon/protocol";
import { inGroups } from "./declared-groups.ts";
import type { Group, Statistic } from "./rows-of.ts";
import { counted, proportionStatistics, total } from "./share.ts";

/**
 * Counts and shares of each level in each declared group, whether anybody is in it or not; other values are counted under
 * `other:` and stay out of N.
 */
export function breakdown(tally: Tally, { levels, by }: BreakdownAnalysis, protocol: Protocol): readonly Group[] {
  return inGroups(tally.rows, by, protocol, (rows) => statisticsOf(rows, levels, by.length));
}

function statisticsOf(rows: readonly TallyRow[], levels: readonly string[], place: number): readonly Statistic[] {
  const at = (level: string) => rows.filter(({ key }) => key[place] === level);
  const known = rows.filter(({ key }) => levels.includes(String(key[place])));
  const N = total(known);
  const others = rows.filter((row) => !known.includes(row));
  return [
    counted("N", known),
    ...levels.flatMap((level) => [counted(level, at(level)), ...proportionStatistics(total(at(level)), N, level)]),
    ...others.map((row) => counted(`other:${row.key[place] ?? "missing"}`, [row])),
  ];
}
