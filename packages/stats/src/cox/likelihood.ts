import { type Derivatives, emptyDerivatives, mirror } from "../likelihood/derivatives.ts";
import type { CoxTies } from "./cox-data.ts";
import { addExact } from "./exact-likelihood.ts";
import type { PreparedRows } from "./prepared-rows.ts";
import { type RiskSet, risks, walkRiskSets } from "./risk-sets.ts";
import { emptyTiedSums, spreadAt, type TiedSums, tiedSums } from "./tied-sums.ts";

/** At `beta`; one pass over the rows, with a column for their risks that may be used again. Cox (JRSS B 1972;34:187-220). */
export function derivativesAt(
  rows: PreparedRows,
  beta: Float64Array,
  ties: CoxTies,
  column?: Float64Array,
): Derivatives {
  const sums = emptyDerivatives(rows.p);
  const tied = emptyTiedSums();
  const risk = risks(rows, beta, column);
  addObserved(rows, beta, sums);
  walkRiskSets(rows, risk, 2, (set) => {
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

/** What the events' own covariates and offsets add; the part of the likelihood that needs no risk set. */
function addObserved({ observed, observedOffset }: PreparedRows, beta: Float64Array, sums: Derivatives): void {
  sums.logLik += observedOffset;
  for (let j = 0; j < beta.length; j++) {
    sums.logLik += (observed[j] as number) * (beta[j] as number);
    sums.score[j] = (sums.score[j] as number) + (observed[j] as number);
  }
}

/** What they are compared with: mean and covariance of the covariates at risk. */
function addCompared(set: RiskSet, tied: TiedSums, sums: Derivatives): void {
  const { s1, d1 } = set;
  const p = s1.length;
  sums.logLik -= tied.logDen;
  for (let j = 0; j < p; j++) {
    sums.score[j] = (sums.score[j] as number) - (tied.a * (s1[j] as number) - tied.b * (d1[j] as number));
    for (let k = 0; k <= j; k++)
      sums.information[j * p + k] = (sums.information[j * p + k] as number) + spreadAt(set, tied, j, k);
  }
}
