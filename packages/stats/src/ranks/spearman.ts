import { tTwoSided } from "../distributions/tails.ts";
import { type Estimate, estimated, notEstimable, type Provenance } from "../estimate.ts";
import { midRanks } from "./mid-ranks.ts";

/** Two values of one subject, and how often; a pair with a null is missing. */
export interface Pair {
  readonly x: number | null;
  readonly y: number | null;
  readonly n: number;
}

export interface RankCorrelation extends Provenance {
  readonly rho: Estimate;
  readonly p: Estimate;
  readonly n: number;
  readonly missing: number;
}

/**
 * Spearman's rank correlation with mid-ranks, p from the t approximation. R: cor.test(x, y, method = "spearman", exact = FALSE)
 */
export function spearman(pairs: readonly Pair[]): RankCorrelation {
  const { rho, n, missing } = rankCorrelation(pairs);
  const counted = { rho, n, missing, ...APPROXIMATE };
  if (!rho.estimable) return { ...counted, p: rho };
  if (Math.abs(rho.value) === 1) return { ...counted, p: estimated(0) };
  const t = rho.value / Math.sqrt(((1 - rho.value) * (1 + rho.value)) / (n - 2));
  return { ...counted, p: estimated(tTwoSided(t, n - 2)) };
}

const APPROXIMATE: Provenance = {
  method: "Spearman's rank correlation",
  convention: "mid-ranks; p from t with n - 2 degrees of freedom (SPSS, SAS)",
  rCall: 'cor.test(x, y, method = "spearman", exact = FALSE)',
};

/** Correlation of the mid-ranks, between -1 and 1; how many ties there are. */
export function rankCorrelation(pairs: readonly Pair[]): {
  readonly rho: Estimate;
  readonly n: number;
  readonly missing: number;
  readonly ties: boolean;
} {
  const known = pairs.flatMap(({ x, y, n }) => (x === null || y === null ? [] : [{ x, y, n }]));
  const n = known.reduce((sum, pair) => sum + pair.n, 0);
  const missing = pairs.reduce((sum, pair) => sum + pair.n, 0) - n;
  const ranksX = midRanks(known.map(({ x, n: count }) => ({ value: x, n: count })));
  const ranksY = midRanks(known.map(({ y, n: count }) => ({ value: y, n: count })));
  const ties = [...ranksX, ...ranksY].some((ranked) => ranked.n > 1);
  const counted = { n, missing, ties };
  if (n < 3) return { rho: notEstimable("too-few-values", n), ...counted };
  if (ranksX.length < 2 || ranksY.length < 2) return { rho: notEstimable("no-variation", n), ...counted };
  const rankX = new Map(ranksX.map(({ value, rank }) => [value, rank]));
  const rankY = new Map(ranksY.map(({ value, rank }) => [value, rank]));
  const centre = (n + 1) / 2;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (const pair of known) {
    const dx = (rankX.get(pair.x) ?? 0) - centre;
    const dy = (rankY.get(pair.y) ?? 0) - centre;
    xx += dx * dx * pair.n;
    yy += dy * dy * pair.n;
    xy += dx * dy * pair.n;
  }
  const perfect = Math.abs(xy) === xx && xx === yy;
  const rho = perfect ? Math.sign(xy) : Math.min(1, Math.max(-1, xy / Math.sqrt(xx) / Math.sqrt(yy)));
  return { rho: estimated(rho), ...counted };
}
