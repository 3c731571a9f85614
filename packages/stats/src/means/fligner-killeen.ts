import { chiSquareUpper, normalInverse } from "../distributions/tails.ts";
import { estimated, notEstimable, type Provenance } from "../estimate.ts";
import type { GroupedValue } from "../ranks/kruskal-wallis.ts";
import { midRanks } from "../ranks/mid-ranks.ts";
import type { VarianceChiSquare } from "./bartlett.ts";
import { grouped, tallyRows } from "./grouped.ts";
import { centreOf } from "./levene.ts";

/**
 * Fligner-Killeen test of equal variances, with medians and normal scores of the ranked absolute deviations (Conover, Johnson
 * and Johnson 1981, Technometrics 23:351-61). Deviations tie when they are equal in floating point, as in R.
 * R: fligner.test(value, group)
 */
export function flignerKilleen(rows: readonly GroupedValue[]): VarianceChiSquare {
  const { groups, n, missing } = grouped(rows);
  const counted = { df: Math.max(0, groups.length - 1), n, missing, ...PROVENANCE };
  const deviations = groups.map(({ tally }) => {
    const middle = centreOf(tally, "median");
    return tallyRows(tally).map(({ value, n: count }) => ({ value: Math.abs(value - middle), n: count }));
  });
  const ranked = midRanks(deviations.flat());
  const because =
    n === 0 ? "no-values" : groups.length < 2 ? "one-group" : ranked.length < 2 ? "no-variation" : undefined;
  if (because !== undefined) return { chiSquare: notEstimable(because, n), p: notEstimable(because, n), ...counted };
  const scores = new Map(ranked.map(({ value, rank }) => [value, normalInverse(0.5 + rank / (n + 1) / 2)]));
  const scoreOf = (value: number): number => scores.get(value) ?? 0;
  const centre = ranked.reduce((sum, { value, n: count }) => sum + scoreOf(value) * count, 0) / n;
  const variance =
    ranked.reduce((sum, { value, n: count }) => sum + (scoreOf(value) - centre) ** 2 * count, 0) / (n - 1);
  const between = deviations.reduce((sum, own) => {
    const size = own.reduce((all, { n: count }) => all + count, 0);
    const above = own.reduce((all, { value, n: count }) => all + (scoreOf(value) - centre) * count, 0);
    return sum + (above * above) / size;
  }, 0);
  const chiSquare = between / variance;
  return { chiSquare: estimated(chiSquare), p: estimated(chiSquareUpper(chiSquare, counted.df)), ...counted };
}

const PROVENANCE: Provenance = {
  method: "Fligner-Killeen",
  convention: "medians, normal scores, chi-square with groups - 1 degrees of freedom",
  rCall: "fligner.test(value, group)",
};
