import { chiSquareUpper } from "../distributions/tails.ts";
import { type Estimate, estimated, notEstimable } from "../estimate.ts";
import type { FollowUp } from "./event-table.ts";
import { solve } from "./solve.ts";

export interface GroupedFollowUp extends FollowUp {
  readonly group: string;
}

export interface LogRank {
  readonly chi2: Estimate;
  readonly df: number;
  readonly p: Estimate;
  readonly groups: readonly {
    readonly group: string;
    readonly n: number;
    readonly observed: number;
    readonly expected: number;
  }[];
}

/**
 * Log-rank test for k groups with the hypergeometric covariance. Groups come in code-point order.
 * R: survdiff(Surv(time, event) ~ group)
 */
export function logRankTest(rows: readonly GroupedFollowUp[]): LogRank {
  const names = [...new Set(rows.filter(({ n }) => n > 0).map(({ group }) => group))].sort((a, b) => (a < b ? -1 : 1));
  const k = names.length;
  const n = rows.reduce((sum, row) => sum + row.n, 0);
  const { sizes, observed, expected, covariance } = accumulate(rows, names);
  const groups = names.map((group, i) => ({
    group,
    n: sizes[i] ?? 0,
    observed: observed[i] ?? 0,
    expected: expected[i] ?? 0,
  }));
  const df = Math.max(0, k - 1);
  if (k < 2) return { chi2: notEstimable("one-group", n), df, p: notEstimable("one-group", n), groups };
  if (observed.every((events) => events === 0))
    return { chi2: notEstimable("no-events", n), df, p: notEstimable("no-events", n), groups };
  const difference = names.slice(1).map((_, i) => (observed[i + 1] ?? 0) - (expected[i + 1] ?? 0));
  const solved = solve(
    covariance.slice(1).map((row) => row.slice(1)),
    difference,
  );
  if (solved === undefined)
    return { chi2: notEstimable("no-variation", n), df, p: notEstimable("no-variation", n), groups };
  const chi2 = solved.reduce((sum, value, i) => sum + value * (difference[i] ?? 0), 0);
  return { chi2: estimated(chi2), df, p: estimated(chiSquareUpper(chi2, df)), groups };
}

function accumulate(rows: readonly GroupedFollowUp[], names: readonly string[]) {
  const k = names.length;
  const place = new Map(names.map((name, i) => [name, i]));
  const times = new Map<number, { events: number[]; ends: number[] }>();
  const sizes = new Array<number>(k).fill(0);
  for (const { group, time, event, n } of rows) {
    const i = place.get(group);
    if (i === undefined || n === 0) continue;
    const at = times.get(time) ?? { events: new Array<number>(k).fill(0), ends: new Array<number>(k).fill(0) };
    at.ends[i] = (at.ends[i] ?? 0) + n;
    if (event === 1) at.events[i] = (at.events[i] ?? 0) + n;
    times.set(time, at);
    sizes[i] = (sizes[i] ?? 0) + n;
  }
  const observed = new Array<number>(k).fill(0);
  const expected = new Array<number>(k).fill(0);
  const covariance = Array.from({ length: k }, () => new Array<number>(k).fill(0));
  const risk = [...sizes];
  for (const time of [...times.keys()].sort((a, b) => a - b)) {
    const { events, ends } = times.get(time) ?? { events: [], ends: [] };
    addTime(risk, events, observed, expected, covariance);
    for (const [i, end] of ends.entries()) risk[i] = (risk[i] ?? 0) - end;
  }
  return { sizes, observed, expected, covariance };
}

function addTime(
  risk: readonly number[],
  events: readonly number[],
  observed: number[],
  expected: number[],
  covariance: number[][],
): void {
  const atRisk = risk.reduce((sum, value) => sum + value, 0);
  const deaths = events.reduce((sum, value) => sum + value, 0);
  if (deaths === 0) return;
  const factor = atRisk > 1 ? (deaths * (atRisk - deaths)) / (atRisk - 1) : 0;
  for (const [i, own] of risk.entries()) {
    const share = own / atRisk;
    observed[i] = (observed[i] ?? 0) + (events[i] ?? 0);
    expected[i] = (expected[i] ?? 0) + deaths * share;
    const row = covariance[i];
    if (row === undefined) continue;
    for (const [j, other] of risk.entries())
      row[j] = (row[j] ?? 0) + factor * share * ((i === j ? 1 : 0) - other / atRisk);
  }
}
