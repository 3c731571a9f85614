import exp from "@stdlib/math-base-special-exp";
import ln from "@stdlib/math-base-special-ln";
import { criticalNormal } from "../distributions/tails.ts";

/** R's conf.type: R defaults to log, SAS to log-log, SPSS prints none. */
export type ConfidenceType = "log-log" | "log" | "plain" | "logit" | "arcsine";

/** What R calls each. */
export const R_CONF_TYPE: Readonly<Record<ConfidenceType, string>> = {
  "log-log": "log-log",
  log: "log",
  plain: "plain",
  logit: "logit",
  arcsine: "arcsin",
};

/**
 * Pointwise limits of a survival probability S > 0: `relativeError` is the standard error of log S. At S = 1 both limits are 1
 * (R since 3.8; log-log gave NaN before). At S = 0 there are none, since the error of log S is not finite there.
 */
export type Limits = (survival: number, relativeError: number) => readonly [lower: number, upper: number];

export function limitsOf(type: ConfidenceType, level: number): Limits {
  const z = criticalNormal(level);
  const scale = SCALES[type];
  return (survival, relativeError) => {
    if (survival >= 1) return [1, 1];
    const [lower, upper] = scale(survival, z * relativeError);
    return [Math.max(0, lower), Math.min(1, upper)];
  };
}

/** Each moves `half` (z times the error of log S) up and down on a scale of its own and comes back. */
const SCALES: Readonly<Record<ConfidenceType, (survival: number, half: number) => readonly [number, number]>> = {
  plain: (survival, half) => [survival - half * survival, survival + half * survival],
  log: (survival, half) => [survival * exp(-half), survival * exp(half)],
  "log-log": (survival, half) => {
    const logS = ln(survival);
    return [exp(logS * exp(half / -logS)), exp(logS * exp(-half / -logS))];
  },
  logit: (survival, half) => {
    const odds = survival / (1 - survival);
    const factor = exp(half / (1 - survival));
    return [odds / (odds + factor), (odds * factor) / (1 + odds * factor)];
  },
  arcsine: (survival, half) => {
    const angle = Math.asin(Math.sqrt(survival));
    const move = (half / 2) * Math.sqrt(survival / (1 - survival));
    return [Math.sin(Math.max(0, angle - move)) ** 2, Math.sin(Math.min(Math.PI / 2, angle + move)) ** 2];
  },
};
