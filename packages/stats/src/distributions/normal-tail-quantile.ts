import exp from "@stdlib/math-base-special-exp";
import ln from "@stdlib/math-base-special-ln";
import normalCdf from "@stdlib/stats-base-dists-normal-cdf";

const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

/**
 * Normal quantile of a small p (0 < p < 0.01). @stdlib goes through 2 p - 1 and is off by 2e-5 at 1e-12 and infinite at 1e-17
 * (0.3.1). Newton's steps on the logarithm of the tail, which is concave: from below they only rise towards the root.
 */
export function normalTailQuantile(p: number): number {
  const target = ln(p);
  let z = -Math.sqrt(-2 * target);
  for (let step = 0; step < 50; step++) {
    const tail = normalCdf(z, 0, 1);
    if (tail === 0) return Number.NEGATIVE_INFINITY;
    const density = exp((-z * z) / 2) / ROOT_TWO_PI;
    const move = ((ln(tail) - target) * tail) / density;
    z -= move;
    if (Math.abs(move) <= 1e-15 * Math.abs(z)) break;
  }
  return z;
}
