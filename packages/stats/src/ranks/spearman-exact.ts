import { estimated, notEstimable, type Provenance } from "../estimate.ts";
import { type Pair, type RankCorrelation, rankCorrelation } from "./spearman.ts";

/** 9! orders are visited in a moment, 10! are not; R too is exact up to 9 and takes a series above. */
const MOST_PAIRS = 9;

/**
 * Spearman's rank correlation, p from all orders of the ranks. Not estimable with ties or more than nine pairs.
 * R: cor.test(x, y, method = "spearman", exact = TRUE)
 */
export function spearmanExact(pairs: readonly Pair[]): RankCorrelation {
  const { rho, n, missing, ties } = rankCorrelation(pairs);
  const counted = { rho, n, missing, ...EXACT };
  if (!rho.estimable) return { ...counted, p: rho };
  if (ties) return { ...counted, p: notEstimable("ties", n) };
  if (n > MOST_PAIRS) return { ...counted, p: notEstimable("too-many-values", n) };
  const largest = (n * (n * n - 1)) / 3;
  const distance = Math.round(((1 - rho.value) * largest) / 2);
  const asFar = Math.min(distance, largest - distance);
  const orders = distanceCounts(n);
  const tail = orders.slice(0, asFar + 1).reduce((sum, count) => sum + count, 0);
  const all = orders.reduce((sum, count) => sum + count, 0);
  return { ...counted, p: estimated(Math.min(1, (2 * tail) / all)) };
}

const EXACT: Provenance = {
  method: "Spearman's rank correlation, exact",
  convention: "two-sided p is twice the smaller tail; no ties allowed, at most nine pairs",
  rCall: 'cor.test(x, y, method = "spearman", exact = TRUE)',
};

/** How many orders of 1..n have each sum of squared rank differences. */
function distanceCounts(n: number): readonly number[] {
  const counts = new Array<number>((n * (n * n - 1)) / 3 + 1).fill(0);
  const visit = (place: number, used: number, distance: number): void => {
    if (place === n) {
      counts[distance] = (counts[distance] ?? 0) + 1;
      return;
    }
    for (let rank = 0; rank < n; rank++) {
      if ((used & (1 << rank)) === 0) visit(place + 1, used | (1 << rank), distance + (rank - place) * (rank - place));
    }
  };
  visit(0, 0, 0);
  return counts;
}
