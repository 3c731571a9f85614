import type { CoxTies } from "./cox-data.ts";
import { addExact } from "./exact-likelihood.ts";
import type { PreparedRows } from "./prepared-rows.ts";
import { type RiskSet, risks, walkRiskSets } from "./risk-sets.ts";
import { emptyTiedSums, type TiedSums, tiedSums } from "./tied-sums.ts";

/** Log partial likelihood with its first derivative and the negative of its second, on the scale of the prepared covariates. */
export interface Derivatives {
  logLik: number;
  readonly score: Float64Array;
  /** Symmetric, entry (j, k) at j * p + k. */
  readonly information: Float64Array;
}

export const emptyDerivatives = (p: number): Derivatives => ({
  logLik: 0,
  score: new Float64Array(p),
  information: new Float64Array(p * p),
});

/** At `beta`; one pass over the rows. Cox (JRSS B 1972;34:187-220). */
export function derivativesAt(rows: PreparedRows, beta: Float64Array, ties: CoxTies): Derivatives {
  const sums = emptyDerivatives(rows.p);
  const tied = emptyTiedSums();
  const risk = risks(rows, beta);
  walkRiskSets(rows, risk, 2, (set) => {
    addObserved(rows, set, risk, sums);
    if (ties === "exact" && set.deaths > 1) {
      addExact(rows, set, risk, sums);
      return;
    }
    tiedSums(set, ties === "exact" ? "breslow" : ties, tied);
    addCompared(set, tied, sums);
  });
  mirror(sums.information, rows.p);
  return sums;
}

/** The events' own covariates and risks. */
function addObserved({ x, p, weight }: PreparedRows, set: RiskSet, risk: Float64Array, sums: Derivatives): void {
  for (let row = set.first; row < set.last; row++) {
    const w = weight[row] as number;
    sums.logLik += w * Math.log(risk[row] as number);
    for (let j = 0; j < p; j++) sums.score[j] = (sums.score[j] as number) + w * (x[row * p + j] as number);
  }
}

/** What they are compared with: mean and covariance of the covariates at risk. */
function addCompared({ s1, s2, d1, d2 }: RiskSet, { logDen, a, b, e, f, g }: TiedSums, sums: Derivatives): void {
  const p = s1.length;
  sums.logLik -= logDen;
  for (let j = 0; j < p; j++) {
    const sj = s1[j] as number;
    const dj = d1[j] as number;
    sums.score[j] = (sums.score[j] as number) - (a * sj - b * dj);
    for (let k = 0; k <= j; k++) {
      const at = j * p + k;
      const sk = s1[k] as number;
      const dk = d1[k] as number;
      const spread = a * (s2[at] as number) - b * (d2[at] as number);
      sums.information[at] =
        (sums.information[at] as number) + spread - (e * sj * sk - f * (sj * dk + dj * sk) + g * dj * dk);
    }
  }
}

/** The upper triangle from the lower one. */
export function mirror(matrix: Float64Array, p: number): void {
  for (let j = 0; j < p; j++) for (let k = 0; k < j; k++) matrix[k * p + j] = matrix[j * p + k] as number;
}
