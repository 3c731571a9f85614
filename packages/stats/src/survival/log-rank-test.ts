import { chiSquareUpper } from "../distributions/tails.ts";
import { type Estimate, estimated, notEstimable, type Provenance } from "../estimate.ts";
import { type EventTime, eventTable } from "./event-table.ts";
import { type GroupedFollowUp, rowsByGroup } from "./kaplan-meier-by-group.ts";
import { solve } from "./solve.ts";

export interface LogRank extends Provenance {
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

/** A row of a stratified comparison; groups are compared within strata only. */
export interface StratifiedFollowUp extends GroupedFollowUp {
  readonly stratum: string;
}

/**
 * Log-rank test for k groups with the hypergeometric covariance. Groups come in code-point order. A group that nobody is in
 * when an event happens (expected 0) takes no degree of freedom.
 * R: survdiff(Surv(time, event) ~ group)
 */
export function logRankTest(rows: readonly GroupedFollowUp[]): LogRank {
  return compare(rows, [rows], {
    method: "log-rank",
    convention: "hypergeometric covariance (not the sum of (O - E)^2 / E)",
    rCall: "survdiff(Surv(time, event) ~ group)",
  });
}

/** Log-rank test with observed, expected and covariance summed over strata. R: survdiff(Surv(time, event) ~ group + strata(stratum)) */
export function stratifiedLogRankTest(rows: readonly StratifiedFollowUp[]): LogRank {
  const strata = new Map<string, StratifiedFollowUp[]>();
  for (const row of rows) {
    const own = strata.get(row.stratum);
    if (own === undefined) strata.set(row.stratum, [row]);
    else own.push(row);
  }
  const ordered = [...strata.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, own]) => own);
  return compare(rows, ordered, {
    method: "stratified log-rank",
    convention: "observed, expected and hypergeometric covariance summed over strata",
    rCall: "survdiff(Surv(time, event) ~ group + strata(stratum))",
  });
}

function compare(
  rows: readonly GroupedFollowUp[],
  strata: readonly (readonly GroupedFollowUp[])[],
  provenance: Provenance,
): LogRank {
  const names = [...rowsByGroup(rows).keys()].sort((a, b) => (a < b ? -1 : 1));
  const sums = emptySums(names.length);
  for (const stratum of strata) addStratum(stratum, names, sums);
  const groups = names.map((group, i) => ({
    group,
    n: sums.sizes[i] ?? 0,
    observed: sums.observed[i] ?? 0,
    expected: sums.expected[i] ?? 0,
  }));
  const compared = names.map((_, i) => i).filter((i) => (sums.expected[i] ?? 0) > 0);
  const df = Math.max(0, compared.length - 1);
  const n = sums.sizes.reduce((sum, size) => sum + size, 0);
  const none = (because: "one-group" | "no-events" | "no-variation"): LogRank => ({
    chi2: notEstimable(because, n),
    df,
    p: notEstimable(because, n),
    groups,
    ...provenance,
  });
  if (names.length < 2) return none("one-group");
  if (sums.observed.every((events) => events === 0)) return none("no-events");
  const free = compared.slice(1);
  const difference = free.map((i) => (sums.observed[i] ?? 0) - (sums.expected[i] ?? 0));
  const solved = solve(
    free.map((i) => free.map((j) => sums.covariance[i]?.[j] ?? 0)),
    difference,
  );
  if (df === 0 || solved === undefined) return none("no-variation");
  const chi2 = solved.reduce((sum, value, i) => sum + value * (difference[i] ?? 0), 0);
  return { chi2: estimated(chi2), df, p: estimated(chiSquareUpper(chi2, df)), groups, ...provenance };
}

interface Sums {
  readonly sizes: number[];
  readonly observed: number[];
  readonly expected: number[];
  readonly covariance: readonly number[][];
}

function emptySums(k: number): Sums {
  const zeros = () => new Array<number>(k).fill(0);
  return { sizes: zeros(), observed: zeros(), expected: zeros(), covariance: Array.from({ length: k }, zeros) };
}

/** Walks the tables of all groups together, time by time: the first row not yet passed tells who is at risk in a group. */
function addStratum(rows: readonly GroupedFollowUp[], names: readonly string[], sums: Sums): void {
  const byGroup = rowsByGroup(rows);
  const tables = names.map((name) => eventTable(byGroup.get(name) ?? []));
  for (const [i, table] of tables.entries()) sums.sizes[i] = (sums.sizes[i] ?? 0) + (table[0]?.atRisk ?? 0);
  const passed = new Array<number>(names.length).fill(0);
  for (;;) {
    const heads = tables.map((table, i) => table[passed[i] ?? 0]);
    const time = heads.reduce((first, head) => Math.min(first, head?.time ?? first), Number.POSITIVE_INFINITY);
    if (time === Number.POSITIVE_INFINITY) return;
    addTime(heads, time, sums);
    for (const [i, head] of heads.entries()) if (head?.time === time) passed[i] = (passed[i] ?? 0) + 1;
  }
}

function addTime(heads: readonly (EventTime | undefined)[], time: number, sums: Sums): void {
  const atRisk = heads.reduce((sum, head) => sum + (head?.atRisk ?? 0), 0);
  const eventsOf = (head: EventTime | undefined): number => (head?.time === time ? head.events : 0);
  const events = heads.reduce((sum, head) => sum + eventsOf(head), 0);
  if (events === 0) return;
  const factor = atRisk > 1 ? (events * (atRisk - events)) / (atRisk - 1) : 0;
  for (const [i, head] of heads.entries()) {
    const share = (head?.atRisk ?? 0) / atRisk;
    sums.observed[i] = (sums.observed[i] ?? 0) + eventsOf(head);
    sums.expected[i] = (sums.expected[i] ?? 0) + events * share;
    const row = sums.covariance[i];
    if (row === undefined) continue;
    for (const [j, other] of heads.entries())
      row[j] = (row[j] ?? 0) + factor * share * ((i === j ? 1 : 0) - (other?.atRisk ?? 0) / atRisk);
  }
}
