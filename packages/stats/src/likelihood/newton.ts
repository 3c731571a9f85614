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
  /**
   * How far the last step of each place moves the row that it moves most, while the likelihood stands still: it has no maximum along
   * it.
   */
  readonly drift: Float64Array | undefined;
}

/** A last step this short, in standard errors, leaves an error of its square: exact second derivatives stop there. */
const SHORT = 1e-6;
/** A likelihood that gains no more than this, in units of what it was at the start, stands still. */
const STILL = 1e-9;
/** Where a step still moves the linear predictor of some row by this much the coefficient does not settle. */
const MOVING = 0.05;
/** After so many such steps the information along it has died away far enough to be told from what stays. */
const LONG_ENOUGH = 5;
const MOST = 60;

/** What steps and pivots are measured by. */
export interface Scale {
  /**
   * How far a step of 1 of each place moves the row that it moves most, 1 where nothing is said: a covariate that few rows have lies
   * far from its mean there.
   */
  readonly reach: Float64Array;
  /** A pivot of the information up to this is rounding. */
  readonly floor?: number;
}

/**
 * Newton's method with halved steps where the likelihood falls. It stops after a step shorter than 1e-6 standard errors, which
 * is near machine precision since the error squares (R stops when the log-likelihood gains less than 1e-9 of itself), or where
 * the likelihood stands still and a coefficient runs away: as its information dies its steps are short in such errors too.
 */
export function maximise(
  evaluate: (beta: Float64Array) => Derivatives,
  initial: Float64Array,
  { reach, floor = 0 }: Scale,
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
    const moved = step.map((move, j) => move * (reach[j] ?? 1));
    const largest = moved.reduce((most, move) => Math.max(most, Math.abs(move)), 0);
    const still = Math.abs(gained) <= STILL * Math.abs(start.at.logLik) + 1e-12;
    beta = next.beta;
    at = next.at;
    if (still && largest > MOVING) drifting++;
    if (largest > MOVING) lastLong = moved;
    if (drifting > LONG_ENOUGH || (iteration === MOST && largest > MOVING))
      return { beta, at, factors, start, iterations: iteration, drift: moved };
    factors = factor(at.information, p, floor);
    // Where the information has died away altogether no step is left to be seen, and the last long one tells the direction.
    const drift = factors.rank < start.factors.rank ? lastLong : undefined;
    if ((length <= SHORT && largest <= MOVING) || next.stuck)
      return { beta, at, factors, start, iterations: iteration, drift };
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
