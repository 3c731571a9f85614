import exp from "@stdlib/math-base-special-exp";
import ln from "@stdlib/math-base-special-ln";
import { criticalNormal } from "../distributions/tails.ts";
import { type Estimate, estimated, type Interval, notEstimable, type Provenance } from "../estimate.ts";
import type { Confusion } from "./diagnostic-accuracy.ts";

export interface LikelihoodRatio extends Interval {
  readonly value: Estimate;
}

export interface LikelihoodRatios extends Provenance {
  /** Of a positive and of a negative test. */
  readonly positive: LikelihoodRatio;
  readonly negative: LikelihoodRatio;
  /** Sensitivity + specificity - 1. */
  readonly youden: Estimate;
  /** Share of all judged rightly. */
  readonly accuracy: Estimate;
}

/**
 * Likelihood ratios with limits on the log scale (Simel, Samsa and Matchar, J Clin Epidemiol 1991;44:763-70), Youden's index and
 * accuracy. With a count of 0 a ratio is 0 or unbounded and has no limits. R: exp(log(lr) + c(-1, 1) * z * sqrt(...))
 */
export function likelihoodRatios(counts: Confusion, level: number): LikelihoodRatios {
  const { truePositives: tp, falseNegatives: fn, trueNegatives: tn, falsePositives: fp } = counts;
  const [ill, well] = [tp + fn, tn + fp];
  const named = {
    method: "likelihood ratios",
    convention: "Simel's log limits",
    rCall: "exp(log(lr) + c(-1, 1) * qnorm(0.975) * sqrt(1 / a - 1 / ill + 1 / b - 1 / well))",
  };
  if (ill === 0 || well === 0) {
    const none = notEstimable("one-group", ill + well);
    const lost = { value: none, lower: none, upper: none };
    return { positive: lost, negative: lost, youden: none, accuracy: none, ...named };
  }
  const ratio = (a: number, b: number): LikelihoodRatio => {
    const unbounded = notEstimable("unbounded", ill + well);
    if (a === 0 || b === 0) return { value: b === 0 ? unbounded : estimated(0), lower: unbounded, upper: unbounded };
    const value = a / ill / (b / well);
    const half = criticalNormal(level) * Math.sqrt(1 / a - 1 / ill + 1 / b - 1 / well);
    return {
      value: estimated(value),
      lower: estimated(exp(ln(value) - half)),
      upper: estimated(exp(ln(value) + half)),
    };
  };
  return {
    positive: ratio(tp, fp),
    negative: ratio(fn, tn),
    youden: estimated(tp / ill + tn / well - 1),
    accuracy: estimated((tp + tn) / (ill + well)),
    ...named,
  };
}
