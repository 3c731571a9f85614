import exp from "@stdlib/math-base-special-exp";
import { chiSquareUpper } from "../distributions/tails.ts";
import {
  type Estimate,
  estimated,
  finiteOr,
  type Interval,
  notEstimable,
  type Provenance,
  type Reason,
} from "../estimate.ts";
import { mirror } from "../likelihood/derivatives.ts";
import { profileLimits } from "../likelihood/profile-limits.ts";
import { highest } from "../likelihood/quasi-newton.ts";
import { factor, inverse, logDeterminant } from "../linear-algebra/cholesky.ts";
import type { CoxData } from "./cox-data.ts";
import { reasonsBefore } from "./cox-regression.ts";
import { derivativesAt } from "./likelihood.ts";
import { type PreparedRows, prepare, preparedColumns } from "./prepared-rows.ts";
import { type RiskSet, risks, walkRiskSets } from "./risk-sets.ts";

/** A coefficient with profile limits of its hazard ratio and the p of the penalised likelihood-ratio test. */
export interface FirthCoefficient extends Interval {
  readonly name: string;
  readonly beta: Estimate;
  readonly se: Estimate;
  readonly hazardRatio: Estimate;
  readonly p: Estimate;
}

export interface FirthCox extends Provenance {
  readonly n: number;
  readonly events: number;
  readonly missing: number;
  readonly level: number;
  readonly coefficients: readonly FirthCoefficient[];
  /** Penalised, without and with the covariates. */
  readonly logLik: readonly [none: number, model: number];
}

/**
 * Cox regression with Firth's penalty, half the log determinant of the information (Firth 1993; Heinze and Schemper, Biometrics
 * 2001;57:114-9): finite where the likelihood itself has no maximum. Limits and p from the profile of the penalised likelihood.
 * Made for small data: each step costs the third power of the number of covariates, times the rows.
 * R: coxphf::coxphf(Surv(time, event) ~ covariates) for Breslow ties, with tightened convergence
 */
export function firthCoxRegression(data: CoxData, ties: "efron" | "breslow", level: number): FirthCox {
  const all = prepare(data);
  const provenance = {
    ...{ n: all.n, events: all.events, missing: all.missing, level },
    method: "Cox regression with Firth's penalised likelihood",
    convention: `${ties} ties, profile limits of the penalised likelihood`,
    rCall: `coxphf::coxphf(Surv(time, event) ~ ${all.names.join(" + ")})`,
  };
  const floor = 1e-12 * all.eventWeight;
  const at = derivativesAt(all, new Float64Array(all.p), ties);
  const reasons = reasonsBefore(all, { start: { at, factors: factor(at.information, all.p, floor) } }, floor);
  const kept = [...reasons.keys()].filter((j) => reasons[j] === undefined);
  const lost = (name: string, reason: Reason): FirthCoefficient => {
    const none = notEstimable(reason, all.n);
    return { name, beta: none, se: none, hazardRatio: none, p: none, lower: none, upper: none };
  };
  if (kept.length === 0) {
    const coefficients = all.names.map((name, j) => lost(name, reasons[j] ?? "no-values"));
    return { ...provenance, coefficients, logLik: [at.logLik, at.logLik] };
  }
  const rows = kept.length === all.p ? all : preparedColumns(all, kept);
  const fit = penalisedFit(rows, ties, level);
  const found = fit.coefficients.values();
  return {
    ...provenance,
    coefficients: all.names.map((name, j) => {
      const reason = reasons[j];
      return reason === undefined ? (found.next().value as FirthCoefficient) : lost(name, reason);
    }),
    logLik: fit.logLik,
  };
}

function penalisedFit(
  rows: PreparedRows,
  ties: "efron" | "breslow",
  level: number,
): Pick<FirthCox, "coefficients" | "logLik"> {
  const zero = new Float64Array(rows.p);
  // The determinant of the information in the covariates' own units.
  const unit = rows.scales.reduce((sum, scale) => sum + Math.log(scale), 0);
  const evaluate = (beta: Float64Array) => penalised(rows, beta, ties);
  const best = highest(evaluate, zero);
  const variance = inverse(factor(penalised(rows, best.beta, ties).information, rows.p));
  const free = [...zero.keys()];
  return {
    coefficients: free.map((j) => {
      const se = Math.sqrt(variance[j * rows.p + j] as number);
      const scale = rows.scales[j] as number;
      const { lower, upper, chi2 } = profileLimits(evaluate, best, j, { se, level, free });
      const end = (limit: number | "never" | "lost") =>
        typeof limit === "number"
          ? finiteOr(exp(limit / scale), "unbounded", rows.n)
          : notEstimable(limit === "never" ? "unbounded" : "no-root", rows.n);
      const value = (best.beta[j] as number) / scale;
      return {
        name: rows.names[j] as string,
        beta: estimated(value),
        se: estimated(se / scale),
        hazardRatio: finiteOr(exp(value), "unbounded", rows.n),
        p: chi2 === undefined ? notEstimable("no-root", rows.n) : estimated(chiSquareUpper(chi2, 1)),
        lower: end(lower),
        upper: end(upper),
      };
    }),
    logLik: [evaluate(zero).logLik + unit, best.logLik + unit],
  };
}

/** Penalised log-likelihood and score; the information is that of the likelihood itself, which Newton's steps use. */
function penalised(rows: PreparedRows, beta: Float64Array, ties: "efron" | "breslow") {
  const { logLik, score, information } = derivativesAt(rows, beta, ties);
  const factors = factor(information, rows.p);
  const bent = traces(rows, beta, ties, inverse(factors));
  return {
    // A determinant over fewer columns would be that of another model.
    logLik: factors.rank < rows.p ? Number.NEGATIVE_INFINITY : logLik + logDeterminant(factors) / 2,
    score: score.map((value, j) => value + (bent[j] as number) / 2),
    information,
  };
}

/** tr(I^-1 dI/dbeta_l) for each l: the third central moments over those at risk, contracted with the inverse. */
function traces(
  rows: PreparedRows,
  beta: Float64Array,
  ties: "efron" | "breslow",
  inverted: Float64Array,
): Float64Array {
  const { p } = rows;
  const sums = new Float64Array(p);
  walkRiskSets(rows, risks(rows, beta), 3, (set) => {
    mirror(set.s2, p);
    mirror(set.d2, p);
    const count = ties === "efron" ? set.deaths : 1;
    for (let l = 0; l < count; l++) addThirdMoment(set, l / count, set.deathWeight / count, inverted, sums);
  });
  return sums;
}

function addThirdMoment(set: RiskSet, c: number, weight: number, inverted: Float64Array, sums: Float64Array): void {
  const p = sums.length;
  const den = set.s0 - c * set.d0;
  const m1 = set.s1.map((value, j) => (value - c * (set.d1[j] as number)) / den);
  const m2 = set.s2.map((value, at) => (value - c * (set.d2[at] as number)) / den);
  const first = (j: number) => m1[j] as number;
  const second = (j: number, k: number) => m2[j * p + k] as number;
  for (let j = 0; j < p; j++)
    for (let k = 0; k < p; k++)
      for (let l = 0; l < p; l++) {
        const at = (j * p + k) * p + l;
        const third = ((set.s3[at] as number) - c * (set.d3[at] as number)) / den;
        const central =
          third -
          second(j, k) * first(l) -
          second(j, l) * first(k) -
          second(k, l) * first(j) +
          2 * first(j) * first(k) * first(l);
        sums[l] = (sums[l] as number) + weight * (inverted[j * p + k] as number) * central;
      }
}
