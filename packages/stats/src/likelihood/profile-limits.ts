import { criticalNormal } from "../distributions/tails.ts";
import type { Derivatives } from "./derivatives.ts";
import { maximise } from "./newton.ts";

type Evaluate = (beta: Float64Array) => Derivatives;

/** A maximum. */
export interface Top {
  readonly beta: Float64Array;
  readonly logLik: number;
}

/** Where the information is not the second derivative, as under a penalty, steps shrink by a factor only and must become shorter. */
const SHORTER = 1e-11;

/** The maximum over the free places, the others held where they are. */
export function topOf(evaluate: Evaluate, from: Float64Array, free: readonly number[] = [...from.keys()]): Top {
  const p = from.length;
  if (free.length === 0) return { beta: from, logLik: evaluate(from).logLik };
  const whole = (part: Float64Array) => {
    const beta = from.slice();
    for (const [i, j] of free.entries()) beta[j] = part[i] as number;
    return beta;
  };
  const top = maximise(
    (part) => {
      const { logLik, score, information } = evaluate(whole(part));
      return {
        logLik,
        score: Float64Array.from(free, (j) => score[j] as number),
        information: Float64Array.from(free.flatMap((j) => free.map((k) => information[j * p + k] as number))),
      };
    },
    Float64Array.from(free, (j) => from[j] as number),
    SHORTER,
  );
  return { beta: whole(top.beta), logLik: top.at.logLik };
}

export interface ProfileLimits {
  /** Undefined where the likelihood never falls far enough on that side. */
  readonly lower: number | undefined;
  readonly upper: number | undefined;
  /** Likelihood-ratio chi-square against 0. */
  readonly chi2: number;
}

/** Values of one coefficient at which the likelihood, maximised over the others, has fallen by half a chi-square quantile. */
export function profileLimits(evaluate: Evaluate, best: Top, j: number, se: number, level: number): ProfileLimits {
  const others = [...best.beta.keys()].filter((k) => k !== j);
  const held = (value: number): number => {
    const from = best.beta.slice();
    from[j] = value;
    return topOf(evaluate, from, others).logLik;
  };
  const centre = best.beta[j] as number;
  const fall = criticalNormal(level) ** 2 / 2;
  const limit = (sign: 1 | -1): number | undefined => {
    const distance = crossing((away) => best.logLik - held(centre + sign * away) - fall, se);
    return distance === undefined || !Number.isFinite(distance) ? undefined : centre + sign * distance;
  };
  return { lower: limit(-1), upper: limit(1), chi2: Math.max(0, 2 * (best.logLik - held(0))) };
}

/** Where a function that rises from below 0 crosses it: bracketed by doubling, then secants that halve the stale end (Illinois). */
function crossing(of: (distance: number) => number, first: number): number | undefined {
  let [low, atLow] = [0, of(0)];
  let high = 2 * first;
  let atHigh = of(high);
  for (let tries = 0; atHigh < 0; tries++) {
    if (tries > 30) return undefined;
    [low, atLow] = [high, atHigh];
    high *= 2;
    atHigh = of(high);
  }
  for (let step = 0; step < 100; step++) {
    const next = (low * atHigh - high * atLow) / (atHigh - atLow);
    const at = of(next);
    if (Math.abs(at) < 1e-13 || Math.abs(high - low) < 1e-14 * high) return next;
    if (at < 0) {
      [low, atLow] = [next, at];
      atHigh /= 2;
    } else {
      [high, atHigh] = [next, at];
      atLow /= 2;
    }
  }
  return (low + high) / 2;
}
