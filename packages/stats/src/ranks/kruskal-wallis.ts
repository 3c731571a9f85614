import { chiSquareUpper } from "../distributions/tails.ts";
import { type Estimate, estimated, notEstimable, type Provenance } from "../estimate.ts";
import { midRanks, tieTerm } from "./mid-ranks.ts";

/** A value in one of k groups, and how often; null is missing. */
export interface GroupedValue {
  readonly group: string;
  readonly value: number | null;
  readonly n: number;
}

export interface KruskalWallis extends Provenance {
  readonly h: Estimate;
  readonly df: number;
  readonly p: Estimate;
  readonly n: number;
  readonly missing: number;
}

/** Kruskal-Wallis test with the correction for ties; groups without a value do not count. R: kruskal.test(value, group) */
export function kruskalWallis(rows: readonly GroupedValue[]): KruskalWallis {
  const known = rows.flatMap(({ group, value, n }) => (value === null || n === 0 ? [] : [{ group, value, n }]));
  const n = known.reduce((sum, row) => sum + row.n, 0);
  const missing = rows.reduce((sum, row) => sum + row.n, 0) - n;
  const ranked = midRanks(known);
  const rankOf = new Map(ranked.map(({ value, rank }) => [value, rank]));
  const groups = new Map<string, { size: number; above: number }>();
  for (const { group, value, n: count } of known) {
    const at = groups.get(group) ?? { size: 0, above: 0 };
    at.size += count;
    at.above += ((rankOf.get(value) ?? 0) - (n + 1) / 2) * count;
    groups.set(group, at);
  }
  const counted = { df: Math.max(0, groups.size - 1), n, missing, ...PROVENANCE };
  const none = groups.size < 2 ? "one-group" : ranked.length < 2 ? "no-variation" : undefined;
  if (none !== undefined) return { h: notEstimable(none, n), p: notEstimable(none, n), ...counted };
  // Sorted, so that the order of the rows cannot change the last digit.
  const sums = [...groups.values()].sort((a, b) => a.above - b.above || a.size - b.size);
  const between = sums.reduce((sum, { size, above }) => sum + (above * above) / size, 0);
  const h = ((12 / (n * (n + 1))) * between) / (1 - tieTerm(ranked) / (n * (n - 1) * (n + 1)));
  return { h: estimated(h), p: estimated(chiSquareUpper(h, counted.df)), ...counted };
}

const PROVENANCE: Provenance = {
  method: "Kruskal-Wallis",
  convention: "corrected for ties, p from chi-square with groups - 1 degrees of freedom",
  rCall: "kruskal.test(value, group)",
};
