import ln from "@stdlib/math-base-special-ln";
import { median } from "../describe/median.ts";
import { sortedTally } from "../describe/sorted-tally.ts";
import { chiSquareUpper, criticalF, fLower, fUpper, normalInverse } from "../distributions/tails.ts";
import { type Estimate, estimated, type Interval, notEstimable, type Provenance } from "../estimate.ts";
import type { GroupedValue } from "../ranks/kruskal-wallis.ts";
import { midRanks } from "../ranks/mid-ranks.ts";
import type { TwoGroups } from "../ranks/rank-sum-test.ts";
import { type AnalysisOfVariance, oneWayAnova } from "./analysis-of-variance.ts";
import { groupMoments } from "./group-moments.ts";

export interface EqualVariances extends Provenance {
  readonly chi2: Estimate;
  readonly df: number;
  readonly p: Estimate;
  readonly missing: number;
}

/**
 * Bartlett's test that k groups have one variance (1937). A group of one value has none of its own: not estimable, where R prints
 * NaN or stops. R: bartlett.test(value, group)
 */
export function bartlettTest(rows: readonly GroupedValue[]): EqualVariances {
  const { groups, missing } = groupMoments(rows);
  const k = groups.length;
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  const named = {
    df: Math.max(0, k - 1),
    missing,
    method: "Bartlett's test of equal variances",
    convention: "corrected, p from chi-square",
    rCall: "bartlett.test(value, group)",
  };
  const single = groups.some((group) => group.n < 2);
  const none =
    k < 2
      ? "one-group"
      : single
        ? "too-few-values"
        : groups.some(({ variance }) => variance === 0)
          ? "no-variation"
          : undefined;
  if (none !== undefined) return { chi2: notEstimable(none, n), p: notEstimable(none, n), ...named };
  const free = groups.map((group) => group.n - 1);
  const total = n - k;
  const pooled = groups.reduce((sum, group) => sum + ((group.n - 1) / total) * group.variance, 0);
  const logs = groups.reduce((sum, group) => sum + (group.n - 1) * ln(group.variance), 0);
  const correction = 1 + (free.reduce((sum, df) => sum + 1 / df, 0) - 1 / total) / (3 * (k - 1));
  const chi2 = Math.max(0, (total * ln(pooled) - logs) / correction);
  return { chi2: estimated(chi2), p: estimated(chiSquareUpper(chi2, k - 1)), ...named };
}

/**
 * Levene's test (1960): analysis of variance of the distances from the group's mean, or from its median (Brown and Forsythe
 * 1974), which is the more robust. R: car::leveneTest(value, group, center = mean or median)
 */
export function leveneTest(rows: readonly GroupedValue[], centre: "mean" | "median"): AnalysisOfVariance {
  const centres = new Map<string, number>();
  for (const group of new Set(rows.map((row) => row.group))) {
    const tally = sortedTally(rows.filter((row) => row.group === group));
    const found =
      centre === "median" ? median(tally) : groupMoments(rows.filter((row) => row.group === group)).groups[0]?.mean;
    if (found !== undefined) centres.set(group, found);
  }
  const distances = rows.map((row) => ({
    ...row,
    value: row.value === null ? null : Math.abs(row.value - (centres.get(row.group) ?? 0)),
  }));
  return {
    ...oneWayAnova(distances),
    method: centre === "mean" ? "Levene's test of equal variances" : "Brown-Forsythe test of equal variances",
    convention: `distances from the ${centre} of the group`,
    rCall: `car::leveneTest(value, group, center = ${centre})`,
  };
}

/**
 * Fligner and Killeen's test (1976), the modified form of Conover, Johnson and Johnson (1981): normal scores of the ranks of
 * distances from the median. R: fligner.test(value, group)
 */
export function flignerTest(rows: readonly GroupedValue[]): EqualVariances {
  const known = rows.flatMap(({ group, value, n }) => (value === null || n === 0 ? [] : [{ group, value, n }]));
  const names = [...new Set(known.map(({ group }) => group))].sort();
  const n = known.reduce((sum, row) => sum + row.n, 0);
  const missing = rows.reduce((sum, row) => sum + row.n, 0) - n;
  const named = {
    df: Math.max(0, names.length - 1),
    missing,
    method: "Fligner-Killeen test of equal variances",
    convention: "median centred, normal scores, p from chi-square",
    rCall: "fligner.test(value, group)",
  };
  const centres = new Map(
    names.map((name) => [name, median(sortedTally(known.filter(({ group }) => group === name)))]),
  );
  const distances = known.map((row) => ({ ...row, value: Math.abs(row.value - (centres.get(row.group) ?? 0)) }));
  const scores = new Map(
    midRanks(distances).map(({ value, rank }) => [value, normalInverse((1 + rank / (n + 1)) / 2)]),
  );
  const score = (value: number) => scores.get(value) ?? 0;
  const mean = distances.reduce((sum, row) => sum + row.n * score(row.value), 0) / n;
  const variance = distances.reduce((sum, row) => sum + row.n * (score(row.value) - mean) ** 2, 0) / (n - 1);
  const none = names.length < 2 ? "one-group" : scores.size < 2 ? "no-variation" : undefined;
  if (none !== undefined) return { chi2: notEstimable(none, n), p: notEstimable(none, n), ...named };
  const chi2 =
    names.reduce((sum, name) => {
      const own = distances.filter(({ group }) => group === name);
      const size = own.reduce((all, row) => all + row.n, 0);
      const average = own.reduce((all, row) => all + row.n * score(row.value), 0) / size;
      return sum + size * (average - mean) ** 2;
    }, 0) / variance;
  return { chi2: estimated(chi2), p: estimated(chiSquareUpper(chi2, named.df)), ...named };
}

export interface VarianceRatio extends Interval, Provenance {
  /** Variance of group 1 over that of group 0; the limits are its. */
  readonly ratio: Estimate;
  readonly df: readonly [group1: number, group0: number];
  readonly p: Estimate;
  readonly missing: number;
}

/** F test that two groups have one variance. R: var.test(value[group == 1], value[group == 0], conf.level = level) */
export function varianceRatioTest(rows: readonly TwoGroups[], level: number): VarianceRatio {
  const { groups, missing } = groupMoments(rows.map((row) => ({ ...row, group: String(row.group) })));
  const own = groups.find(({ group }) => group === "1");
  const other = groups.find(({ group }) => group === "0");
  const df = [Math.max(0, (own?.n ?? 0) - 1), Math.max(0, (other?.n ?? 0) - 1)] as const;
  const named = {
    df,
    missing,
    method: "F test of two variances",
    convention: "two-sided p twice the smaller tail",
    rCall: "var.test(x1, x0)",
  };
  const none =
    !own || !other
      ? "one-group"
      : df.includes(0)
        ? "too-few-values"
        : own.variance * other.variance === 0
          ? "no-variation"
          : undefined;
  if (none !== undefined || !own || !other) {
    const lost = notEstimable(none ?? "one-group", (own?.n ?? 0) + (other?.n ?? 0));
    return { ratio: lost, p: lost, lower: lost, upper: lost, ...named };
  }
  const ratio = own.variance / other.variance;
  const tail = Math.min(fLower(ratio, df[0], df[1]), fUpper(ratio, df[0], df[1]));
  return {
    ratio: estimated(ratio),
    p: estimated(Math.min(1, 2 * tail)),
    lower: estimated(ratio / criticalF(level, df[0], df[1])),
    upper: estimated(ratio * criticalF(level, df[1], df[0])),
    ...named,
  };
}
