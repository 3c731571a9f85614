import type { Tally, TallyRow } from "@osteon/engine";
import type { BreakdownAnalysis } from "@osteon/protocol";
import type { Group, Statistic } from "./rows-of.ts";
import { counted, proportionStatistics, total } from "./share.ts";

/** Counts and shares of each level in each group; other levels are counted under `other:` and stay out of N. */
export function breakdown(tally: Tally, { levels, by }: BreakdownAnalysis): readonly Group[] {
  const names = by.length === 0 ? ["all"] : groupNames(tally.rows, by.length);
  return names.map((group) => {
    const rows = tally.rows.filter(({ key }) => by.length === 0 || nameOf(key, by.length) === group);
    return { group, statistics: statisticsOf(rows, levels, by.length) };
  });
}

function statisticsOf(rows: readonly TallyRow[], levels: readonly string[], place: number): readonly Statistic[] {
  const at = (level: string) => rows.filter(({ key }) => key[place] === level);
  const known = rows.filter(({ key }) => levels.includes(String(key[place])));
  const N = total(known);
  const others = rows.filter((row) => !known.includes(row));
  return [
    counted("N", known),
    ...levels.flatMap((level) => [
      counted(level, at(level)),
      ...proportionStatistics(`${level}-`, total(at(level)), N),
    ]),
    ...others.map((row) => counted(`other:${row.key[place] ?? "missing"}`, [row])),
  ];
}

const nameOf = (key: TallyRow["key"], length: number): string =>
  key
    .slice(0, length)
    .map((cell) => cell ?? "missing")
    .join("/");

function groupNames(rows: readonly TallyRow[], length: number): readonly string[] {
  return [...new Set(rows.map(({ key }) => nameOf(key, length)))];
}
