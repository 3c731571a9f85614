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
import type { Derivatives } from "../likelihood/derivatives.ts";
import { interceptAtZero } from "../likelihood/intercept-at-zero.ts";
import { type Maximum, maximise } from "../likelihood/newton.ts";
import { profileLimits, topOf } from "../likelihood/profile-limits.ts";
import { factor, inverse, logDeterminant } from "../linear-algebra/cholesky.ts";
import { type BinaryData, type BinaryRows, binaryDerivatives, chances, linear, prepareBinary } from "./binary-rows.ts";

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
  const rows = prepareBinary(data);
  const evaluate = (beta: Float64Array) => binaryDerivatives(rows, beta);
  const maximum = maximise(evaluate, new Float64Array(rows.p));
  const reasons = reasonsOf(rows, maximum);
  return resultOf(rows, evaluate, maximum.beta, maximum.start.factors.rank, reasons, level, {
    method: "logistic regression",
    convention: "maximum likelihood, profile and Wald limits",
    rCall: `glm(outcome ~ ${rows.names.join(" + ")}, binomial)`,
  });
}

/**
 * Logistic regression with Firth's penalty (Biometrika 1993;80:27-38; Heinze and Schemper, Stat Med 2002;21:2409-19): finite also
 * where the covariates separate the outcomes. Limits and p from the profile of the penalised likelihood.
 * R: logistf::logistf(outcome ~ covariates), with tightened convergence
 */
export function firthLogisticRegression(data: BinaryData, level: number): LogisticRegression {
  const rows = prepareBinary(data);
  const evaluate = (beta: Float64Array) => penalised(rows, beta);
  const start = binaryDerivatives(rows, new Float64Array(rows.p));
  const { rank } = factor(start.information, rows.p);
  const whole = rows.n > 0 && rank === rows.p;
  const reason: Reason | undefined = rows.n === 0 ? "no-values" : whole ? undefined : "collinear";
  const beta = whole ? topOf(evaluate, new Float64Array(rows.p)).beta : new Float64Array(rows.p);
  return resultOf(
    rows,
    evaluate,
    beta,
    rank,
    Array.from({ length: rows.p }, () => reason),
    level,
    {
      method: "logistic regression with Firth's penalised likelihood",
      convention: "profile limits and likelihood-ratio p of the penalised likelihood",
      rCall: `logistf::logistf(outcome ~ ${rows.names.join(" + ")})`,
    },
  );
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
  return { logLik: logLik + logDeterminant(factors) / 2, score, information };
}

function reasonsOf(rows: BinaryRows, { start, drift }: Maximum): readonly (Reason | undefined)[] {
  const separates = drift !== undefined && separating(rows, drift, -1e-3);
  // Where every row lies beyond the border the fit becomes perfect, and nothing is left to estimate any coefficient from.
  const whole = separates && separating(rows, drift, 1e-3);
  const largest = drift?.reduce((most, step) => Math.max(most, Math.abs(step)), 0) ?? 0;
  return Array.from({ length: rows.p }, (_, j): Reason | undefined => {
    if (rows.n === 0) return "no-values";
    if (j > 0 && rows.scales[j - 1] === 0) return "no-variation";
    if (start.factors.entries[j * rows.p + j] === 0) return "collinear";
    return whole || (separates && Math.abs((drift as Float64Array)[j] as number) > 1e-3 * largest)
      ? "separation"
      : undefined;
  });
}

/** Whether a direction puts every outcome on its side, by at least a margin in units of its longest step. */
function separating({ x, p, size, outcome }: BinaryRows, direction: Float64Array, margin: number): boolean {
  const largest = direction.reduce((most, step) => Math.max(most, Math.abs(step)), 0);
  for (let i = 0; i < size; i++) {
    const side = linear(x, p, i, direction) * ((outcome[i] as number) === 1 ? 1 : -1);
    if (side < margin * largest) return false;
  }
  return true;
}

function resultOf(
  rows: BinaryRows,
  evaluate: (beta: Float64Array) => Derivatives,
  beta: Float64Array,
  rank: number,
  reasons: readonly (Reason | undefined)[],
  level: number,
  provenance: Provenance,
): LogisticRegression {
  const { p, n, events, missing, scales } = rows;
  const at = evaluate(beta);
  const information = binaryDerivatives(rows, beta).information.map((value, place) =>
    reasons[Math.floor(place / p)] === undefined && reasons[place % p] === undefined ? value : 0,
  );
  const variance = inverse(factor(information, p));
  const top = { beta, logLik: at.logLik };
  const penalty = at.logLik - binaryDerivatives(rows, beta).logLik;
  const unit = penalty === 0 ? 0 : scales.reduce((sum, scale) => sum + (scale > 0 ? Math.log(scale) : 0), 0);
  const none = topOf(evaluate, new Float64Array(p), [0]).logLik;
  const df = Math.max(0, rank - 1);
  const chi2 = Math.max(0, 2 * (at.logLik - none));
  const or = (value: number): Estimate => (n > 0 ? estimated(value) : notEstimable("no-values", 0));
  return {
    ...{ n, events, missing, level },
    intercept: interceptAtZero({
      ...{ n, means: rows.means, scales, beta, variance, reasons },
      whole: reasons.find((reason) => reason === "separation" || reason === "no-values"),
    }),
    coefficients: rows.names.map((name, i) => coefficientOf(name, i + 1)),
    logLik: [or(none + unit), or(at.logLik + unit)],
    deviance: or(-2 * (at.logLik - penalty)),
    aic: or(-2 * (at.logLik - penalty) + 2 * rank),
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
    if (reason !== undefined) {
      const lost = notEstimable(reason, n);
      const limits = { lower: lost, upper: lost, waldLower: lost, waldUpper: lost };
      return { name, beta: lost, se: lost, z: lost, p: lost, oddsRatio: lost, ...limits };
    }
    const scaledSe = Math.sqrt(spread);
    const profile = reasons.includes("separation") ? undefined : profileLimits(evaluate, top, j, scaledSe, level);
    const ratio = (value: number) => finiteOr(exp(value), "unbounded", n);
    const end = (limit: number | undefined) => ratio(limit === undefined ? Number.POSITIVE_INFINITY : limit / scale);
    const value = (beta[j] as number) / scale;
    const se = scaledSe / scale;
    const half = criticalNormal(level) * se;
    return {
      name,
      beta: estimated(value),
      se: estimated(se),
      z: estimated(value / se),
      p: estimated(penalty === 0 ? normalTwoSided(value / se) : chiSquareUpper(profile?.chi2 ?? 0, 1)),
      oddsRatio: ratio(value),
      lower: end(profile?.lower),
      upper: end(profile?.upper),
      waldLower: ratio(value - half),
      waldUpper: ratio(value + half),
    };
  }
}
