import exp from "@stdlib/math-base-special-exp";
import { chiSquareUpper, criticalNormal, normalTwoSided } from "../distributions/tails.ts";
import {
  type Estimate,
  estimated,
  finiteOr,
  type Interval,
  notEstimable,
  type Provenance,
  type Reason,
} from "../estimate.ts";
import { identified, wrongFromStart } from "../likelihood/identified.ts";
import { type Maximum, maximise } from "../likelihood/newton.ts";
import { factor, solveFactored } from "../linear-algebra/cholesky.ts";
import type { CoxData, CoxTies } from "./cox-data.ts";
import { derivativesAt } from "./likelihood.ts";
import { type PreparedRows, prepare } from "./prepared-rows.ts";
import { clustersOf, robustVariance } from "./robust-variance.ts";
import { reachOf } from "./standardise.ts";

/** A coefficient of a model with its hazard ratio; `lower` and `upper` are limits of the hazard ratio. */
export interface Coefficient extends Interval {
  readonly name: string;
  readonly beta: Estimate;
  /** Robust where the data name clusters. */
  readonly se: Estimate;
  readonly modelSe: Estimate;
  readonly z: Estimate;
  readonly p: Estimate;
  readonly hazardRatio: Estimate;
}

export interface ChiSquareTest {
  readonly chi2: Estimate;
  readonly df: number;
  readonly p: Estimate;
}

export interface CoxFit extends Provenance {
  readonly n: number;
  readonly events: number;
  readonly missing: number;
  readonly mergedTimes: number;
  readonly ties: CoxTies;
  readonly level: number;
  readonly coefficients: readonly Coefficient[];
  readonly logLik: readonly [none: number, model: number];
  readonly likelihoodRatio: ChiSquareTest;
  readonly wald: ChiSquareTest;
  readonly score: ChiSquareTest;
  readonly iterations: number;
  /** What stands behind the estimate, for what is computed from it: rows, coefficients and variance on their prepared scale. */
  readonly model: CoxModel;
}

export interface CoxModel {
  readonly rows: PreparedRows;
  readonly ties: CoxTies;
  readonly beta: Float64Array;
  /** From the information; 0 for a coefficient that is not estimable. */
  readonly variance: Float64Array;
  /** Cluster of each prepared row, where the data name clusters. */
  readonly cluster: Uint32Array | undefined;
  /** Why a coefficient is not estimable. */
  readonly reasons: readonly (Reason | undefined)[];
}

/**
 * Cox's proportional hazards regression: right-censored or counting-process data, strata, weights, offsets; clusters ask for the
 * robust variance (Lin and Wei, JASA 1989;84:1074-8). A covariate that never varies, depends on earlier ones, or along which the
 * likelihood has no maximum is not estimable and says why; the others are estimated beside it.
 * R: coxph(Surv(start, stop, event) ~ covariates + strata(s) + offset(o), weights, ties, cluster)
 */
export function coxRegression(data: CoxData, ties: CoxTies, level: number): CoxFit {
  const rows = prepare(data);
  if (ties === "exact" && rows.weighted) throw new RangeError("exact ties have no weights; take efron or breslow");
  const provenance = {
    ...{ n: rows.n, events: rows.events, missing: rows.missing, mergedTimes: rows.mergedTimes, ties, level },
    method: "Cox proportional hazards regression",
    convention: `${ties} ties, iterated to the last digits, ${data.cluster ? "robust variance by cluster" : "variance from the information"}, Wald limits`,
    rCall: `coxph(Surv(time, event) ~ ${rows.names.join(" + ")}, ties = "${ties}")`,
  };
  const risk = new Float64Array(rows.size);
  const floor = FLOOR * rows.eventWeight;
  const maximum = maximise((beta) => derivativesAt(rows, beta, ties, risk), new Float64Array(rows.p), {
    ...{ reach: reachOf(rows.x, rows.p), floor },
  });
  const before = reasonsBefore(rows, maximum, floor);
  const { reasons, variance } = identified(maximum, before, "monotone-likelihood");
  const cluster = data.cluster && clustersOf(rows, data.cluster);
  const model = { rows, ties, beta: maximum.beta, variance, cluster, reasons };
  const robust = cluster && robustVariance(model, cluster);
  return {
    ...provenance,
    coefficients: rows.names.map((_, j) => coefficientOf(model, robust ?? variance, j, level)),
    logLik: [maximum.start.at.logLik, maximum.at.logLik],
    ...overallTests(maximum, robust ?? variance, reasons, rows.n),
    iterations: maximum.iterations,
    model,
  };
}

