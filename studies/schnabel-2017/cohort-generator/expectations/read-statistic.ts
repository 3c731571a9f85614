import type { Row } from "@osteon/engine";
import {
  describe,
  type Estimate,
  kaplanMeier,
  normalDistance,
  rankSumTest,
  spearman,
  survivalAt,
  survivalQuantile,
} from "@osteon/stats";
import type { Statistic } from "./expectation.ts";

/** The statistic of the rows that an expectation's SQL gave, before it is brought to its unit. */
export function readStatistic(statistic: Statistic, rows: readonly Row[]): number {
  if (typeof statistic === "object") {
    if ("survivalAt" in statistic) return estimatedValue(survivalAt(curveOf(rows), statistic.survivalAt).survival);
    return within(distanceOf(rows), statistic.normalDistance);
  }
  switch (statistic) {
    case "only":
      return numberIn(rows[0], "value");
    case "median-survival":
      return estimatedValue(survivalQuantile(curveOf(rows), 0.5, "first-time").value);
    case "rank-sum-p-above-0.05":
      return above(rankSumTest(rows.map((row) => ({ ...countedIn(row), group: bit(row, "grouping") }))).p);
    case "rank-correlation-p-above-0.05":
      return above(spearman(rows.map((row) => ({ x: numberIn(row, "grouping"), y: numberIn(row, "value"), n: 1 }))).p);
    default:
      return estimatedValue(describe(rows.map(countedIn), 6)[statistic]);
  }
}

const above = (p: Estimate): number => (estimatedValue(p) > 0.05 ? 1 : 0);

const countedIn = (row: Row): { readonly value: number; readonly n: number } => ({
  value: numberIn(row, "value"),
  n: 1,
});

const within = (value: number, [low, high]: readonly [number, number]): number =>
  value >= low && value <= high ? 1 : 0;

function distanceOf(rows: readonly Row[]): number {
  return estimatedValue(normalDistance(rows.map(countedIn)));
}

function curveOf(rows: readonly Row[]): ReturnType<typeof kaplanMeier> {
  const ends = rows.map((row) => ({ time: numberIn(row, "value"), event: bit(row, "event"), n: 1 }));
  return kaplanMeier(ends, "log-log", 0.95);
}

function numberIn(row: Row | undefined, column: string): number {
  const cell = row?.[column];
  if (typeof cell !== "number") throw new Error(`${column} is ${JSON.stringify(cell)}`);
  return cell;
}

const bit = (row: Row, column: string): 0 | 1 => (numberIn(row, column) === 1 ? 1 : 0);

function estimatedValue(estimate: Estimate): number {
  if (!estimate.estimable) throw new Error(`not estimable: ${estimate.because}`);
  return estimate.value;
}
