import { type Estimate, estimated, notEstimable, type Provenance } from "../estimate.ts";

export interface PredictiveValues extends Provenance {
  readonly positive: Estimate;
  readonly negative: Estimate;
}

/**
 * Predictive values where another share is ill than in the sample, by Bayes' rule from sensitivity and specificity.
 * R: se * p / (se * p + (1 - sp) * (1 - p)); sp * (1 - p) / (sp * (1 - p) + (1 - se) * p)
 */
export function predictiveValues(sensitivity: Estimate, specificity: Estimate, prevalence: number): PredictiveValues {
  if (!(prevalence >= 0 && prevalence <= 1))
    throw new RangeError(`a prevalence lies between 0 and 1, got ${prevalence}`);
  const named = {
    method: "predictive values at a prevalence",
    convention: "Bayes' rule",
    rCall: "se * p / (se * p + (1 - sp) * (1 - p))",
  };
  if (!sensitivity.estimable) return { positive: sensitivity, negative: sensitivity, ...named };
  if (!specificity.estimable) return { positive: specificity, negative: specificity, ...named };
  const [ill, well] = [prevalence, 1 - prevalence];
  const share = (right: number, wrong: number): Estimate =>
    right + wrong > 0 ? estimated(right / (right + wrong)) : notEstimable("no-values", 0);
  return {
    positive: share(sensitivity.value * ill, (1 - specificity.value) * well),
    negative: share(specificity.value * well, (1 - sensitivity.value) * ill),
    ...named,
  };
}
