import exp from "@stdlib/math-base-special-exp";
import { normalUpper } from "../distributions/tails.ts";
import { estimated, notEstimable } from "../estimate.ts";
import { type Pair, type RankCorrelation, rankCorrelation } from "./spearman.ts";

/** The series is meant for more pairs than can be counted out. */
const FEWEST = 10;

/**
 * Spearman's rank correlation of ten pairs or more without ties, p from the Edgeworth series of Best and Roberts (Algorithm AS 89,
 * Applied Statistics 1975;24:377-9). R: cor.test(x, y, method = "spearman", exact = TRUE) for 10 to 1290 pairs
 */
export function spearmanSeries(pairs: readonly Pair[]): RankCorrelation {
  const { rho, n, missing, ties } = rankCorrelation(pairs);
  const named = {
    ...{ rho, n, missing },
    method: "Spearman's rank correlation",
    convention: "p from the Edgeworth series AS 89, no ties allowed",
    rCall: 'cor.test(x, y, method = "spearman", exact = TRUE)',
  };
  if (!rho.estimable) return { ...named, p: rho };
  if (n < FEWEST) return { ...named, p: notEstimable("too-few-values", n) };
  if (ties) return { ...named, p: notEstimable("ties", n) };
  const furthest = (n * n * n - n) / 3;
  const squares = Math.round((furthest / 2) * (1 - rho.value));
  const upper = tailFrom(Math.max(squares, furthest - squares), n);
  return { ...named, p: estimated(Math.min(1, 2 * upper)) };
}

/** Chance that the sum of squared rank differences is at least this. */
function tailFrom(squares: number, n: number): number {
  const b = 1 / n;
  const x = ((6 * (squares - 1) * b) / (n * n - 1) - 1) * Math.sqrt(n - 1);
  const y = x * x;
  const inner = 0.0072 - 0.0831 * b + y * b * (0.0131 - 4.6e-4 * y);
  const middle = -0.0758 + b * (0.1033 + 0.3932 * b) - y * b * (0.0879 + 0.0151 * b - y * inner);
  const bend = x * b * (0.2274 + b * (0.2531 + 0.1745 * b) + y * middle);
  return Math.max(0, Math.min(1, bend / exp(y / 2) + normalUpper(x)));
}
