import { pick } from "../cox/complete-rows.ts";
import type { Covariate } from "../cox/cox-data.ts";
import { multiply } from "../cox/robust-variance.ts";
import { reachOf, standardise } from "../cox/standardise.ts";
import { criticalNormal, normalTwoSided } from "../distributions/tails.ts";
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
import { identified, wrongFromStart } from "../likelihood/identified.ts";
import { maximise } from "../likelihood/newton.ts";
import { kaplanMeier } from "../survival/kaplan-meier.ts";
import { sortedOrder } from "../survival/sorted-order.ts";
import { stepsUpTo } from "../survival/survival-at.ts";
import { type CompetingRows, competingRisks, walkCompeting } from "./competing-sets.ts";
import { influences } from "./fine-gray-influence.ts";

export interface FineGrayData {
  readonly time: ArrayLike<number | null>;
  /** 0 censored, 1, 2, ... the causes. */
  readonly cause: ArrayLike<number | null>;
  readonly covariates: readonly Covariate[];
  /** Rows of one subject; asks for the variance between subjects (Zhou et al., Biostatistics 2012;13:371-83). */
  readonly cluster?: ArrayLike<string | number | null>;
}

export interface SubdistributionCoefficient extends Interval {
  readonly name: string;
  readonly beta: Estimate;
  readonly se: Estimate;
  readonly z: Estimate;
  readonly p: Estimate;
  /** Subdistribution hazard ratio; the limits are its. */
  readonly hazardRatio: Estimate;
}

export interface FineGray extends Provenance {
  readonly n: number;
  readonly events: number;
  readonly missing: number;
  readonly level: number;
  readonly coefficients: readonly SubdistributionCoefficient[];
  /** Log pseudo-likelihood without and with the covariates. */
  readonly logLik: readonly [none: number, model: number];
}

/**
 * Regression of the subdistribution hazard (Fine and Gray, JASA 1999;94:496-509): who had another event stays at risk, with the
 * chance that it would not yet have been censored. Sandwich variance with the part that comes from estimating the censoring.
 * Breslow's way with ties. R: cmprsk::crr(time, cause, covariates, failcode = cause)
 */
export function fineGray(data: FineGrayData, cause: number, level: number): FineGray {
  const { rows, names, scales, n, missing, cluster } = prepare(data, cause);
  const events = rows.cause.reduce((sum, code) => sum + (code === 1 ? 1 : 0), 0);
  const floor = FLOOR * events;
  const maximum = maximise((beta) => derivativesAt(rows, beta), new Float64Array(rows.p), {
    ...{ reach: reachOf(rows.x, rows.p), floor },
  });
  const none: Reason | undefined = n === 0 ? "no-values" : events === 0 ? "no-events" : undefined;
  const before =
    none === undefined ? wrongFromStart(maximum, rows.p, floor, (j) => scales[j] === 0) : names.map(() => none);
  const { reasons, variance: inverted } = identified(maximum, before, "monotone-likelihood");
  const variance = sandwich(summedBy(influences(rows, maximum.beta), cluster, rows.p), inverted, rows.p);
  return {
    ...{ n, events, missing, level },
    coefficients: names.map((name, j) => {
      const reason = reasons[j];
      return coefficientOf(
        name,
        maximum.beta[j] as number,
        variance[j * rows.p + j] as number,
        scales[j] as number,
        level,
        n,
        reason,
      );
    }),
    logLik: [maximum.start.at.logLik, maximum.at.logLik],
    method: "Fine and Gray's subdistribution hazards regression",
    convention: "censoring weights by Kaplan-Meier of all, Breslow ties, sandwich variance",
    rCall: `cmprsk::crr(time, cause, cbind(${names.join(", ")}), failcode = ${cause})`,
  };
}

/** A pivot of the information per event that is rounding alone. */
const FLOOR = 1e-12;

