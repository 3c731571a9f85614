import { tTwoSided } from "../distributions/tails.ts";
import { type Estimate, estimated, notEstimable } from "../estimate.ts";
import { midRanks } from "./mid-ranks.ts";

export interface Pair {
  readonly x: number;
  readonly y: number;
  readonly n: number;
}

/**
 * Spearman's rank correlation with mid-ranks, p from the t approximation. R: cor.test(x, y, method = "spearman", exact = FALSE)
 */
export function spearman(pairs: readonly Pair[]): { readonly rho: Estimate; readonly p: Estimate; readonly n: number } {
  const n = pairs.reduce((sum, pair) => sum + pair.n, 0);
  if (n < 3) return { rho: notEstimable("too-few-values", n), p: notEstimable("too-few-values", n), n };
  const ranks = (of: "x" | "y") =>
    new Map(midRanks(pairs.map((pair) => ({ value: pair[of], n: pair.n }))).map(({ value, rank }) => [value, rank]));
  const rankX = ranks("x");
  const rankY = ranks("y");
  const centre = (n + 1) / 2;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (const pair of pairs) {
    const dx = (rankX.get(pair.x) ?? 0) - centre;
    const dy = (rankY.get(pair.y) ?? 0) - centre;
    xx += dx * dx * pair.n;
    yy += dy * dy * pair.n;
    xy += dx * dy * pair.n;
  }
  if (xx === 0 || yy === 0) return { rho: notEstimable("no-variation", n), p: notEstimable("no-variation", n), n };
  const rho = xy / Math.sqrt(xx * yy);
  const t = rho / Math.sqrt(((1 - rho) * (1 + rho)) / (n - 2));
  return { rho: estimated(rho), p: estimated(Math.abs(rho) >= 1 ? 0 : tTwoSided(t, n - 2)), n };
}
