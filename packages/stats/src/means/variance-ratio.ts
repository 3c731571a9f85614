import { sortedTally } from "../describe/sorted-tally.ts";
import { betaInverse, fLower, fUpper } from "../distributions/tails.ts";
import { type Estimate, estimated, type Interval, notEstimable, type Provenance, type Reason } from "../estimate.ts";
import type { TwoGroups } from "../ranks/rank-sum-test.ts";
import { onlyRounding, partOf, varianceOf } from "./variance-parts.ts";

export interface VarianceRatio extends Interval, Provenance {
  /** Variance of group 1 over that of group 0, which is F too; the limits are its. */
  readonly ratio: Estimate;
  readonly p: Estimate;
  readonly df: readonly [numerator: number, denominator: number];
  readonly n: readonly [group0: number, group1: number];
  readonly missing: number;
}

/**
 * F test of the variance of group 1 against group 0, two-sided. R: var.test(value[group == 1], value[group == 0],
 * conf.level = level)
 */
export function varianceRatio(rows: readonly TwoGroups[], level: number): VarianceRatio {
  if (!(level > 0 && level < 1)) throw new RangeError(`a confidence level lies between 0 and 1, got ${level}`);
  const tallies = [0, 1].map((group) => sortedTally(rows.filter((row) => row.group === group)));
  const [other, own] = [partOf(tallies[0] ?? sortedTally([])), partOf(tallies[1] ?? sortedTally([]))];
  const df = [Math.max(0, own.n - 1), Math.max(0, other.n - 1)] as const;
  const missing = tallies.reduce((sum, tally) => sum + tally.missing, 0);
  const counted = { df, n: [other.n, own.n] as const, missing, ...PROVENANCE };
  const still = tallies.some((tally) => onlyRounding(partOf(tally).squares, tally.n, [tally]));
  const because = lacking(own.n, other.n, still);
  if (because !== undefined) return { ...none(because, own.n + other.n), ...counted };
  const ratio = varianceOf(own) / varianceOf(other);
  const tail = (1 - level) / 2;
  return {
    ratio: estimated(ratio),
    p: estimated(Math.min(1, 2 * Math.min(fLower(ratio, df[0], df[1]), fUpper(ratio, df[0], df[1])))),
    lower: estimated(ratio / fInverse(1 - tail, tail, df)),
    upper: estimated(ratio / fInverse(tail, 1 - tail, df)),
    ...counted,
  };
}

function lacking(own: number, other: number, still: boolean): Reason | undefined {
  if (own + other === 0) return "no-values";
  if (own === 0 || other === 0) return "one-group";
  if (own < 2 || other < 2) return "one-value";
  return still ? "no-variation" : undefined;
}

/** The quantile of F with `below` under it and `above` over it, from two beta quantiles. R: qf(below, df1, df2) */
function fInverse(below: number, above: number, [df1, df2]: readonly [number, number]): number {
  return (df2 * betaInverse(below, df1 / 2, df2 / 2)) / (df1 * betaInverse(above, df2 / 2, df1 / 2));
}

function none(because: Reason, n: number) {
  const estimate = notEstimable(because, n);
  return { ratio: estimate, p: estimate, lower: estimate, upper: estimate };
}

const PROVENANCE: Provenance = {
  method: "F test of two variances",
  convention: "p is twice the smaller tail",
  rCall: "var.test(x1, x0, conf.level = level)",
};
