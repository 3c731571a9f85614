import ln from "@stdlib/math-base-special-ln";
import { normalInverse, normalUpper } from "../distributions/tails.ts";

/** What the time, or for all but the exponential its logarithm over a scale, is distributed as. */
export type TimeDistribution = "exponential" | "weibull" | "log-normal" | "log-logistic";

/** Logarithm of a density (event) or of a survival function (censored) at z, with its first and second derivative. */
export type LogTerm = readonly [value: number, first: number, second: number];

export interface StandardDistribution {
  readonly event: (z: number) => LogTerm;
  readonly censored: (z: number) => LogTerm;
  /** z below which a share p has had the event. */
  readonly quantile: (p: number) => number;
}

const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;

/** Smallest extreme value distribution: the logarithm of a Weibull time. */
const EXTREME_VALUE: StandardDistribution = {
  event: (z) => [z - Math.exp(z), 1 - Math.exp(z), -Math.exp(z)],
  censored: (z) => [-Math.exp(z), -Math.exp(z), -Math.exp(z)],
  quantile: (p) => ln(-Math.log1p(-p)),
};

const NORMAL: StandardDistribution = {
  event: (z) => [-(z * z) / 2 - HALF_LOG_TWO_PI, -z, -1],
  censored: (z) => {
    const tail = normalUpper(z);
    const hazard = Math.exp(-(z * z) / 2 - HALF_LOG_TWO_PI) / tail;
    return [ln(tail), -hazard, -hazard * (hazard - z)];
  },
  quantile: normalInverse,
};

const LOGISTIC: StandardDistribution = {
  event: (z) => {
    const share = 1 / (1 + Math.exp(-z));
    return [z - 2 * softPlus(z), 1 - 2 * share, -2 * share * (1 - share)];
  },
  censored: (z) => {
    const share = 1 / (1 + Math.exp(-z));
    return [-softPlus(z), -share, -share * (1 - share)];
  },
  quantile: (p) => ln(p / (1 - p)),
};

/** log(1 + e^z) without overflow. */
const softPlus = (z: number): number => Math.max(0, z) + Math.log1p(Math.exp(-Math.abs(z)));

export const STANDARD: Readonly<Record<TimeDistribution, StandardDistribution>> = {
  exponential: EXTREME_VALUE,
  weibull: EXTREME_VALUE,
  "log-normal": NORMAL,
  "log-logistic": LOGISTIC,
};

/** What R calls each. */
export const R_DIST: Readonly<Record<TimeDistribution, string>> = {
  exponential: "exponential",
  weibull: "weibull",
  "log-normal": "lognormal",
  "log-logistic": "loglogistic",
};
