import { criticalNormal } from "../distributions/tails.ts";
import type { Derivatives } from "./derivatives.ts";
import { type Highest, highest } from "./quasi-newton.ts";

type Evaluate = (beta: Float64Array) => Derivatives;

export interface ProfileLimits {
  /** `never` where the likelihood never falls far enough on that side, `lost` where no root was found. */
  readonly lower: number | "never" | "lost";
  readonly upper: number | "never" | "lost";
  /** Likelihood-ratio chi-square against 0; undefined where the maximum at 0 was not found. */
  readonly chi2: number | undefined;
}

/** A limit is shown only where twice the fall of the likelihood is the quantile of chi-square up to this. */
const ROOT = 1e-6;

/**
 * Values of one coefficient at which the likelihood, maximised over the other free ones, has fallen by half a chi-square quantile.
 * Each is checked to be such a value before it is given. R: confint(fit), uniroot over the profile
 */
export function profileLimits(
  evaluate: Evaluate,
  best: { readonly beta: Float64Array; readonly logLik: number },
  j: number,
  { se, level, free }: { readonly se: number; readonly level: number; readonly free: readonly number[] },
): ProfileLimits {
  const others = free.filter((k) => k !== j);
  const centre = best.beta[j] as number;
  const fall = criticalNormal(level) ** 2 / 2;
  const held = (value: number, near: Float64Array): Highest => {
    const from = near.slice();
    from[j] = value;
    const found = highest(evaluate, from, others);
    if (found.converged) return found;
    // Where the others, as they stood beside another value, leave no information the way begins anew at 0.
    const afresh = new Float64Array(from.length);
    afresh[j] = value;
    const again = highest(evaluate, afresh, others);
    return again.converged || again.logLik > found.logLik ? again : found;
  };
  const limit = (sign: 1 | -1): number | "never" | "lost" => {
    const distance = root(
      (away, near) => {
        const at = held(centre + sign * away, near);
        const excess = best.logLik - at.logLik - fall;
        return { at, excess, slope: -sign * (at.score[j] as number) };
      },
      best.beta,
      Math.sqrt(2 * fall) * se,
    );
    return typeof distance === "string" ? distance : centre + sign * distance;
  };
  const none = held(0, best.beta);
  return {
    lower: limit(-1),
    upper: limit(1),
    chi2: none.converged ? Math.max(0, 2 * (best.logLik - none.logLik)) : undefined,
  };
}

interface Tried {
  readonly at: Highest;
  /** Fall of the profile beyond what is looked for, and its slope. */
  readonly excess: number;
  readonly slope: number;
}

/** Where a profile that falls from its maximum has fallen far enough: bracketed by doubling, then Newton's steps that stay inside. */
function root(of: (away: number, near: Float64Array) => Tried, best: Float64Array, first: number) {
  let low = 0;
  let high = first;
  let near = best;
  let tried = of(high, near);
  for (let tries = 0; tried.excess < 0; tries++) {
    if (tries > 40 || !Number.isFinite(tried.excess)) return "never";
    low = high;
    near = tried.at.beta;
    high *= 1.6;
    tried = of(high, near);
  }
  if (!Number.isFinite(high)) return "lost";
  let place = high;
  for (let step = 0; step < 100; step++) {
    const newton = place - tried.excess / tried.slope;
    const inside = newton > low && newton < high;
    const next = inside ? newton : (low + high) / 2;
    if (Math.abs(next - place) <= 1e-13 * Math.abs(next) || Math.abs(tried.excess) < 1e-13) break;
    place = next;
    tried = of(place, tried.at.beta);
    if (tried.excess < 0) low = place;
    else high = place;
  }
  return tried.at.converged && Math.abs(2 * tried.excess) <= ROOT ? place : "lost";
}
