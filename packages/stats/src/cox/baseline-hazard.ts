import { valueAt } from "./covariate-values.ts";
import type { CoxFit } from "./cox-regression.ts";
import { riskSteps } from "./risk-steps.ts";

export interface BaselineStep {
  readonly stratum: string;
  readonly time: number;
  readonly cumulativeHazard: number;
}

/**
 * Cumulative hazard of a subject with the covariates given (all at 0 where none are), one step for each time with events.
 * Breslow's estimate, with Efron's shares where the fit has Efron ties. R: basehaz(fit, newdata) at the times with events
 */
export function baselineHazard(fit: CoxFit, at: Readonly<Record<string, number>> = {}): readonly BaselineStep[] {
  const { rows, beta } = fit.model;
  const { steps } = riskSteps(fit.model);
  const eta = rows.names.reduce((sum, name, j) => {
    const scale = rows.scales[j] as number;
    return scale === 0 ? sum : sum + ((beta[j] as number) * (valueAt(at, name) - (rows.means[j] as number))) / scale;
  }, 0);
  const risk = Math.exp(eta);
  let stratum = -1;
  let hazard = 0;
  return steps.map((step) => {
    if (step.stratum !== stratum) hazard = 0;
    stratum = step.stratum;
    hazard += step.hazard * risk;
    return { stratum: rows.strataNames[stratum] as string, time: step.time, cumulativeHazard: hazard };
  });
}
