import betainc from "@stdlib/math-base-special-betainc";
import gammainc from "@stdlib/math-base-special-gammainc";
import betaQuantile from "@stdlib/stats-base-dists-beta-quantile";
import normalCdf from "@stdlib/stats-base-dists-normal-cdf";
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import tCdf from "@stdlib/stats-base-dists-t-cdf";
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import { gammaLower, gammaUpper } from "./gamma-large-shape.ts";
import { gammaQuantile } from "./gamma-quantile.ts";
import { normalTailQuantile } from "./normal-tail-quantile.ts";

/** Always the tail itself, never one minus the other: that loses every digit of a small p. */

/** R: pnorm(z) */
export const normalLower = (z: number): number => normalCdf(z, 0, 1);
/** R: pnorm(z, lower.tail = FALSE) */
export const normalUpper = (z: number): number => normalCdf(-z, 0, 1);
/** R: 2 * pnorm(-abs(z)) */
export const normalTwoSided = (z: number): number => Math.min(1, 2 * normalCdf(-Math.abs(z), 0, 1));
/** Below this p the normal quantile of @stdlib loses digits. */
const SMALL_P = 0.01;

/** R: qnorm(p). Down to p = 1e-307; the upper half goes through 1 - p, which is exact there. */
export function normalInverse(p: number): number {
  if (p > 0.5) return -normalInverse(1 - p);
  return p > 0 && p < SMALL_P ? normalTailQuantile(p) : normalQuantile(p, 0, 1);
}

/** From this shape on the incomplete gamma function of @stdlib is off in the fourth digit (0.3.1). */
const LARGE_SHAPE = 1000;

/** R: pchisq(x, df, lower.tail = FALSE) */
export function chiSquareUpper(x: number, df: number): number {
  if (x <= 0) return 1;
  return df / 2 < LARGE_SHAPE ? gammainc(x / 2, df / 2, true, true) : gammaUpper(x / 2, df / 2);
}
/** R: pchisq(x, df) */
export function chiSquareLower(x: number, df: number): number {
  if (x <= 0) return 0;
  return df / 2 < LARGE_SHAPE ? gammainc(x / 2, df / 2, true, false) : gammaLower(x / 2, df / 2);
}

/** R: pt(t, df) */
export const tLower = (t: number, df: number): number => tCdf(t, df);
/** R: pt(t, df, lower.tail = FALSE) */
export const tUpper = (t: number, df: number): number => tCdf(-t, df);
/** R: 2 * pt(-abs(t), df) */
export const tTwoSided = (t: number, df: number): number => Math.min(1, 2 * tCdf(-Math.abs(t), df));
/** R: qt(p, df) */
export const tInverse = (p: number, df: number): number => tQuantile(p, df);

/** R: pf(f, df1, df2, lower.tail = FALSE) */
export const fUpper = (f: number, df1: number, df2: number): number =>
  f <= 0 ? 1 : betainc(df2 / (df2 + df1 * f), df2 / 2, df1 / 2, true, false);
/** R: pf(f, df1, df2) */
export const fLower = (f: number, df1: number, df2: number): number =>
  f <= 0 ? 0 : betainc((df1 * f) / (df2 + df1 * f), df1 / 2, df2 / 2, true, false);

/** R: pbeta(x, a, b) */
export const betaLower = (x: number, a: number, b: number): number =>
  x <= 0 ? 0 : x >= 1 ? 1 : betainc(x, a, b, true, false);
/** R: pbeta(x, a, b, lower.tail = FALSE) */
export const betaUpper = (x: number, a: number, b: number): number =>
  x <= 0 ? 1 : x >= 1 ? 0 : betainc(x, a, b, true, true);
/** R: qbeta(p, a, b) */
export const betaInverse = (p: number, a: number, b: number): number => betaQuantile(p, a, b);

/** R: qgamma(p, shape) */
export const gammaInverse = (p: number, shape: number): number =>
  gammaQuantile(
    p,
    shape,
    (x, k) => chiSquareLower(2 * x, 2 * k),
    (x, k) => chiSquareUpper(2 * x, 2 * k),
  );

/** R: qf(p, df1, df2, lower.tail = FALSE) */
export function fUpperInverse(p: number, df1: number, df2: number): number {
  const share = betaInverse(p, df2 / 2, df1 / 2);
  return (df2 * (1 - share)) / (df1 * share);
}

/** The normal quantile of a two-sided confidence level: 1.96 for 0.95. */
export const criticalNormal = (level: number): number => -normalInverse((1 - requireLevel(level)) / 2);
/** The t quantile of a two-sided confidence level. */
export const criticalT = (level: number, df: number): number => -tInverse((1 - requireLevel(level)) / 2, df);

/** The upper F quantile of a two-sided confidence level. */
export const criticalF = (level: number, df1: number, df2: number): number =>
  fUpperInverse((1 - requireLevel(level)) / 2, df1, df2);

function requireLevel(level: number): number {
  if (!(level > 0 && level < 1)) throw new RangeError(`a confidence level lies between 0 and 1, got ${level}`);
  return level;
}
