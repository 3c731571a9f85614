import exp from "@stdlib/math-base-special-exp";
import { reachOf } from "../cox/standardise.ts";
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
import type { Derivatives } from "../likelihood/derivatives.ts";
import { type Identified, identified } from "../likelihood/identified.ts";
import { interceptAtZero } from "../likelihood/intercept-at-zero.ts";
import { maximise } from "../likelihood/newton.ts";
import { profileLimits } from "../likelihood/profile-limits.ts";
import { highest } from "../likelihood/quasi-newton.ts";
import { factor, inverse, logDeterminant } from "../linear-algebra/cholesky.ts";
import {
  type BinaryData,
  type BinaryRows,
  binaryColumns,
  binaryDerivatives,
  chances,
  prepareBinary,
} from "./binary-rows.ts";

/** A coefficient; `lower` and `upper` are limits of the odds ratio from the profile of the likelihood, the others Wald's. */
export interface LogisticCoefficient extends Interval {
  readonly name: string;
  readonly beta: Estimate;
  readonly se: Estimate;
  readonly z: Estimate;
  /** Wald's; that of the likelihood-ratio test under Firth's penalty. */
  readonly p: Estimate;
  readonly oddsRatio: Estimate;
  readonly waldLower: Estimate;
  readonly waldUpper: Estimate;
}

export interface LogisticRegression extends Provenance {
  readonly n: number;
  readonly events: number;
  readonly missing: number;
  readonly level: number;
  readonly intercept: { readonly beta: Estimate; readonly se: Estimate };
  readonly coefficients: readonly LogisticCoefficient[];
  /** With the intercept alone, and with the covariates. */
  readonly logLik: readonly [none: Estimate, model: Estimate];
  readonly deviance: Estimate;
  readonly aic: Estimate;
  readonly likelihoodRatio: { readonly chi2: Estimate; readonly df: number; readonly p: Estimate };
}

/**
 * Logistic regression by maximum likelihood. Where the covariates separate the outcomes there is no maximum: the coefficients along
 * the direction that does it are not estimable and say so; ask for `firthLogisticRegression`.
 * R: glm(outcome ~ covariates, binomial, weights = n); confint(fit)
 */
export function logisticRegression(data: BinaryData, level: number): LogisticRegression {
  const { rows, whole } = independentRows(prepareBinary(data));
  const evaluate = (beta: Float64Array) => binaryDerivatives(rows, beta);
  const maximum = maximise(evaluate, new Float64Array(rows.p), {
    ...{ reach: reachOf(rows.x, rows.p), floor: FLOOR * rows.n },
  });
  const before = rows.names.map((): Reason | undefined => (rows.n === 0 ? "no-values" : undefined));
  const found = identified(maximum, [before[0] ?? (rows.n === 0 ? "no-values" : undefined), ...before], "separation");
  return whole(
    resultOf(rows, evaluate, maximum.beta, found, level, {
      method: "logistic regression",
      convention: "maximum likelihood, profile and Wald limits",
      rCall: `glm(outcome ~ ${rows.names.join(" + ")}, binomial)`,
    }),
  );
}

/**
 * Logistic regression with Firth's penalty (Biometrika 1993;80:27-38; Heinze and Schemper, Stat Med 2002;21:2409-19): finite also
 * where the covariates separate the outcomes. Limits and p from the profile of the penalised likelihood.
 * R: logistf::logistf(outcome ~ covariates), with tightened convergence
 */
export function firthLogisticRegression(data: BinaryData, level: number): LogisticRegression {
  const { rows, whole } = independentRows(prepareBinary(data));
  const evaluate = (beta: Float64Array) => penalised(rows, beta);
  const zero = new Float64Array(rows.p);
  const reason: Reason | undefined = rows.n === 0 ? "no-values" : undefined;
  const beta = rows.n === 0 ? zero : highest(evaluate, zero).beta;
  const variance = inverse(factor(binaryDerivatives(rows, beta).information, rows.p));
  const found = { reasons: Array.from({ length: rows.p }, () => reason), variance };
  return whole(
    resultOf(rows, evaluate, beta, found, level, {
      method: "logistic regression with Firth's penalised likelihood",
      convention: "profile limits and likelihood-ratio p of the penalised likelihood",
      rCall: `logistf::logistf(outcome ~ ${rows.names.join(" + ")})`,
    }),
  );
}

/** A pivot of the information per row that is rounding alone. */
const FLOOR = 1e-12;

/**
 * The rows with the covariates that neither stand still nor follow from those before them, and how to give the others their reason
 * beside the results of these.
 */
