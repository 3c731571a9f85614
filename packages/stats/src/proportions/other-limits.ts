import { betaInverse, criticalNormal } from "../distributions/tails.ts";
import { estimated, notEstimable } from "../estimate.ts";
import { type ProportionLimits, requirePart } from "./limits.ts";

const nobody = { lower: notEstimable("no-values", 0), upper: notEstimable("no-values", 0) };

/**
 * Agresti and Coull's limits (Am Stat 1998;52:119-26): Wald's about the centre of Wilson's, cut at 0 and 1.
 * R: binom::binom.confint(x, n, level, "agresti-coull")
 */
export function agrestiCoull(x: number, n: number, level: number): ProportionLimits {
  const named = {
    method: "Agresti-Coull limits",
    convention: "z^2 pseudo-observations, cut at 0 and 1",
    rCall: 'binom::binom.confint(x, n, method = "agresti-coull")',
  };
  if (requirePart(x, n) === 0) return { ...nobody, ...named };
  const z = criticalNormal(level);
  const size = n + z * z;
  const centre = (x + (z * z) / 2) / size;
  const half = z * Math.sqrt((centre * (1 - centre)) / size);
  return { lower: estimated(Math.max(0, centre - half)), upper: estimated(Math.min(1, centre + half)), ...named };
}

/**
 * Jeffreys' limits: quantiles of the beta distribution of x + 1/2 and n - x + 1/2; 0 and 1 where none or all have it (Brown, Cai
 * and DasGupta, Stat Sci 2001;16:101-33). R: qbeta(c(tail, 1 - tail), x + 0.5, n - x + 0.5)
 */
export function jeffreys(x: number, n: number, level: number): ProportionLimits {
  const named = {
    method: "Jeffreys limits",
    convention: "lower limit 0 for none, upper limit 1 for all",
    rCall: "qbeta(c(tail, 1 - tail), x + 0.5, n - x + 0.5)",
  };
  if (requirePart(x, n) === 0) return { ...nobody, ...named };
  const tail = (1 - level) / 2;
  return {
    lower: estimated(x === 0 ? 0 : betaInverse(tail, x + 0.5, n - x + 0.5)),
    upper: estimated(x === n ? 1 : betaInverse(1 - tail, x + 0.5, n - x + 0.5)),
    ...named,
  };
}
