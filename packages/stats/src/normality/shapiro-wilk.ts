import exp from "@stdlib/math-base-special-exp";
import ln from "@stdlib/math-base-special-ln";
import { sortedTally } from "../describe/sorted-tally.ts";
import { betaLower, normalInverse, normalUpper } from "../distributions/tails.ts";
import { type Counted, type Estimate, estimated, notEstimable, type Provenance } from "../estimate.ts";

const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduceRight((sum, c) => sum * x + c, 0);

const square = (x: number): number => x * x;

const C1 = [0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056];
const C2 = [0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633];

/**
 * Shapiro-Wilk test of normality, algorithm AS R94 (Royston 1995, Appl Stat 44:547-51), for 3 to 5000 values.
 * R: shapiro.test(x)
 */
export function shapiroWilk(rows: readonly Counted[]): ShapiroWilk {
  const { n, missing, values, counts } = sortedTally(rows);
  const counted = { n, missing, ...PROVENANCE };
  const none =
    n < 3 ? "too-few-values" : n > 5000 ? "too-many-values" : values.length === 1 ? "no-variation" : undefined;
  if (none !== undefined) return { w: notEstimable(none, n), p: notEstimable(none, n), ...counted };
  const x = values.flatMap((value, index) => Array.from({ length: counts[index] ?? 0 }, () => value));
  const missed = missedShare(x, weights(n));
  return { w: estimated(1 - missed), p: estimated(pValue(missed, n)), ...counted };
}

export interface ShapiroWilk extends Provenance {
  readonly w: Estimate;
  readonly p: Estimate;
  readonly n: number;
  readonly missing: number;
}

const PROVENANCE: Provenance = {
  method: "Shapiro-Wilk",
  convention: "Royston's approximation, algorithm AS R94 (R, SPSS, SAS)",
  rCall: "shapiro.test(x)",
};

/** Weights of the upper half; the lower half has them with the other sign. */
function weights(n: number): readonly number[] {
  if (n === 3) return [Math.SQRT1_2];
  const half = Math.floor(n / 2);
  const m = Array.from({ length: half }, (_, i) => normalInverse((i + 1 - 0.375) / (n + 0.25)));
  const summed = 2 * m.reduce((sum, value) => sum + value * value, 0);
  const root = Math.sqrt(summed);
  const r = 1 / Math.sqrt(n);
  const first = polynomial(C1, r) - (m[0] ?? 0) / root;
  if (n <= 5) {
    const scale = Math.sqrt((summed - 2 * square(m[0] ?? 0)) / (1 - 2 * square(first)));
    return [first, ...m.slice(1).map((value) => -value / scale)];
  }
  const second = -(m[1] ?? 0) / root + polynomial(C2, r);
  const scale = Math.sqrt(
    (summed - 2 * square(m[0] ?? 0) - 2 * square(m[1] ?? 0)) / (1 - 2 * square(first) - 2 * square(second)),
  );
  return [first, second, ...m.slice(2).map((value) => -value / scale)];
}

/** 1 - W, computed so that it keeps its digits where W is near 1. */
function missedShare(x: readonly number[], half: readonly number[]): number {
  const n = x.length;
  const range = (x[n - 1] ?? 0) - (x[0] ?? 0);
  const scaled = x.map((value) => (value - (x[0] ?? 0)) / range);
  const weight = (i: number): number => {
    const j = Math.min(i, n - 1 - i);
    if (i === n - 1 - i) return 0;
    return (i < n - 1 - i ? -1 : 1) * (half[j] ?? 0);
  };
  const meanWeight = scaled.reduce((sum, _, i) => sum + weight(i), 0) / n;
  const meanX = scaled.reduce((sum, value) => sum + value, 0) / n;
  let ssa = 0;
  let ssx = 0;
  let sax = 0;
  for (const [i, value] of scaled.entries()) {
    const a = weight(i) - meanWeight;
    const d = value - meanX;
    ssa += a * a;
    ssx += d * d;
    sax += a * d;
  }
  const product = Math.sqrt(ssa * ssx);
  return ((product - sax) * (product + sax)) / (ssa * ssx);
}

/** For three values p is exact, 6/pi (asin sqrt W - asin sqrt 3/4), and asin is a beta integral. */
function pValue(missed: number, n: number): number {
  if (n === 3) {
    return Math.max(0, 1 - 3 * betaLower(missed, 0.5, 0.5));
  }
  const y = ln(missed);
  const logN = ln(n);
  if (n <= 11) {
    const gamma = polynomial([-2.273, 0.459], n);
    const m = polynomial([0.544, -0.39978, 0.025054, -6.714e-4], n);
    const s = exp(polynomial([1.3822, -0.77857, 0.062767, -0.0020322], n));
    return normalUpper((-ln(gamma - y) - m) / s);
  }
  const m = polynomial([-1.5861, -0.31082, -0.083751, 0.0038915], logN);
  const s = exp(polynomial([-0.4803, -0.082676, 0.0030302], logN));
  return normalUpper((y - m) / s);
}
