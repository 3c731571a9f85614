import exp from "@stdlib/math-base-special-exp";
import gammaln from "@stdlib/math-base-special-gammaln";
import ln from "@stdlib/math-base-special-ln";

/** From this n d^2 on both sides are hit together so seldom (less than 1e-10 of p) that twice one side is p. */
const ONE_SIDE_SUFFICES = 4;

/**
 * Exact upper tail of the two-sided one-sample distance, P(D >= d). Below d = 1/2 and n d^2 = 4 by the matrix power of
 * Marsaglia, Tsang and Wang (J Stat Softw 2003;8(18)); beyond, twice the one-sided tail, which keeps the digits of a small p.
 * R: ks.test(x, "pnorm", exact = TRUE)$p.value
 */
export function kolmogorovExactUpper(d: number, n: number): number {
  if (n * d <= 0.5) return 1;
  if (d >= 1) return 0;
  if (d >= 0.5 || n * d * d >= ONE_SIDE_SUFFICES) return Math.min(1, 2 * kolmogorovOneSidedUpper(d, n));
  return Math.max(0, 1 - matrixPower(d, n));
}

/**
 * Exact upper tail of the one-sided one-sample distance, P(D+ >= d) (Birnbaum and Tingey 1951, Ann Math Stat 22:592-6).
 * R: ks.test(x, "pnorm", exact = TRUE, alternative = "greater")$p.value
 */
export function kolmogorovOneSidedUpper(d: number, n: number): number {
  if (d <= 0) return 1;
  if (d >= 1) return 0;
  let sum = 0;
  for (let j = 0; j <= n * (1 - d); j++) {
    const rest = 1 - d - j / n;
    if (rest <= 0) break;
    const ways = gammaln(n + 1) - gammaln(j + 1) - gammaln(n - j + 1);
    sum += exp(ways + (n - j) * ln(rest) + (j - 1) * ln(d + j / n));
  }
  return Math.min(1, d * sum);
}

/** n! / n^n times the middle element of H^n; powers of ten are kept apart, as the elements grow. */
function matrixPower(d: number, n: number): number {
  const k = Math.floor(n * d) + 1;
  const size = 2 * k - 1;
  const power = raised(stepMatrix(k - n * d, size), size, n);
  let value = power.matrix[(k - 1) * size + k - 1] ?? 0;
  let scale = power.scale;
  for (let i = 1; i <= n; i++) {
    value *= i / n;
    if (value < 1e-140) {
      value *= 1e140;
      scale -= 140;
    }
  }
  return value * 10 ** scale;
}

/** The matrix H of the paper: 1 / (i - j + 1)! on and below the first upper diagonal, corrected in the first column and last row. */
function stepMatrix(h: number, size: number): Float64Array {
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      if (i - j + 1 < 0) continue;
      let value = 1;
      if (j === 0) value -= h ** (i + 1);
      if (i === size - 1) value -= h ** (size - j);
      if (i === size - 1 && j === 0 && 2 * h > 1) value += (2 * h - 1) ** size;
      for (let g = 2; g <= i - j + 1; g++) value /= g;
      matrix[i * size + j] = value;
    }
  }
  return matrix;
}

interface Scaled {
  readonly matrix: Float64Array;
  readonly scale: number;
}

function raised(matrix: Float64Array, size: number, n: number): Scaled {
  if (n === 1) return { matrix, scale: 0 };
  const half = raised(matrix, size, Math.floor(n / 2));
  const squared = shrunk({ matrix: product(half.matrix, half.matrix, size), scale: 2 * half.scale });
  return n % 2 === 0 ? squared : shrunk({ matrix: product(matrix, squared.matrix, size), scale: squared.scale });
}

function shrunk({ matrix, scale }: Scaled): Scaled {
  const largest = matrix.reduce((most, value) => Math.max(most, value), 0);
  return largest > 1e140 ? { matrix: matrix.map((value) => value * 1e-140), scale: scale + 140 } : { matrix, scale };
}

function product(a: Float64Array, b: Float64Array, size: number): Float64Array {
  const result = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < size; k++) {
      const left = a[i * size + k] ?? 0;
      if (left === 0) continue;
      for (let j = 0; j < size; j++) {
        const place = i * size + j;
        result[place] = (result[place] ?? 0) + left * (b[k * size + j] ?? 0);
      }
    }
  }
  return result;
}