function independentRows(all: BinaryRows) {
  const { entries } = factor(binaryDerivatives(all, new Float64Array(all.p)).information, all.p, FLOOR * all.n);
  const reasons = all.names.map((_, i): Reason | undefined => {
    if (all.n === 0) return undefined;
    if (all.scales[i] === 0) return "no-variation";
    return entries[(i + 1) * (all.p + 1)] === 0 ? "collinear" : undefined;
  });
  const rows = reasons.every((reason) => reason === undefined)
    ? all
    : binaryColumns(
        all,
        [...reasons.keys()].filter((i) => reasons[i] === undefined),
      );
  const whole = (found: LogisticRegression): LogisticRegression => {
    const rest = found.coefficients.values();
    const coefficients = all.names.map((name, i) => {
      const reason = reasons[i];
      return reason === undefined
        ? (rest.next().value as LogisticCoefficient)
        : lost(name, notEstimable(reason, all.n));
    });
    return { ...found, coefficients };
  };
  return { rows, whole };
}

function lost(name: string, none: Estimate): LogisticCoefficient {
  return {
    name,
    ...{ beta: none, se: none, z: none, p: none, oddsRatio: none },
    ...{ lower: none, upper: none, waldLower: none, waldUpper: none },
  };
}

/** The penalised likelihood and its score; each row's leverage pulls its chance towards one half. */
function penalised(rows: BinaryRows, beta: Float64Array): Derivatives {
  const { p, x, count, size } = rows;
  const { logLik, score, information } = binaryDerivatives(rows, beta);
  const factors = factor(information, p);
  const inverted = inverse(factors);
  const chance = chances(rows, beta);
  for (let i = 0; i < size; i++) {
    let leverage = 0;
    for (let j = 0; j < p; j++)
      for (let k = 0; k < p; k++)
        leverage += (x[i * p + j] as number) * (inverted[j * p + k] as number) * (x[i * p + k] as number);
    const c = chance[i] as number;
    const pull = (count[i] as number) * c * (1 - c) * leverage * (0.5 - c);
    for (let j = 0; j < p; j++) score[j] = (score[j] as number) + pull * (x[i * p + j] as number);
  }
  // A determinant over fewer columns would be that of another model.
  const penalty = factors.rank < p ? Number.NEGATIVE_INFINITY : logDeterminant(factors) / 2;
  return { logLik: logLik + penalty, score, information };
}

function resultOf(
  rows: BinaryRows,
  evaluate: (beta: Float64Array) => Derivatives,
  beta: Float64Array,
  { reasons, variance }: Identified,
  level: number,
  provenance: Provenance,
): LogisticRegression {
  const { p, n, events, missing, scales } = rows;
  const at = evaluate(beta);
  const top = { beta, logLik: at.logLik };
  const free = [...beta.keys()];
  const penalty = at.logLik - binaryDerivatives(rows, beta).logLik;
  // Log determinants are those of the covariates in their own units.
  const unit = penalty === 0 ? 0 : scales.reduce((sum, scale) => sum + (scale > 0 ? Math.log(scale) : 0), 0);
  const none = highest(evaluate, new Float64Array(p), [0]).logLik;
  const df = p - 1;
  const chi2 = Math.max(0, 2 * (at.logLik - none));
  const or = (value: number): Estimate => (n > 0 ? estimated(value) : notEstimable("no-values", 0));
  return {
    ...{ n, events, missing, level },
    intercept: interceptAtZero({
      ...{ n, means: rows.means, scales, beta, variance, reasons },
      whole: reasons.find((reason) => reason === "no-values" || reason === "separation" || reason === "not-identified"),
    }),
    coefficients: rows.names.map((name, i) => coefficientOf(name, i + 1)),
    logLik: [or(none + unit), or(at.logLik + unit)],
    deviance: or(-2 * (at.logLik - penalty)),
    aic: or(-2 * (at.logLik - penalty) + 2 * p),
    likelihoodRatio: {
      chi2: or(chi2),
      df,
      p: n > 0 && df > 0 ? estimated(chiSquareUpper(chi2, df)) : notEstimable("no-values", n),
    },
    ...provenance,
  };

  function coefficientOf(name: string, j: number): LogisticCoefficient {
    const scale = scales[j - 1] as number;
    const spread = variance[j * p + j] as number;
    const reason = reasons[j] ?? (spread > 0 && Number.isFinite(spread) ? undefined : "no-variation");
    if (reason !== undefined) return lost(name, notEstimable(reason, n));
    const scaledSe = Math.sqrt(spread);
    const profile = profileLimits(evaluate, top, j, { se: scaledSe, level, free });
    const ratio = (value: number) => finiteOr(exp(value), "unbounded", n);
    const end = (limit: number | "never" | "lost") =>
      typeof limit === "number" ? ratio(limit / scale) : notEstimable(limit === "never" ? "unbounded" : "no-root", n);
    const value = (beta[j] as number) / scale;
    const se = scaledSe / scale;
    const half = criticalNormal(level) * se;
    const ratioP = profile.chi2 === undefined ? notEstimable("no-root", n) : estimated(chiSquareUpper(profile.chi2, 1));
    return {
      name,
      beta: estimated(value),
      se: estimated(se),
      z: estimated(value / se),
      p: penalty === 0 ? estimated(normalTwoSided(value / se)) : ratioP,
      oddsRatio: ratio(value),
      lower: end(profile.lower),
      upper: end(profile.upper),
      waldLower: ratio(value - half),
      waldUpper: ratio(value + half),
    };
  }
}
