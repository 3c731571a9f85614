import { fUpper } from "../distributions/tails.ts";
import { type Estimate, estimated, notEstimable, type Provenance, type Reason } from "../estimate.ts";
import type { GroupedValue } from "../ranks/kruskal-wallis.ts";
import { type GroupMoments, groupMoments } from "./group-moments.ts";

export interface AnalysisOfVariance extends Provenance {
  readonly f: Estimate;
  readonly dfBetween: number;
  readonly dfWithin: number;
  readonly p: Estimate;
  readonly sumOfSquaresBetween: number;
  readonly sumOfSquaresWithin: number;
  readonly groups: readonly { readonly group: string; readonly n: number; readonly mean: number }[];
  readonly missing: number;
}

/** A spread within groups this small beside the means is rounding. */
const ROUNDING = 1e-24;

/** One-way analysis of variance with equal variances (Fisher 1925). R: anova(lm(value ~ group)) */
export function oneWayAnova(rows: readonly GroupedValue[]): AnalysisOfVariance {
  const { groups, missing } = groupMoments(rows);
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  const grand = grandMean(groups);
  const between = groups.reduce((sum, group) => sum + group.n * (group.mean - grand) ** 2, 0);
  const within = groups.reduce((sum, group) => sum + (group.n - 1) * group.variance, 0);
  const dfBetween = Math.max(0, groups.length - 1);
  const dfWithin = n - groups.length;
  const none = reasonOf(groups, dfWithin < 1, within);
  const f = between / dfBetween / (within / dfWithin);
  return {
    f: none === undefined ? estimated(f) : notEstimable(none, n),
    ...{ dfBetween, dfWithin },
    p: none === undefined ? estimated(fUpper(f, dfBetween, dfWithin)) : notEstimable(none, n),
    sumOfSquaresBetween: between,
    sumOfSquaresWithin: within,
    groups: groups.map(({ group, n: size, mean }) => ({ group, n: size, mean })),
    missing,
    method: "one-way analysis of variance",
    convention: "equal variances",
    rCall: "anova(lm(value ~ group))",
  };
}

export interface WelchAnova extends Provenance {
  readonly f: Estimate;
  readonly dfBetween: number;
  readonly dfWithin: Estimate;
  readonly p: Estimate;
  readonly missing: number;
}

/**
 * One-way analysis of variance with unequal variances (Welch, Biometrika 1951;38:330-6). A group of one value, or of equal values
 * only, has no variance of its own: not estimable, where R prints NaN. R: oneway.test(value ~ group)
 */
export function welchAnova(rows: readonly GroupedValue[]): WelchAnova {
  const { groups, missing } = groupMoments(rows);
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  const k = groups.length;
  const named = {
    dfBetween: Math.max(0, k - 1),
    missing,
    method: "Welch's one-way analysis of variance",
    convention: "unequal variances",
    rCall: "oneway.test(value ~ group)",
  };
  const single = groups.some((group) => group.n < 2);
  const flat = groups.some(({ variance, mean }) => variance <= ROUNDING * mean * mean);
  const none = k < 2 ? "one-group" : single ? "too-few-values" : flat ? "no-variation" : undefined;
  if (none !== undefined) {
    const lost = notEstimable(none, n);
    return { f: lost, dfWithin: lost, p: lost, ...named };
  }
  const weights = groups.map((group) => group.n / group.variance);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const centre = groups.reduce((sum, { mean }, i) => sum + ((weights[i] as number) * mean) / total, 0);
  const lack =
    groups.reduce((sum, group, i) => sum + (1 - (weights[i] as number) / total) ** 2 / (group.n - 1), 0) / (k * k - 1);
  const spread = groups.reduce((sum, { mean }, i) => sum + (weights[i] as number) * (mean - centre) ** 2, 0);
  const f = spread / ((k - 1) * (1 + 2 * (k - 2) * lack));
  const df = 1 / (3 * lack);
  return { f: estimated(f), dfWithin: estimated(df), p: estimated(fUpper(f, k - 1, df)), ...named };
}

function grandMean(groups: readonly GroupMoments[]): number {
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  const first = groups[0]?.mean ?? 0;
  return first + groups.reduce((sum, group) => sum + group.n * (group.mean - first), 0) / Math.max(1, n);
}

function reasonOf(groups: readonly GroupMoments[], few: boolean, within: number): Reason | undefined {
  if (groups.length < 2) return "one-group";
  if (few) return "too-few-values";
  const size = groups.reduce((sum, { n, mean }) => sum + n * mean * mean, 0);
  return within <= ROUNDING * size ? "no-variation" : undefined;
}
