import { completePairs } from "../correlation/complete-pairs.ts";
import { mean, standardDeviation } from "../describe/describe.ts";
import { sortedTally } from "../describe/sorted-tally.ts";
import { criticalNormal, criticalT } from "../distributions/tails.ts";
import { type Estimate, estimated, type Interval, notEstimable, type Provenance } from "../estimate.ts";
import type { Pair } from "../ranks/spearman.ts";

interface WithLimits extends Interval {
  readonly value: Estimate;
}

export interface BlandAltman extends Provenance {
  /** Mean of x - y. */
  readonly bias: WithLimits;
  readonly sd: Estimate;
  readonly lowerLimit: WithLimits;
  readonly upperLimit: WithLimits;
  readonly n: number;
  readonly missing: number;
}

/**
 * Limits of agreement of two methods: bias -+ 1.96 SD of the differences, each with limits of its own by the approximation of Bland and
 * Altman (Stat Methods Med Res 1999;8:135-60, section 2.2). R: BlandAltmanLeh::bland.altman.stats(x, y)
 */
export function blandAltman(rows: readonly Pair[], level: number): BlandAltman {
  const { pairs, n, missing } = completePairs(rows);
  const tally = sortedTally(pairs.map(({ x, y, n: count }) => ({ value: x - y, n: count })));
  const named = {
    ...{ n, missing },
    method: "Bland-Altman limits of agreement",
    convention: "bias -+ z SD, limits of each from t and the approximate error of 1999",
    rCall: "BlandAltmanLeh::bland.altman.stats(x, y)",
  };
  const bias = mean(tally);
  const sd = standardDeviation(tally);
  if (!bias.estimable || !sd.estimable) {
    const none = notEstimable("too-few-values", n);
    const lost = { value: none, lower: none, upper: none };
    return { bias: { ...lost, value: bias }, sd: none, lowerLimit: lost, upperLimit: lost, ...named };
  }
  const z = criticalNormal(level);
  const t = criticalT(level, n - 1);
  const about = (value: number, error: number): WithLimits => ({
    value: estimated(value),
    lower: estimated(value - t * error),
    upper: estimated(value + t * error),
  });
  const error = sd.value * Math.sqrt(1 / n + (z * z) / (2 * (n - 1)));
  return {
    bias: about(bias.value, sd.value / Math.sqrt(n)),
    sd,
    lowerLimit: about(bias.value - z * sd.value, error),
    upperLimit: about(bias.value + z * sd.value, error),
    ...named,
  };
}
