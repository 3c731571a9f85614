import exp from "@stdlib/math-base-special-exp";
import gammaln from "@stdlib/math-base-special-gammaln";
import ln from "@stdlib/math-base-special-ln";

const ENOUGH = 1e-17;
const TINY = 1e-300;

/**
 * Upper incomplete gamma function, regularised, by its continued fraction above the mean and the series below it
 * (Abramowitz and Stegun 6.5.31 and 6.5.29). About 1e-11 relative: the logarithm of the first factor has thousands before
 * its point. R: pgamma(x, shape, lower.tail = FALSE)
 */
export function gammaUpper(x: number, shape: number): number {
  return x > shape + 1 ? firstFactor(x, shape) * fraction(x, shape) : 1 - gammaLower(x, shape);
}

/** The other tail. R: pgamma(x, shape) */
export function gammaLower(x: number, shape: number): number {
  return x > shape + 1 ? 1 - gammaUpper(x, shape) : firstFactor(x, shape) * series(x, shape);
}

const firstFactor = (x: number, shape: number): number => exp(shape * ln(x) - x - gammaln(shape));

function series(x: number, shape: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let k = 1; term > sum * ENOUGH; k++) {
    term *= x / (shape + k);
    sum += term;
  }
  return sum;
}

/** Lentz's way through the continued fraction. */
function fraction(x: number, shape: number): number {
  let b = x + 1 - shape;
  let c = 1 / TINY;
  let d = 1 / b;
  let value = d;
  for (let k = 1; k < 100_000; k++) {
    const a = -k * (k - shape);
    b += 2;
    d = 1 / nonZero(a * d + b);
    c = nonZero(b + a / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < Number.EPSILON) return value;
  }
  return value;
}

const nonZero = (x: number): number => (Math.abs(x) < TINY ? TINY : x);
