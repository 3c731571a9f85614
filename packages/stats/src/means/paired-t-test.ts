import { mean, standardDeviation } from "../describe/describe.ts";
import { sortedTally } from "../describe/sorted-tally.ts";
import { criticalT, tTwoSided } from "../distributions/tails.ts";
import { type Counted, type Estimate, estimated, type Interval, notEstimable, type Provenance } from "../estimate.ts";
import type { Pair } from "../ranks/spearman.ts";

export interface OneSampleT extends Interval, Provenance {
  /** Mean of the values, or of the differences; the limits are its. */
  readonly mean: Estimate;
  readonly t: Estimate;
  readonly df: number;
  readonly p: Estimate;
  readonly n: number;
  readonly missing: number;
}

/** t test of a mean against a value. R: t.test(x, mu = against, conf.level = level) */
export function oneSampleTTest(rows: readonly Counted[], against: number, level: number): OneSampleT {
  const tally = sortedTally(rows);
  const centre = mean(tally);
  const sd = standardDeviation(tally);
  const named = {
    df: Math.max(0, tally.n - 1),
    n: tally.n,
    missing: tally.missing,
    method: "one-sample t test",
    convention: `two-sided, against ${against}`,
    rCall: `t.test(x, mu = ${against})`,
  };
  if (!centre.estimable || !sd.estimable) {
    const lost = sd.estimable ? centre : sd;
    return { mean: centre, t: lost, p: lost, lower: lost, upper: lost, ...named };
  }
  const error = sd.value / Math.sqrt(tally.n);
  if (error <= 10 * Number.EPSILON * Math.abs(centre.value)) {
    const lost = notEstimable("no-variation", tally.n);
    return { mean: centre, t: lost, p: lost, lower: lost, upper: lost, ...named };
  }
  const t = (centre.value - against) / error;
  const half = criticalT(level, named.df) * error;
  return {
    mean: centre,
    t: estimated(t),
    p: estimated(tTwoSided(t, named.df)),
    lower: estimated(centre.value - half),
    upper: estimated(centre.value + half),
    ...named,
  };
}

/** t test of the differences x - y. R: t.test(x, y, paired = TRUE, conf.level = level) */
export function pairedTTest(rows: readonly Pair[], level: number): OneSampleT {
  const differences = rows.map(({ x, y, n }) => ({
    value: x === null || y === null ? null : x - y,
    n,
  }));
  return {
    ...oneSampleTTest(differences, 0, level),
    method: "paired t test",
    convention: "two-sided, x less y",
    rCall: "t.test(x, y, paired = TRUE)",
  };
}
