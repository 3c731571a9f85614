import exp from "@stdlib/math-base-special-exp";
import ln from "@stdlib/math-base-special-ln";
import { completeRows, pick } from "../cox/complete-rows.ts";
import { valueAt } from "../cox/covariate-values.ts";
import type { Covariate } from "../cox/cox-data.ts";
import { reachOf, standardise } from "../cox/standardise.ts";
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
import { type Derivatives, emptyDerivatives, mirror } from "../likelihood/derivatives.ts";
import { interceptAtZero } from "../likelihood/intercept-at-zero.ts";
import { type Maximum, maximise } from "../likelihood/newton.ts";
import { factor, inverse } from "../linear-algebra/cholesky.ts";
import { type FollowUpColumns, subjectsOf } from "../survival/follow-up.ts";
import { R_DIST, STANDARD, type TimeDistribution } from "./time-distributions.ts";

/** Right-censored follow-up and covariates, as columns. Delayed entry is not taken here. */
export interface AcceleratedTimeData extends Omit<FollowUpColumns, "start"> {
  readonly covariates: readonly Covariate[];
}

/** A coefficient of log time; `lower` and `upper` are limits of the ratio of times. */
export interface TimeCoefficient extends Interval {
  readonly name: string;
  readonly beta: Estimate;
  readonly se: Estimate;
  readonly z: Estimate;
  readonly p: Estimate;
  readonly timeRatio: Estimate;
  /** exp(-beta / scale), for the exponential and the Weibull distribution, which are proportional hazards models as well. */
  readonly hazardRatio: Estimate;
}

export interface AcceleratedTime extends Provenance {
  readonly distribution: TimeDistribution;
  readonly n: number;
  readonly events: number;
  readonly missing: number;
  readonly level: number;
  readonly intercept: { readonly beta: Estimate; readonly se: Estimate };
  readonly coefficients: readonly TimeCoefficient[];
  /** Of log time; 1 for the exponential. `logError` is the standard error of its logarithm. */
  readonly scale: { readonly value: Estimate; readonly logError: Estimate };
  readonly logLik: readonly [none: Estimate, model: Estimate];
  readonly likelihoodRatio: { readonly chi2: Estimate; readonly df: number; readonly p: Estimate };
  /** What predictions are made from, on the prepared scale. */
  readonly model: AcceleratedModel;
}

export interface AcceleratedModel {
  readonly names: readonly string[];
  readonly means: Float64Array;
  readonly scales: Float64Array;
  /** Intercept, coefficients, log scale. */
  readonly beta: Float64Array;
  readonly variance: Float64Array;
  readonly reason: Reason | undefined;
}

/** A scale of log time this small means that the fit is perfect and runs away. */
const FLAT = 1e-6;

interface Rows {
  readonly size: number;
  /** Intercept and covariates. */
  readonly p: number;
  readonly x: Float64Array;
  readonly logTime: Float64Array;
  readonly event: Uint8Array;
  readonly weight: Float64Array;
}

/**
 * Accelerated failure time regression (Kalbfleisch and Prentice 2002, chapter 3): log time is linear in the covariates, with an error
 * of the distribution named. A time of 0 has no logarithm and is refused.
 * R: survreg(Surv(time, event) ~ covariates, weights, dist = distribution)
 */
