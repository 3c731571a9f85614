import { chiSquareUpper, normalTwoSided } from "../distributions/tails.ts";
import { type Estimate, estimated, notEstimable, type Provenance, type Reason } from "../estimate.ts";
import { factor, solveFactored } from "../linear-algebra/cholesky.ts";
import { type Adjustment, adjustPValues } from "../multiplicity/adjust-p-values.ts";
import { type ComparisonSums, sumComparison } from "./comparison-sums.ts";
import { type ComparisonFamily, nameOf } from "./comparison-weights.ts";
import { type EventTable, type EventTables, eventTables } from "./event-table.ts";
import type { GroupedColumns, GroupedFollowUp, StratifiedColumns, StratifiedFollowUp } from "./follow-up.ts";

export type Grouped = readonly GroupedFollowUp[] | GroupedColumns | EventTables;
/** Groups, and strata within which alone they are compared; without a stratum all are in one. */
export type Stratified = Grouped | readonly StratifiedFollowUp[] | StratifiedColumns;

export interface LogRank extends Provenance {
  readonly chi2: Estimate;
  readonly df: number;
  readonly p: Estimate;
  readonly missing: number;
  readonly mergedTimes: number;
  /** Observed and expected events, weighted as the family says (unweighted for the log-rank test). */
  readonly groups: readonly {
    readonly group: string;
    readonly n: number;
    readonly observed: number;
    readonly expected: number;
  }[];
}

const LOG_RANK: ComparisonFamily = { family: "log-rank" };

/**
 * Log-rank test for k groups with the hypergeometric covariance. Groups come in code-point order. A group that nobody is in
 * when an event happens (expected 0) takes no degree of freedom. Delayed entry is taken as it comes.
 * R: survdiff(Surv(time, event) ~ group)
 */
export function logRankTest(data: Grouped): LogRank {
  return weightedLogRankTest(oneStratum(data), LOG_RANK);
}

/** Log-rank test with observed, expected and covariance summed over strata. R: survdiff(Surv(time, event) ~ group + strata(stratum)) */
export function stratifiedLogRankTest(data: Stratified): LogRank {
  return weightedLogRankTest(data, LOG_RANK);
}

/**
 * The same with a weight for each time (Tarone and Ware 1977; Harrington and Fleming 1982), within strata where there are any.
 * R: survdiff(Surv(time, event) ~ group + strata(stratum), rho) for g-rho; no call for the others, which SPSS has
 */
export function weightedLogRankTest(data: Stratified, family: ComparisonFamily): LogRank {
  const tabled = eventTables(data);
  const sums = sumComparison(tabled, family);
  const result = {
    df: Math.max(0, sums.expected.filter((expected) => expected > 0).length - 1),
    missing: tabled.missing,
    mergedTimes: tabled.mergedTimes,
    groups: listed(tabled.groups, sums),
    method: `${tabled.strata.length > 1 ? "stratified " : ""}${nameOf(family)}`,
    convention: "hypergeometric covariance (not the sum of (O - E)^2 / E)",
    rCall: `survdiff(Surv(time, event) ~ group${family.family === "g-rho" ? `, rho = ${family.rho}` : ""})`,
  };
  const chi2 = chiSquareOf(tabled, sums);
  const p = chi2.estimable ? estimated(chiSquareUpper(chi2.value, result.df)) : chi2;
  return { chi2, p, ...result };
}

function listed(names: readonly string[], { sizes, observed, expected }: ComparisonSums): LogRank["groups"] {
  const all = names.map((group, i) => ({
    group,
    n: sizes[i] as number,
    observed: observed[i] as number,
    expected: expected[i] as number,
  }));
  return all.filter(({ n }) => n > 0);
}

function chiSquareOf({ tables, groups }: EventTables, sums: ComparisonSums): Estimate {
  const none = whyNone(tables, sums);
  const n = sums.sizes.reduce((total, size) => total + size, 0);
  if (none !== undefined) return notEstimable(none, n);
  const free = groups.map((_, i) => i).filter((i) => (sums.expected[i] as number) > 0);
  const last = free.slice(1);
  const difference = last.map((i) => (sums.observed[i] as number) - (sums.expected[i] as number));
  const covariance = Float64Array.from(
    last.flatMap((i) => last.map((j) => (sums.covariance[i] as Float64Array)[j] as number)),
  );
  const factors = factor(covariance, last.length);
  if (last.length === 0 || factors.rank < last.length) return notEstimable("no-variation", n);
  const solved = solveFactored(factors, difference);
  return estimated(solved.reduce((sum, value, i) => sum + value * (difference[i] as number), 0));
}

