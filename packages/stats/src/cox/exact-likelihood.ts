import type { Derivatives } from "../likelihood/derivatives.ts";
import type { PreparedRows } from "./prepared-rows.ts";
import type { RiskSet } from "./risk-sets.ts";

/**
 * What d tied events add to Cox's discrete likelihood: the chance of these d among all choices of d from those at risk. The sum
 * over choices is an elementary symmetric polynomial; it and its derivatives grow one subject at a time (Gail, Lubin and
 * Rubinstein, Biometrika 1981;68:703-7). Risks are scaled so that the sum stays below e^d.
 */
export function addExact(rows: PreparedRows, set: RiskSet, risk: Float64Array, sums: Derivatives): void {
  const { p } = rows;
  const d = set.deaths;
  const scale = d / set.s0;
  const sizes = new Float64Array(d + 1);
  const firsts = Array.from({ length: d + 1 }, () => new Float64Array(p));
  const seconds = Array.from({ length: d + 1 }, () => new Float64Array(p * p));
  sizes[0] = 1;
  for (const row of atRisk(rows, set)) {
    const x = rows.x.subarray(row * p, row * p + p);
    const r = (risk[row] as number) * scale;
    for (let copy = 0; copy < (rows.count[row] as number); copy++)
      for (let k = d; k > 0; k--) grow(k, r, x, { sizes, firsts, seconds });
  }
  const size = sizes[d] as number;
  const first = firsts[d] as Float64Array;
  const second = seconds[d] as Float64Array;
  sums.logLik -= Math.log(size) - d * Math.log(scale);
  for (let j = 0; j < p; j++) {
    const mean = (first[j] as number) / size;
    sums.score[j] = (sums.score[j] as number) - mean;
    for (let k = 0; k <= j; k++) {
      const at = j * p + k;
      const spread = (second[at] as number) / size - (mean * (first[k] as number)) / size;
      sums.information[at] = (sums.information[at] as number) + spread;
    }
  }
}

interface Polynomials {
  readonly sizes: Float64Array;
  readonly firsts: readonly Float64Array[];
  readonly seconds: readonly Float64Array[];
}

/** Choices of k that include a subject are choices of k - 1 without it. */
function grow(k: number, r: number, x: Float64Array, { sizes, firsts, seconds }: Polynomials): void {
  const p = x.length;
  const fewer = sizes[k - 1] as number;
  if (fewer === 0) return;
  const first = firsts[k] as Float64Array;
  const second = seconds[k] as Float64Array;
  const fewerFirst = firsts[k - 1] as Float64Array;
  const fewerSecond = seconds[k - 1] as Float64Array;
  sizes[k] = (sizes[k] as number) + r * fewer;
  for (let i = 0; i < p; i++) {
    const xi = x[i] as number;
    const fi = fewerFirst[i] as number;
    first[i] = (first[i] as number) + r * (fi + xi * fewer);
    for (let j = 0; j <= i; j++) {
      const xj = x[j] as number;
      const added = (fewerSecond[i * p + j] as number) + xi * (fewerFirst[j] as number) + xj * fi + xi * xj * fewer;
      second[i * p + j] = (second[i * p + j] as number) + r * added;
    }
  }
}

/** Rows of the stratum up to the last that ends on the time, without those who start on it or later. */
function* atRisk({ strata, start, time }: PreparedRows, set: RiskSet): Generator<number> {
  const end = strata[set.stratum + 1] as number;
  for (let row = strata[set.stratum] as number; row < end; row++) {
    if ((time[row] as number) < set.time) return;
    if (start === undefined || (start[row] as number) < set.time) yield row;
  }
}
