import { normalTwoSided } from "../distributions/tails.ts";
import { type Estimate, estimated, notEstimable, type Provenance } from "../estimate.ts";
import { midRanks, type Ranked, tieTerm } from "./mid-ranks.ts";

/** A value in one of two groups, and how often; null is missing. */
export interface TwoGroups {
  readonly group: 0 | 1;
  readonly value: number | null;
  readonly n: number;
}

export interface RankSum extends Provenance {
  /** Mann-Whitney count of group 1: pairs in which it is higher, ties half. */
  readonly w: Estimate;
  readonly p: Estimate;
  readonly n: readonly [group0: number, group1: number];
  readonly missing: number;
}

/**
 * Wilcoxon-Mann-Whitney test, normal approximation with ties and continuity correction; `w` is that of group 1.
 * R: wilcox.test(value[group == 1], value[group == 0], exact = FALSE, correct = TRUE)
 */
export const rankSumTest = (rows: readonly TwoGroups[]): RankSum => approximated(rows, CORRECTED);

/** The same without continuity correction, as SPSS prints it. R: wilcox.test(x1, x0, exact = FALSE, correct = FALSE) */
export const rankSumUncorrected = (rows: readonly TwoGroups[]): RankSum => approximated(rows, UNCORRECTED);

function approximated(
  rows: readonly TwoGroups[],
  { correction, ...named }: Provenance & { correction: number },
): RankSum {
  const { w, sizes, missing, ranked } = rankSum(rows);
  const [k, m] = sizes;
  const n = m + k;
  const counted = { w, n: sizes, missing, ...named };
  if (!w.estimable) return { ...counted, p: w };
  const variance = ((m * k) / 12) * (n + 1 - tieTerm(ranked) / (n * (n - 1)));
  if (ranked.length < 2) return { ...counted, p: notEstimable("no-variation", n) };
  const difference = w.value - (m * k) / 2;
  const z = (difference - Math.sign(difference) * correction) / Math.sqrt(variance);
  return { ...counted, p: estimated(normalTwoSided(z)) };
}

const CORRECTED = {
  correction: 0.5,
  method: "Wilcoxon-Mann-Whitney, normal approximation",
  convention: "variance corrected for ties, continuity correction 1/2 (SPSS prints it without the latter)",
  rCall: "wilcox.test(x1, x0, exact = FALSE, correct = TRUE)",
};

const UNCORRECTED = {
  correction: 0,
  method: "Wilcoxon-Mann-Whitney, normal approximation",
  convention: "variance corrected for ties, no continuity correction (SPSS)",
  rCall: "wilcox.test(x1, x0, exact = FALSE, correct = FALSE)",
};

/** The count W of group 1, sizes, missing, and the ranks behind it. */
export function rankSum(rows: readonly TwoGroups[]): {
  readonly w: Estimate;
  readonly sizes: readonly [number, number];
  readonly missing: number;
  readonly ranked: readonly Ranked[];
} {
  const known = rows.flatMap(({ group, value, n }) => (value === null ? [] : [{ group, value, n }]));
  const ranked = midRanks(known);
  const rankOf = new Map(ranked.map(({ value, rank }) => [value, rank]));
  const sizes: [number, number] = [0, 0];
  let ranks = 0;
  for (const { group, value, n } of known) {
    sizes[group] += n;
    if (group === 1) ranks += (rankOf.get(value) ?? 0) * n;
  }
  const [k, m] = sizes;
  const missing = rows.reduce((sum, { value, n }) => sum + (value === null ? n : 0), 0);
  const w = m === 0 || k === 0 ? notEstimable("one-group", m + k) : estimated(ranks - (m * (m + 1)) / 2);
  return { w, sizes, missing, ranked };
}
