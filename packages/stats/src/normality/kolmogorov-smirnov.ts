import exp from "@stdlib/math-base-special-exp";
import ln from "@stdlib/math-base-special-ln";
import { mean, standardDeviation } from "../describe/describe.ts";
import { type SortedTally, sortedTally } from "../describe/sorted-tally.ts";
import { normalLower } from "../distributions/tails.ts";
import { type Counted, type Estimate, estimated, notEstimable, type Provenance } from "../estimate.ts";

/**
 * Largest distance between the empirical distribution and the normal one with the sample's own mean and SD.
 * R: ks.test(x, "pnorm", mean(x), sd(x))$statistic
 */
export function normalDistance(rows: readonly Counted[]): Estimate {
  return distance(sortedTally(rows));
}

function distance(tally: SortedTally): Estimate {
  const { values, counts, n } = tally;
  if (n < 3) return notEstimable("too-few-values", n);
  const centre = mean(tally);
  const spread = standardDeviation(tally);
  if (!centre.estimable || !spread.estimable || spread.value === 0) return notEstimable("no-variation", n);
  let largest = 0;
  let below = 0;
  for (const [index, value] of values.entries()) {
    const z = (value - centre.value) / spread.value;
    const expected = normalLower(z);
    const after = below + (counts[index] ?? 0);
    largest = Math.max(largest, expected - below / n, after / n - expected);
    below = after;
  }
  return estimated(largest);
}

/**
 * Kolmogorov-Smirnov test of normality as SPSS 21 (NPAR TESTS) printed it: mean and SD estimated from the sample, p from
 * Kolmogorov's limiting distribution without Lilliefors' correction, hence too large. R: as above with exact = FALSE
 */
export function kolmogorovSmirnov(rows: readonly Counted[]): DistanceTest {
  const tally = sortedTally(rows);
  const d = distance(tally);
  const p = d.estimable ? estimated(kolmogorovUpper(Math.sqrt(tally.n) * d.value)) : d;
  return { d, p, n: tally.n, missing: tally.missing, ...UNCORRECTED };
}

/** A normality test by the largest distance. */
export interface DistanceTest extends Provenance {
  readonly d: Estimate;
  readonly p: Estimate;
  readonly n: number;
  readonly missing: number;
}

const UNCORRECTED: Provenance = {
  method: "Kolmogorov-Smirnov",
  convention:
    "mean and SD from the sample, asymptotic p without Lilliefors' correction (SPSS NPAR TESTS before 21.0.0.1)",
  rCall: 'ks.test(x, "pnorm", mean(x), sd(x), exact = FALSE)',
};

const CORRECTED: Provenance = {
  method: "Lilliefors",
  convention: "p by Dallal and Wilkinson (1986) up to 0.1; above it only a lower bound is known (SPSS EXAMINE)",
  rCall: "nortest::lillie.test(x)",
};

/**
 * Upper tail of Kolmogorov's distribution. The alternating series does not converge for small arguments; there the other
 * form of the theta function is summed (Marsaglia, Tsang, Wang 2003, equations 2 and 3).
 */
export function kolmogorovUpper(x: number): number {
  if (x <= 0) return 1;
  if (x < 1) {
    let sum = 0;
    for (let k = 1; k <= 20; k++) sum += exp((-(2 * k - 1) * (2 * k - 1) * Math.PI * Math.PI) / (8 * x * x));
    return Math.max(0, 1 - (Math.sqrt(2 * Math.PI) / x) * sum);
  }
  let sum = 0;
  for (let k = 1; k <= 20; k++) sum += (k % 2 === 1 ? 1 : -1) * exp(-2 * k * k * x * x);
  return Math.min(1, 2 * sum);
}

/**
 * Lilliefors' test: the same distance, p by the approximation of Dallal and Wilkinson (Am Stat 1986;40:294-6), which holds
 * up to 0.1; above it p is only known to exceed 0.1 and `atLeast` says so. R: nortest::lillie.test(x) for p below 0.1
 */
export function lilliefors(rows: readonly Counted[]): DistanceTest & { readonly atLeast: boolean } {
  const tally = sortedTally(rows);
  const d = distance(tally);
  const counted = { d, n: tally.n, missing: tally.missing, ...CORRECTED };
  if (!d.estimable) return { ...counted, p: d, atLeast: false };
  if (tally.n < 5) return { ...counted, p: notEstimable("too-few-values", tally.n), atLeast: false };
  const p = dallalWilkinson(d.value, tally.n);
  return p > 0.1 ? { ...counted, p: estimated(0.1), atLeast: true } : { ...counted, p: estimated(p), atLeast: false };
}

function dallalWilkinson(d: number, size: number): number {
  const large = size > 100;
  const k = large ? d * exp(0.49 * ln(size / 100)) : d;
  const n = large ? 100 : size;
  const near = n + 2.78019;
  const root = Math.sqrt(n);
  return exp(-7.01256 * k * k * near + 2.99587 * k * Math.sqrt(near) - 0.122119 + 0.974598 / root + 1.67997 / n);
}
