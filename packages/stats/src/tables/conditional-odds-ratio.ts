import exp from "@stdlib/math-base-special-exp";
import ln from "@stdlib/math-base-special-ln";
import { type Estimate, estimated, type Interval, notEstimable, type Provenance } from "../estimate.ts";
import { type FirstCell, firstCell } from "./hypergeometric.ts";
import { requiredTotal, type TwoByTwo } from "./two-by-two.ts";

export interface ConditionalOddsRatio extends Interval, Provenance {
  readonly value: Estimate;
}

/**
 * Odds ratio by conditional maximum likelihood with exact limits: the margins are held, so it is nearer to 1 than a d / b c.
 * Found to machine precision, where R stops its root finder at about 1e-4.
 * R: fisher.test(m, conf.level = level)$estimate, $conf.int
 */
export function conditionalOddsRatio(table: TwoByTwo, level: number): ConditionalOddsRatio {
  const n = requiredTotal(table);
  const { a, b, c, d } = table;
  if ((a + b) * (c + d) * (a + c) * (b + d) === 0) {
    const none = notEstimable("empty-margin", n);
    return { value: none, lower: none, upper: none, ...PROVENANCE };
  }
  const cells = firstCell(table);
  const highest = cells.lowest + cells.weights.length - 1;
  const tail = (1 - level) / 2;
  const root = (of: (logOdds: number) => number): Estimate => estimated(exp(rising(of)));
  const infinite = notEstimable("unbounded", n);
  const bottom = a === cells.lowest;
  const top = a === highest;
  return {
    value: bottom ? estimated(0) : top ? infinite : root((logOdds) => moments(cells, logOdds, a).mean - a),
    lower: bottom ? estimated(0) : root((logOdds) => moments(cells, logOdds, a).upper - tail),
    upper: top ? infinite : root((logOdds) => tail - moments(cells, logOdds, a).lower),
    ...PROVENANCE,
  };
}

const PROVENANCE: Provenance = {
  method: "conditional maximum likelihood odds ratio with exact limits",
  convention: "each limit leaves half of 1 - level in its tail (not the inversion of the two-sided p)",
  rCall: "fisher.test(m)$estimate; fisher.test(m)$conf.int",
};

/** Mean of the first cell and both tails from `a` on, at an odds ratio. */
function moments({ lowest, weights }: FirstCell, logOdds: number, a: number) {
  const logs = weights.map((weight, i) => (weight === 0 ? Number.NEGATIVE_INFINITY : ln(weight) + i * logOdds));
  const largest = logs.reduce((max, log) => Math.max(max, log), Number.NEGATIVE_INFINITY);
  let total = 0;
  let sum = 0;
  let lower = 0;
  let upper = 0;
  for (const [i, log] of logs.entries()) {
    const share = exp(log - largest);
    total += share;
    sum += share * (lowest + i);
    if (lowest + i <= a) lower += share;
    if (lowest + i >= a) upper += share;
  }
  return { mean: sum / total, lower: lower / total, upper: upper / total };
}

/** Root of a rising function of the log odds ratio, halved until the ends are neighbours. */
function rising(of: (logOdds: number) => number): number {
  let low = -1;
  let high = 1;
  while (of(low) > 0 && low > -700) low *= 2;
  while (of(high) < 0 && high < 700) high *= 2;
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (of(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
