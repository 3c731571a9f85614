import exp from "@stdlib/math-base-special-exp";
import ln from "@stdlib/math-base-special-ln";
import { criticalNormal } from "../distributions/tails.ts";
import { estimated, type Interval, notEstimable } from "../estimate.ts";

/** R's conf.type: R defaults to log, SAS to log-log, SPSS prints none. */
export type ConfidenceType = "log-log" | "log" | "plain";

/**
 * Pointwise limits of a survival probability. `relativeVariance` is Greenwood's sum, Var(S) / S^2. At S = 1 both limits are 1
 * (R since 3.8; log-log gave NaN before); at S = 0 the limits of log and log-log are not estimable.
 */
export function limits(
  survival: number,
  relativeVariance: number,
  type: ConfidenceType,
  level: number,
  atRisk: number,
): Interval {
  if (survival === 1) return { lower: estimated(1), upper: estimated(1) };
  if (survival === 0)
    return { lower: notEstimable("survival-zero", atRisk), upper: notEstimable("survival-zero", atRisk) };
  const z = criticalNormal(level);
  const error = Math.sqrt(relativeVariance);
  if (type === "plain") return clamp(survival - z * error * survival, survival + z * error * survival);
  if (type === "log") return clamp(survival * exp(-z * error), survival * exp(z * error));
  const logS = ln(survival);
  const half = (z * error) / -logS;
  return clamp(exp(logS * exp(half)), exp(logS * exp(-half)));
}

function clamp(lower: number, upper: number): Interval {
  return { lower: estimated(Math.max(0, lower)), upper: estimated(Math.min(1, upper)) };
}