/** A pivot of the information per event that is rounding alone. */
const FLOOR = 1e-12;

/** What is wrong with each coefficient before anything is fitted. */
export function reasonsBefore(
  { p, scales, events, n }: PreparedRows,
  maximum: Pick<Maximum, "start">,
  floor: number,
): readonly (Reason | undefined)[] {
  if (n === 0 || events === 0) return Array.from({ length: p }, () => (n === 0 ? "no-values" : "no-events"));
  return wrongFromStart(maximum, p, floor, (j) => scales[j] === 0);
}

function coefficientOf(
  { rows, beta, variance, reasons }: CoxModel,
  used: Float64Array,
  j: number,
  level: number,
): Coefficient {
  const name = rows.names[j] as string;
  const reason = reasons[j];
  const diagonal = used[j * rows.p + j] as number;
  if (reason !== undefined || !(diagonal > 0)) {
    const none = notEstimable(reason ?? "no-variation", rows.n);
    return { name, beta: none, se: none, modelSe: none, z: none, p: none, hazardRatio: none, lower: none, upper: none };
  }
  const scale = rows.scales[j] as number;
  const value = (beta[j] as number) / scale;
  const se = Math.sqrt(diagonal) / scale;
  const half = criticalNormal(level) * se;
  return {
    name,
    beta: estimated(value),
    se: estimated(se),
    modelSe: estimated(Math.sqrt(variance[j * rows.p + j] as number) / scale),
    z: estimated(value / se),
    p: estimated(normalTwoSided(value / se)),
    hazardRatio: finiteOr(exp(value), "unbounded", rows.n),
    lower: finiteOr(exp(value - half), "unbounded", rows.n),
    upper: finiteOr(exp(value + half), "unbounded", rows.n),
  };
}

/** Likelihood-ratio, Wald and score tests of all coefficients together; the last two need a maximum or a start that is regular. */
function overallTests(
  { beta, at, start }: Maximum,
  variance: Float64Array,
  reasons: readonly (Reason | undefined)[],
  n: number,
): Pick<CoxFit, "likelihoodRatio" | "wald" | "score"> {
  const p = reasons.length;
  const df = start.factors.rank;
  const test = (chi2: Estimate, own = df): ChiSquareTest => ({
    chi2,
    df: own,
    p: chi2.estimable ? estimated(chiSquareUpper(chi2.value, own)) : chi2,
  });
  const none = notEstimable(reasons.find((reason) => reason !== undefined) ?? "no-values", n);
  if (df === 0) return { likelihoodRatio: test(none), wald: test(none), score: test(none) };
  const kept = reasons.flatMap((reason, j) => (reason === undefined ? [j] : []));
  const own = factor(
    Float64Array.from(kept.flatMap((j) => kept.map((k) => variance[j * p + k] as number))),
    kept.length,
  );
  const estimates = Float64Array.from(kept, (j) => beta[j] as number);
  const wald = solveFactored(own, estimates).reduce((sum, value, i) => sum + value * (estimates[i] as number), 0);
  const score = solveFactored(start.factors, start.at.score).reduce(
    (sum, step, j) => sum + step * (start.at.score[j] as number),
    0,
  );
  const runaway = reasons.includes("monotone-likelihood") || reasons.includes("not-identified");
  return {
    likelihoodRatio: test(estimated(Math.max(0, 2 * (at.logLik - start.at.logLik)))),
    wald: test(
      runaway || kept.length === 0
        ? notEstimable("monotone-likelihood", n)
        : own.rank === 0
          ? notEstimable("no-variation", n)
          : estimated(wald),
      own.rank,
    ),
    score: test(estimated(score)),
  };
}
