import { normalTwoSided } from "../distributions/tails.ts";
import { type Estimate, estimated, notEstimable } from "../estimate.ts";
import { midRanks, tieTerm } from "./mid-ranks.ts";

/** A value in one of two groups, and how often. */
export interface TwoGroups {
  readonly group: 0 | 1;
  readonly value: number;
  readonly n: number;
}

/**
 * Wilcoxon-Mann-Whitney test, normal approximation with ties and continuity correction; `w` is that of group 1.
 * R: wilcox.test(value[group == 1], value[group == 0], exact = FALSE, correct = TRUE)
 */
export function rankSumTest(rows: readonly TwoGroups[]): { readonly w: Estimate; readonly p: Estimate } {
  const size = (group: 0 | 1) => rows.filter((row) => row.group === group).reduce((sum, { n }) => sum + n, 0);
  const m = size(1);
  const k = size(0);
  const n = m + k;
  if (m === 0 || k === 0) return { w: notEstimable("one-group", n), p: notEstimable("one-group", n) };
  const ranked = midRanks(rows);
  const rankOf = new Map(ranked.map(({ value, rank }) => [value, rank]));
  const ranks = rows.reduce((sum, row) => sum + (row.group === 1 ? (rankOf.get(row.value) ?? 0) * row.n : 0), 0);
  const w = ranks - (m * (m + 1)) / 2;
  const variance = ((m * k) / 12) * (n + 1 - tieTerm(ranked) / (n * (n - 1)));
  if (variance === 0) return { w: estimated(w), p: notEstimable("no-variation", n) };
  const difference = w - (m * k) / 2;
  const z = (difference - Math.sign(difference) * 0.5) / Math.sqrt(variance);
  return { w: estimated(w), p: estimated(normalTwoSided(z)) };
}
