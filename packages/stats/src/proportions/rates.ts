import { betaInverse, gammaInverse } from "../distributions/tails.ts";
import { type Estimate, estimated, type Interval, notEstimable, type Provenance } from "../estimate.ts";
import { requireCount } from "../require-count.ts";
import { binomialTest } from "./binomial-test.ts";

export interface Rate extends Interval, Provenance {
  readonly rate: Estimate;
}

function requireTime(time: number): number {
  if (!(time >= 0 && Number.isFinite(time))) throw new RangeError(`time at risk is from 0 up and finite, got ${time}`);
  return time;
}

/** Events per time at risk, with exact Poisson limits (Garwood 1936). R: poisson.test(events, time)$conf.int */
export function poissonRate(events: number, time: number, level: number): Rate {
  const named = {
    method: "rate with exact Poisson limits",
    convention: "half of 1 - level in each tail",
    rCall: "poisson.test(events, time)",
  };
  if (requireTime(time) === 0) {
    const none = notEstimable("no-values", requireCount(events));
    return { rate: none, lower: none, upper: none, ...named };
  }
  const tail = (1 - level) / 2;
  return {
    rate: estimated(requireCount(events) / time),
    lower: estimated(events === 0 ? 0 : gammaInverse(tail, events) / time),
    upper: estimated(gammaInverse(1 - tail, events + 1) / time),
    ...named,
  };
}

export interface RateRatio extends Interval, Provenance {
  /** First rate over second. */
  readonly ratio: Estimate;
  readonly p: Estimate;
}

/**
 * Ratio of two rates by the exact conditional test: given all events, those of the first are binomial.
 * R: poisson.test(c(events1, events2), c(time1, time2), conf.level = level)
 */
export function poissonRateRatio(
  first: { readonly events: number; readonly time: number },
  second: { readonly events: number; readonly time: number },
  level: number,
): RateRatio {
  const named = {
    method: "rate ratio, exact conditional",
    convention: "limits from Clopper-Pearson's of the share of events, p over all splits no more likely",
    rCall: "poisson.test(c(events1, events2), c(time1, time2))",
  };
  const [x, y] = [requireCount(first.events), requireCount(second.events)];
  if (requireTime(first.time) * requireTime(second.time) === 0 || x + y === 0) {
    const none = notEstimable(x + y === 0 ? "no-events" : "no-values", x + y);
    return { ratio: none, p: none, lower: none, upper: none, ...named };
  }
  const scale = second.time / first.time;
  const tail = (1 - level) / 2;
  const odds = (share: number) => (share / (1 - share)) * scale;
  const infinite = notEstimable("unbounded", x + y);
  return {
    ratio: y === 0 ? infinite : estimated((x / y) * scale),
    p: binomialTest(x, x + y, first.time / (first.time + second.time)).p,
    lower: estimated(x === 0 ? 0 : odds(betaInverse(tail, x, y + 1))),
    upper: y === 0 ? infinite : estimated(odds(betaInverse(1 - tail, x + 1, y))),
    ...named,
  };
}
