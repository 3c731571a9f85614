import exp from "@stdlib/math-base-special-exp";
import gammaln from "@stdlib/math-base-special-gammaln";
import ln from "@stdlib/math-base-special-ln";

/**
 * Quantile of the gamma distribution with scale 1: Newton's steps on the logarithm of x, kept inside a bracket that halves when a
 * step leaves it. The tail that is smaller is the one that is matched.
 */
export function gammaQuantile(
  p: number,
  shape: number,
  lower: (x: number, shape: number) => number,
  upper: (x: number, shape: number) => number,
): number {
  const small = p <= 0.5;
  const target = small ? p : 1 - p;
  const over = (x: number) => (small ? lower(x, shape) - target : target - upper(x, shape));
  let low = 0;
  let high = shape + 10 * Math.sqrt(shape) + 50;
  while (over(high) < 0) high *= 2;
  let x = Math.max(shape - 0.5, shape / 2);
  for (let step = 0; step < 200; step++) {
    const distance = over(x);
    if (distance < 0) low = x;
    else high = x;
    const density = exp((shape - 1) * ln(x) - x - gammaln(shape));
    let next = x - distance / density;
    if (!(next > low && next < high)) next = (low + high) / 2;
    if (Math.abs(next - x) <= 1e-15 * x) return next;
    x = next;
  }
  return x;
}
