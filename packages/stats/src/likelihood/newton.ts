import { type Factors, factor, solveFactored } from "../linear-algebra/cholesky.ts";
import type { Derivatives } from "./derivatives.ts";

export interface Maximum {
  readonly beta: Float64Array;
  readonly at: Derivatives;
  /** The information there. */
  readonly factors: Factors;
  /** Those at the start. */
  readonly start: { readonly at: Derivatives; readonly factors: Factors };
  readonly iterations: number;
  /** Places that still move by a step of this much while the likelihood stands still: it has no maximum along it. */
  readonly drift: Float64Array | undefined;
}

/** A last step this short, in standard errors, leaves an error of its square: exact second derivatives stop there. */
export const SHORT = 1e-6;
/** A likelihood that gains no more than this, in units of what it was at the start, stands still. */
const STILL = 1e-9;
/** A prepared covariate has mean distance 1, so a coefficient that still moves by this much per step does not settle. */
const MOVING = 0.05;
/** After so many such steps the information along it has died away far enough to be told from what stays. */
const LONG_ENOUGH = 5;
const MOST = 60;

/**
 * Newton's method with halved steps where the likelihood falls. It stops after a step shorter than 1e-6 standard errors, which
 * is near machine precision since the error squares (R stops when the log-likelihood gains less than 1e-9 of itself), or where
 * the likelihood stands still and a coefficient runs away.
 */
export function maximise(
  evaluate: (beta: Float64Array) => Derivatives,
  initial: Float64Array,
  { short = SHORT, floor = 0 }: { readonly short?: number; readonly floor?: number } = {},
): Maximum {
  const p = initial.length;
  let beta = initial;
  let at = evaluate(beta);
  let factors = factor(at.information, p, floor);
  const start = { at, factors };
  let drifting = 0;
  let lastLong: Float64Array | undefined;
  for (let iteration = 1; iteration <= MOST; iteration++) {
    const step = solveFactored(factors, at.score);
    const length = Math.sqrt(Math.max(0, dot(step, at.score)));
    const next = climb(evaluate, beta, step, at);
    const gained = next.at.logLik - at.logLik;
    const largest = step.reduce((most, move) => Math.max(most, Math.abs(move)), 0);
    const still = Math.abs(gained) <= STILL * Math.abs(start.at.logLik) + 1e-12;
    beta = next.beta;
    at = next.at;
    if (still && largest > MOVING) drifting++;
    if (largest > MOVING) lastLong = step;
    if (drifting > LONG_ENOUGH || (iteration === MOST && largest > MOVING))
      return { beta, at, factors, start, iterations: iteration, drift: step };
    factors = factor(at.information, p, floor);
    // Where the information has died away altogether no step is left to be seen, and the last long one tells the direction.
    const drift = factors.rank < start.factors.rank ? lastLong : undefined;
    if (length <= short || next.stuck) return { beta, at, factors, start, iterations: iteration, drift };
  }
  return { beta, at, factors, start, iterations: MOST, drift: undefined };
}

/** The step, halved until the likelihood does not fall. */
function climb(evaluate: (beta: Float64Array) => Derivatives, beta: Float64Array, step: Float64Array, at: Derivatives) {
  const slack = 1e-12 * Math.abs(at.logLik);
  for (let part = 1; part > 1e-10; part /= 2) {
    const tried = beta.map((value, j) => value + part * (step[j] as number));
    const found = evaluate(tried);
    if (found.logLik >= at.logLik - slack) return { beta: tried, at: found, stuck: false };
  }
  return { beta, at, stuck: true };
}

const dot = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);