export function acceleratedTime(
  data: AcceleratedTimeData,
  distribution: TimeDistribution,
  level: number,
): AcceleratedTime {
  const { rows, names, means, scales, n, events, missing } = prepare(data);
  const free = distribution === "exponential" ? rows.p : rows.p + 1;
  const start = startingPoint(rows, free);
  const maximum = maximise((beta) => derivativesAt(rows, beta, distribution), start, {
    reach: reachOf(rows.x, rows.p),
  });
  const none = maximise(
    (beta) => derivativesAt({ ...rows, p: 1, x: ones(rows) }, beta, distribution),
    start.filter((_, j) => j === 0 || j === rows.p),
    { reach: new Float64Array(0) },
  );
  const reasons = Array.from({ length: free }, (_, j): Reason | undefined => {
    if (j > 0 && j < rows.p && scales[j - 1] === 0) return "no-variation";
    return maximum.factors.entries[j * free + j] === 0 ? "collinear" : undefined;
  });
  const sigma = distribution === "exponential" ? 1 : exp(maximum.beta[rows.p] as number);
  const places = maximum.factors.rank - (free - rows.p);
  const perfect = distribution !== "exponential" && events <= places;
  const whole: Reason | undefined =
    n === 0
      ? "no-values"
      : events === 0
        ? "no-events"
        : perfect
          ? "too-few-values"
          : sigma < FLAT || narrows(rows, maximum, distribution)
            ? "no-variation"
            : maximum.drift
              ? "monotone-likelihood"
              : undefined;
  const variance = inverse(factor(maximum.at.information, free));
  const model = { names, means, scales, beta: maximum.beta, variance, reason: whole };
  const df = Math.max(0, maximum.factors.rank - (free - rows.p) - 1);
  const or = (value: number): Estimate =>
    whole === undefined ? finiteOr(value, "unbounded", n) : notEstimable(whole, n);
  const chi2 = Math.max(0, 2 * (maximum.at.logLik - none.at.logLik));
  return {
    ...{ distribution, n, events, missing, level, model },
    intercept: interceptAtZero({ n, means, scales, beta: maximum.beta, variance, reasons, whole }),
    coefficients: names.map((name, i) => coefficientOf(name, i + 1)),
    scale: {
      value: or(sigma),
      logError: distribution === "exponential" ? or(0) : or(Math.sqrt(variance[rows.p * free + rows.p] as number)),
    },
    logLik: [or(none.at.logLik), or(maximum.at.logLik)],
    likelihoodRatio: {
      chi2: or(chi2),
      df,
      p: df > 0 ? or(chiSquareUpper(chi2, df)) : notEstimable(whole ?? "no-variation", n),
    },
    method: `accelerated failure time regression, ${distribution}`,
    convention: "maximum likelihood, Wald limits on the log scale",
    rCall: `survreg(Surv(time, event) ~ ${names.join(" + ")}, dist = "${R_DIST[distribution]}")`,
  };

  function coefficientOf(name: string, j: number): TimeCoefficient {
    const spread = variance[j * free + j] as number;
    const reason = whole ?? reasons[j] ?? (spread > 0 ? undefined : "no-variation");
    if (reason !== undefined) {
      const lost = notEstimable(reason, n);
      return {
        name,
        beta: lost,
        se: lost,
        z: lost,
        p: lost,
        timeRatio: lost,
        hazardRatio: lost,
        lower: lost,
        upper: lost,
      };
    }
    const unit = scales[j - 1] as number;
    const value = (maximum.beta[j] as number) / unit;
    const se = Math.sqrt(variance[j * free + j] as number) / unit;
    const half = criticalNormal(level) * se;
    const proportional = distribution === "exponential" || distribution === "weibull";
    return {
      name,
      beta: estimated(value),
      se: estimated(se),
      z: estimated(value / se),
      p: estimated(normalTwoSided(value / se)),
      timeRatio: finiteOr(exp(value), "unbounded", n),
      hazardRatio: proportional ? finiteOr(exp(-value / sigma), "unbounded", n) : notEstimable("not-proportional", n),
      lower: finiteOr(exp(value - half), "unbounded", n),
      upper: finiteOr(exp(value + half), "unbounded", n),
    };
  }
}

export interface TimeQuantile extends Interval {
  readonly time: Estimate;
}

/**
 * The time by which a share p has had the event, at covariates given, with limits from the delta method on log time.
 * R: predict(fit, newdata, type = "uquantile", p = p, se.fit = TRUE), exponentiated
 */
export function timeQuantile(fit: AcceleratedTime, p: number, at: Readonly<Record<string, number>>): TimeQuantile {
  if (!(p > 0 && p < 1)) throw new RangeError(`a quantile is asked for a share between 0 and 1, got ${p}`);
  const { names, means, scales, beta, variance, reason } = fit.model;
  if (reason !== undefined) {
    const lost = notEstimable(reason, fit.n);
    return { time: lost, lower: lost, upper: lost };
  }
  const w = STANDARD[fit.distribution].quantile(p);
  const sigma = fit.distribution === "exponential" ? 1 : exp(beta[names.length + 1] as number);
  const row = [
    1,
    ...names.map((name, j) =>
      scales[j] === 0 ? 0 : (valueAt(at, name) - (means[j] as number)) / (scales[j] as number),
    ),
  ];
  const slope = fit.distribution === "exponential" ? row : [...row, w * sigma];
  const size = slope.length;
  const logTime = row.reduce((sum, value, j) => sum + value * (beta[j] as number), 0) + sigma * w;
  let spread = 0;
  for (let j = 0; j < size; j++)
    for (let k = 0; k < size; k++)
      spread += (slope[j] as number) * (variance[j * size + k] as number) * (slope[k] as number);
  const half = criticalNormal(fit.level) * Math.sqrt(spread);
  const end = (value: number) => finiteOr(exp(value), "unbounded", fit.n);
  return { time: end(logTime), lower: end(logTime - half), upper: end(logTime + half) };
}