function prepare({ time, cause, covariates, cluster }: FineGrayData, wanted: number) {
  const columns: ArrayLike<unknown>[] = [time, cause, ...covariates.map(({ values }) => values)];
  if (cluster !== undefined) columns.push(cluster);
  for (const column of columns)
    if (column.length !== time.length)
      throw new RangeError(`a column has ${column.length} rows, time has ${time.length}`);
  const whole = (row: number) => columns.every((column) => column[row] !== null && !Number.isNaN(column[row]));
  const kept = Uint32Array.from(Array.from(time, (_, row) => row).filter(whole));
  const times = Float64Array.from(pick(time, kept));
  const codes = pick(cause, kept);
  const censoring = kaplanMeier({ time: times, event: Array.from(codes, (code) => code === 0) }, "plain", 0.95).columns;
  const { order, sorted } = sortedOrder(times);
  const standard = standardise(
    covariates.map(({ values }) => pick(values, kept)),
    order,
    new Float64Array(kept.length).fill(1),
  );
  const rows: CompetingRows = {
    p: covariates.length,
    x: standard.x,
    time: sorted,
    cause: Uint8Array.from(order, (row) => (codes[row] === 0 ? 0 : codes[row] === wanted ? 1 : 2)),
    uncensored: sorted.map((at) => {
      const until = stepsUpTo(censoring.time, at);
      const last = censoring.time[until - 1] === at ? until - 2 : until - 1;
      return last < 0 ? 1 : (censoring.survival[last] as number);
    }),
  };
  const names = covariates.map(({ name }) => name);
  const clusters = cluster && Array.from(order, (row) => cluster[kept[row] as number]);
  return {
    rows,
    names,
    scales: standard.scales,
    n: kept.length,
    missing: time.length - kept.length,
    cluster: clusters,
  };
}

function derivativesAt(rows: CompetingRows, beta: Float64Array): Derivatives {
  const { p, x, cause } = rows;
  const result = emptyDerivatives(p);
  const risk = competingRisks(rows, beta);
  walkCompeting(rows, risk, ({ first, last, events, s0, s1, s2 }) => {
    result.logLik -= events * Math.log(s0);
    for (let row = first; row < last; row++) {
      if (cause[row] !== 1) continue;
      result.logLik += Math.log(risk[row] as number);
      for (let j = 0; j < p; j++) result.score[j] = (result.score[j] as number) + (x[row * p + j] as number);
    }
    for (let j = 0; j < p; j++) {
      const mean = (s1[j] as number) / s0;
      result.score[j] = (result.score[j] as number) - events * mean;
      for (let k = 0; k <= j; k++) {
        const spread = (s2[j * p + k] as number) / s0 - (mean * (s1[k] as number)) / s0;
        result.information[j * p + k] = (result.information[j * p + k] as number) + events * spread;
      }
    }
  });
  mirror(result.information, p);
  return result;
}

/** What the rows of each cluster add together. */
function summedBy(parts: Float64Array, cluster: readonly unknown[] | undefined, p: number): Float64Array {
  if (cluster === undefined) return parts;
  const codes = new Map([...new Set(cluster)].map((name, code) => [name, code]));
  const sums = new Float64Array(codes.size * p);
  for (const [row, name] of cluster.entries())
    for (let j = 0; j < p; j++) {
      const at = (codes.get(name) as number) * p + j;
      sums[at] = (sums[at] as number) + (parts[row * p + j] as number);
    }
  return sums;
}

function sandwich(rows: Float64Array, inverted: Float64Array, p: number): Float64Array {
  const variance = new Float64Array(p * p);
  for (let at = 0; at < rows.length; at += p) {
    const moved = multiply(inverted, rows.subarray(at, at + p), p);
    for (let j = 0; j < p; j++)
      for (let k = 0; k < p; k++)
        variance[j * p + k] = (variance[j * p + k] as number) + (moved[j] as number) * (moved[k] as number);
  }
  return variance;
}

function coefficientOf(
  name: string,
  scaled: number,
  variance: number,
  scale: number,
  level: number,
  n: number,
  reason: Reason | undefined,
): SubdistributionCoefficient {
  if (reason !== undefined || !(variance > 0)) {
    const none = notEstimable(reason ?? "no-variation", n);
    return { name, beta: none, se: none, z: none, p: none, hazardRatio: none, lower: none, upper: none };
  }
  const beta = scaled / scale;
  const se = Math.sqrt(variance) / scale;
  const half = criticalNormal(level) * se;
  return {
    name,
    beta: estimated(beta),
    se: estimated(se),
    z: estimated(beta / se),
    p: estimated(normalTwoSided(beta / se)),
    hazardRatio: finiteOr(Math.exp(beta), "unbounded", n),
    lower: finiteOr(Math.exp(beta - half), "unbounded", n),
    upper: finiteOr(Math.exp(beta + half), "unbounded", n),
  };
}