function whyNone(tables: readonly EventTable[], { sizes, expected }: ComparisonSums): Reason | undefined {
  if (sizes.filter((size) => size > 0).length < 2) return "one-group";
  if (tables.every(({ events }) => events.every((count) => count === 0))) return "no-events";
  return expected.some((value) => value > 0) ? undefined : "no-variation";
}

export interface LogRankTrend extends Provenance {
  readonly z: Estimate;
  readonly chi2: Estimate;
  readonly p: Estimate;
}

/**
 * Log-rank test for trend (Tarone 1975): one degree of freedom along a score of each group; z is positive where a higher score
 * goes with more events. R: d <- survdiff(...); s <- scores; sum(s * (d$obs - d$exp)) / sqrt(drop(s %*% d$var %*% s))
 */
export function logRankTrend(
  data: Stratified,
  scores: Readonly<Record<string, number>>,
  family: ComparisonFamily = LOG_RANK,
): LogRankTrend {
  const tabled = eventTables(data);
  const sums = sumComparison(tabled, family);
  const score = tabled.groups.map((group) => {
    const value = scores[group];
    if (value === undefined) throw new RangeError(`the trend needs a score for group ${group}`);
    return value;
  });
  const along = score.reduce((sum, s, i) => sum + s * ((sums.observed[i] as number) - (sums.expected[i] as number)), 0);
  const variance = score.reduce(
    (sum, s, i) =>
      sum + score.reduce((own, other, j) => own + s * other * ((sums.covariance[i] as Float64Array)[j] as number), 0),
    0,
  );
  const because = whyNone(tabled.tables, sums) ?? (variance > 1e-12 ? undefined : "no-variation");
  const none = notEstimable(
    because ?? "no-variation",
    sums.sizes.reduce((sum, size) => sum + size, 0),
  );
  const z = along / Math.sqrt(variance);
  return {
    z: because === undefined ? estimated(z) : none,
    chi2: because === undefined ? estimated(z * z) : none,
    p: because === undefined ? estimated(normalTwoSided(z)) : none,
    method: `trend by ${nameOf(family)}`,
    convention: `scores ${tabled.groups.map((group, i) => `${group} ${score[i]}`).join(", ")}`,
    rCall: "d <- survdiff(Surv(time, event) ~ group); sum(s * (d$obs - d$exp)) / sqrt(s %*% d$var %*% s)",
  };
}

export interface LogRankPair {
  readonly groups: readonly [string, string];
  readonly test: LogRank;
  readonly adjusted: Estimate;
}

/** Every two groups compared for themselves, p adjusted for their number. R: survdiff on each pair, p.adjust(p, adjustment) */
export function pairwiseLogRank(
  data: Stratified,
  adjustment: Adjustment,
  family: ComparisonFamily = LOG_RANK,
): readonly LogRankPair[] {
  const names = eventTables(data).groups;
  const pairs = names.flatMap((a, i) => names.slice(i + 1).map((b) => [a, b] as const));
  const tests = pairs.map((pair) => weightedLogRankTest(onlyGroups(data, pair), family));
  const ps = tests.map(({ p }) => (p.estimable ? p.value : null));
  const adjusted = adjustPValues(
    ps.filter((p) => p !== null),
    adjustment,
  );
  let place = 0;
  return pairs.map((groups, i) => {
    const test = tests[i] as LogRank;
    return { groups, test, adjusted: ps[i] === null ? test.p : estimated(adjusted[place++] as number) };
  });
}

function oneStratum(data: Grouped): Grouped {
  if ("tables" in data) return data;
  if (Array.isArray(data)) return data.map((row: GroupedFollowUp) => ({ ...row, stratum: undefined }));
  const { stratum: _, ...columns } = data as StratifiedColumns;
  return columns;
}

function onlyGroups(data: Stratified, names: readonly string[]): Stratified {
  if ("tables" in data) {
    const of = (stratum: number) =>
      names.map((name) => data.tables[stratum * data.groups.length + data.groups.indexOf(name)]);
    return { ...data, groups: names, tables: data.strata.flatMap((_, stratum) => of(stratum) as EventTable[]) };
  }
  if (Array.isArray(data)) return data.filter((row: GroupedFollowUp) => names.includes(row.group));
  const columns = Object.entries(data as StratifiedColumns) as [keyof StratifiedColumns, ArrayLike<number>][];
  const group = (data as StratifiedColumns).group;
  const rows = Array.from({ length: group.length }, (_, i) => i).filter((i) => names.includes(String(group[i])));
  return Object.fromEntries(
    columns.map(([name, values]) => [name, rows.map((i) => values[i])]),
  ) as unknown as StratifiedColumns;
}
