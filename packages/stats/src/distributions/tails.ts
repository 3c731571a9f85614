import betainc from "@stdlib/math-base-special-betainc";
import gammainc from "@stdlib/math-base-special-gammainc";
import betaQuantile from "@stdlib/stats-base-dists-beta-quantile";
import normalCdf from "@stdlib/stats-base-dists-normal-cdf";
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import tCdf from "@stdlib/stats-base-dists-t-cdf";

/** Always the tail itself, never one minus the other: that loses every digit of a small p. */

/** R: pnorm(z) */
export const normalLower = (z: number): number => normalCdf(z, 0, 1);
/** R: pnorm(z, lower.tail = FALSE) */
export const normalUpper = (z: number): number => normalCdf(-z, 0, 1);
/** R: 2 * pnorm(-abs(z)) */
export const normalTwoSided = (z: number): number => Math.min(1, 2 * normalCdf(-Math.abs(z), 0, 1));
/** R: qnorm(p) */
export const normalInverse = (p: number): number => normalQuantile(p, 0, 1);
/** R: pchisq(x, df, lower.tail = FALSE) */
export const chiSquareUpper = (x: number, df: number): number => (x <= 0 ? 1 : gammainc(x / 2, df / 2, true, true));
/** R: 2 * pt(-abs(t), df) */
export const tTwoSided = (t: number, df: number): number => Math.min(1, 2 * tCdf(-Math.abs(t), df));
/** R: pf(f, df1, df2, lower.tail = FALSE) */
export const fUpper = (f: number, df1: number, df2: number): number =>
  f <= 0 ? 1 : betainc(df2 / (df2 + df1 * f), df2 / 2, df1 / 2, true, false);
/** R: qbeta(p, a, b) */
export const betaInverse = (p: number, a: number, b: number): number => betaQuantile(p, a, b);

/** The normal quantile of a two-sided confidence level: 1.96 for 0.95. */
export const criticalNormal = (level: number): number => -normalInverse((1 - level) / 2);