/**
 * Whether the likelihood still rises as the scale shrinks: where every event lies on the fitted line and nobody is censored beyond it
 * there is no maximum, whatever point the search came to rest on.
 */
function narrows(rows: Rows, { beta, at }: Maximum, distribution: TimeDistribution): boolean {
  if (distribution === "exponential") return false;
  return [1, 3, 6].some((steps) => {
    const narrower = beta.slice();
    narrower[rows.p] = (beta[rows.p] as number) - steps;
    return derivativesAt(rows, narrower, distribution).logLik > at.logLik + 1e-6 * Math.max(1, Math.abs(at.logLik));
  });
}

function prepare(data: AcceleratedTimeData) {
  const complete = completeRows(data);
  const subjects = subjectsOf(complete.followUp);
  const zero = subjects.time.indexOf(0);
  if (zero >= 0) throw new RangeError(`a time of 0 has no logarithm (row ${(complete.rows?.[zero] ?? zero) + 1})`);
  const { size } = subjects;
  const weight = Float64Array.from(
    { length: size },
    (_, i) => (subjects.weight?.[i] ?? 1) * (subjects.count?.[i] ?? 1),
  );
  const columns = data.covariates.map(({ values }) => pick(values, complete.rows));
  const standard = standardise(columns, Uint32Array.from(weight.keys()), weight);
  const p = columns.length + 1;
  const x = new Float64Array(size * p);
  for (let i = 0; i < size; i++) {
    x[i * p] = 1;
    for (let j = 1; j < p; j++) x[i * p + j] = standard.x[i * (p - 1) + j - 1] as number;
  }
  const rows: Rows = {
    size,
    p,
    x,
    logTime: Float64Array.from(subjects.time, (time) => ln(time)),
    event: subjects.event,
    weight,
  };
  const counted = (i: number) => subjects.count?.[i] ?? 1;
  let [n, events] = [0, 0];
  for (let i = 0; i < size; i++) {
    n += counted(i);
    events += counted(i) * (subjects.event[i] as number);
  }
  const names = data.covariates.map(({ name }) => name);
  return { rows, names, means: standard.means, scales: standard.scales, n, events, missing: complete.missing };
}

const ones = ({ size }: Rows): Float64Array => new Float64Array(size).fill(1);

/** Mean and spread of log time, no coefficients. */
function startingPoint({ logTime, weight, p }: Rows, free: number): Float64Array {
  const total = weight.reduce((sum, w) => sum + w, 0);
  const mean = logTime.reduce((sum, y, i) => sum + (weight[i] as number) * y, 0) / Math.max(total, 1e-300);
  const square =
    logTime.reduce((sum, y, i) => sum + (weight[i] as number) * (y - mean) ** 2, 0) / Math.max(total, 1e-300);
  const start = new Float64Array(free);
  start[0] = mean;
  if (free > p) start[p] = square > 0 ? ln(square) / 2 : 0;
  return start;
}

function derivativesAt(
  { size, p, x, logTime, event, weight }: Rows,
  beta: Float64Array,
  name: TimeDistribution,
): Derivatives {
  const free = beta.length;
  const sums = emptyDerivatives(free);
  const distribution = STANDARD[name];
  const logSigma = free > p ? (beta[p] as number) : 0;
  const sigma = Math.exp(logSigma);
  for (let i = 0; i < size; i++) {
    let eta = 0;
    for (let j = 0; j < p; j++) eta += (x[i * p + j] as number) * (beta[j] as number);
    const z = ((logTime[i] as number) - eta) / sigma;
    const w = weight[i] as number;
    const happened = event[i] as number;
    const [value, first, second] = happened === 1 ? distribution.event(z) : distribution.censored(z);
    sums.logLik += w * (value - happened * (logSigma + (logTime[i] as number)));
    for (let j = 0; j < p; j++) {
      const xj = x[i * p + j] as number;
      sums.score[j] = (sums.score[j] as number) - (w * first * xj) / sigma;
      for (let k = 0; k <= j; k++)
        sums.information[j * free + k] =
          (sums.information[j * free + k] as number) - (w * second * xj * (x[i * p + k] as number)) / (sigma * sigma);
      if (free > p)
        sums.information[p * free + j] =
          (sums.information[p * free + j] as number) - (w * xj * (z * second + first)) / sigma;
    }
    if (free === p) continue;
    sums.score[p] = (sums.score[p] as number) - w * (z * first + happened);
    sums.information[p * free + p] = (sums.information[p * free + p] as number) - w * (z * z * second + z * first);
  }
  mirror(sums.information, free);
  return sums;
}
