import ln from "@stdlib/math-base-special-ln";
import { chiSquareUpper } from "../distributions/tails.ts";
import { type Estimate, estimated, notEstimable, type Provenance } from "../estimate.ts";
import type { GroupedValue } from "../ranks/kruskal-wallis.ts";
import { centred, grouped } from "./grouped.ts";
import { unweighable } from "./one-way-anova.ts";
import { type Part, partOf, varianceOf } from "./variance-parts.ts";

/** A test of equal variances that ends in a chi-square. */
export interface VarianceChiSquare extends Provenance {
  readonly chiSquare: Estimate;
  readonly df: number;
  readonly p: Estimate;
  readonly n: number;
  readonly missing: number;
}

/**
 * Bartlett's test of equal variances (Bartlett 1937, Proc R Soc A 160:268-82). A group of one value or of equal values has no
 * logarithm of its variance, and nothing is estimable. R: bartlett.test(value, group)
 */
export function bartlett(rows: readonly GroupedValue[]): VarianceChiSquare {
  const all = grouped(rows);
  const tallies = centred(all);
  const parts = tallies.map(partOf);
  const counted = { df: Math.max(0, parts.length - 1), n: all.n, missing: all.missing, ...PROVENANCE };
  const because = unweighable(parts, tallies);
  if (because !== undefined) {
    return { chiSquare: notEstimable(because, all.n), p: notEstimable(because, all.n), ...counted };
  }
  const chiSquare = statistic(parts, all.n);
  return { chiSquare: estimated(chiSquare), p: estimated(chiSquareUpper(chiSquare, counted.df)), ...counted };
}

/** Variances enter as ratios to the pooled one, so that no logarithms of like size are subtracted. */
function statistic(parts: readonly Part[], n: number): number {
  const k = parts.length;
  const pooled = parts.reduce((sum, part) => sum + part.squares, 0) / (n - k);
  const missed = parts.reduce((sum, part) => sum - (part.n - 1) * ln(varianceOf(part) / pooled), 0);
  const shares = parts.reduce((sum, part) => sum + 1 / (part.n - 1), 0);
  return Math.max(0, missed / (1 + (shares - 1 / (n - k)) / (3 * (k - 1))));
}

const PROVENANCE: Provenance = {
  method: "Bartlett",
  convention: "with Bartlett's correction",
  rCall: "bartlett.test(value, group)",
};
