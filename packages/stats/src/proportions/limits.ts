import { betaInverse, criticalNormal } from "../distributions/tails.ts";
import { type Estimate, estimated, type Interval, notEstimable, type Provenance } from "../estimate.ts";
import { requireCount } from "../require-count.ts";

/** Limits of a proportion and how they were made. */
export type ProportionLimits = Interval & Provenance;

/** Share of `x` in `n`. */
export function proportion(x: number, n: number): Estimate {
  return requirePart(x, n) === 0 ? notEstimable("no-values", 0) : estimated(x / n);
}

/** Wilson's score limits without continuity correction. R: prop.test(x, n, correct = FALSE)$conf.int */
export function wilson(x: number, n: number, level: number): ProportionLimits {
  if (requirePart(x, n) === 0) return { ...NOBODY, ...WILSON };
  const z = criticalNormal(level);
  const p = x / n;
  const centre = p + (z * z) / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return {
    lower: estimated(x === 0 ? 0 : Math.max(0, (centre - half) / scale)),
    upper: estimated(x === n ? 1 : Math.min(1, (centre + half) / scale)),
    ...WILSON,
  };
}

/**
 * Wilson's limits with continuity correction (Newcombe 1998, method 4).
 * R: prop.test(x, n)$conf.int, but where x / n is within 1 / 2n of 1/2 R corrects by less, because it tests against 1/2.
 */
export function wilsonCorrected(x: number, n: number, level: number): ProportionLimits {
  if (requirePart(x, n) === 0) return { ...NOBODY, ...WILSON_CORRECTED };
  const z = criticalNormal(level);
  const limit = (centre: number, sign: 1 | -1): number => {
    const share = centre / n;
    const spread = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
    return (share + (z * z) / (2 * n) + sign * spread) / (1 + (z * z) / n);
  };
  return {
    lower: estimated(x === 0 ? 0 : Math.max(0, limit(x - 0.5, -1))),
    upper: estimated(x === n ? 1 : Math.min(1, limit(x + 0.5, 1))),
    ...WILSON_CORRECTED,
  };
}

/** Clopper and Pearson's exact limits. R: binom.test(x, n)$conf.int */
export function clopperPearson(x: number, n: number, level: number): ProportionLimits {
  if (requirePart(x, n) === 0) return { ...NOBODY, ...CLOPPER_PEARSON };
  const tail = (1 - level) / 2;
  return {
    lower: estimated(x === 0 ? 0 : betaInverse(tail, x, n - x + 1)),
    upper: estimated(x === n ? 1 : betaInverse(1 - tail, x + 1, n - x)),
    ...CLOPPER_PEARSON,
  };
}

const NOBODY: Interval = { lower: notEstimable("no-values", 0), upper: notEstimable("no-values", 0) };

const WILSON: Provenance = {
  method: "Wilson score limits",
  convention: "no continuity correction",
  rCall: "prop.test(x, n, correct = FALSE)$conf.int",
};

const WILSON_CORRECTED: Provenance = {
  method: "Wilson score limits with continuity correction",
  convention: "Newcombe (1998) method 4",
  rCall: "prop.test(x, n, correct = TRUE)$conf.int",
};

const CLOPPER_PEARSON: Provenance = {
  method: "Clopper-Pearson limits",
  convention: "exact, half of 1 - level in each tail",
  rCall: "binom.test(x, n)$conf.int",
};

/** Both are counts and x is part of n; gives n. */
export function requirePart(x: number, n: number): number {
  if (requireCount(x) > requireCount(n)) throw new RangeError(`${x} of ${n} is more than all`);
  return n;
}
