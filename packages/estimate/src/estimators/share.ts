import type { Cell, Tally } from "@osteon/engine";
import type { CountAnalysis, Protocol, ShareAnalysis } from "@osteon/protocol";
import { clopperPearson, type Estimate, type Interval, proportion, wilson } from "@osteon/stats";
import { inGroups } from "./declared-groups.ts";
import type { Group, Statistic } from "./rows-of.ts";

const LEVEL = 0.95;

/** How many rows there are, in each group. */
export function count(tally: Tally, { by = [] }: CountAnalysis, protocol: Protocol): readonly Group[] {
  if (by.length === 0)
    return [{ group: "all", statistics: [{ statistic: "n", value: total(tally.rows), method: "count", cells: [[]] }] }];
  return inGroups(tally.rows, by, protocol, (rows) => [counted("n", rows)]);
}

/** n of N with the values, the rest, the unknown, per cent and two kinds of limits, in each group. */
export function share(tally: Tally, { values, unknown, by = [] }: ShareAnalysis, protocol: Protocol): readonly Group[] {
  const cellOf = ({ key }: CellRow): Cell => key[by.length] ?? null;
  const isKnown = (cell: Cell) => cell !== null && !unknown.includes(cell);
  return inGroups(tally.rows, by, protocol, (all) => {
    const known = all.filter((row) => isKnown(cellOf(row)));
    const yes = known.filter((row) => values.includes(cellOf(row) ?? ""));
    const rest = known.filter((row) => !yes.includes(row));
    const missing = all.filter((row) => !known.includes(row));
    return [
      counted("n", yes),
      counted("N", known),
      counted("rest", rest),
      counted("missing", missing),
      ...proportionStatistics(total(yes), total(known)),
    ];
  });
}

interface CellRow {
  readonly key: readonly Cell[];
  readonly n: number;
}

export const total = (rows: readonly CellRow[]): number => rows.reduce((sum, { n }) => sum + n, 0);

/** A count with the cells behind it. */
export function counted(statistic: string, rows: readonly CellRow[]): Statistic {
  return { statistic, value: total(rows), method: "count", cells: rows.map(({ key }) => key) };
}

/** Per cent of `n` in `N` with Wilson and Clopper-Pearson limits; in a breakdown of the count `level`. */
export function proportionStatistics(n: number, N: number, level?: string): readonly Statistic[] {
  const percent = (statistic: string, estimate: Estimate, method: string): Statistic => ({
    statistic: level === undefined ? statistic : `${level}-${statistic}`,
    value: estimate.estimable ? { estimable: true, value: estimate.value * 100 } : estimate,
    method,
    unit: "%",
    ...(level === undefined ? {} : { of: level }),
  });
  const limits = (name: string, interval: Interval, method: string) => [
    percent(`${name}-lower`, interval.lower, method),
    percent(`${name}-upper`, interval.upper, method),
  ];
  return [
    percent("percent", proportion(n, N), "n / N"),
    ...limits("wilson", wilson(n, N, LEVEL), "Wilson score limits, 95 %"),
    ...limits("clopper-pearson", clopperPearson(n, N, LEVEL), "Clopper-Pearson limits, 95 %"),
  ];
}
