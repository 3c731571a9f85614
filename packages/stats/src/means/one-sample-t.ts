import { mean, standardDeviation } from "../describe/describe.ts";
import { type SortedTally, sortedTally } from "../describe/sorted-tally.ts";
import { criticalT, tTwoSided } from "../distributions/tails.ts";
import { type Counted, type Estimate, estimated, type Interval, notEstimable, type Provenance } from "../estimate.ts";
import { requireFinite } from "../require-count.ts";
import { differences, type Paired } from "./paired.ts";

export interface OneSampleT extends Interval, Provenance {
  /** The mean, or the mean difference of pairs; the limits are its. */
  readonly mean: Estimate;
  readonly sd: Estimate;
  readonly t: Estimate;
  readonly df: Estimate;
  readonly p: Estimate;
  readonly n: number;
  readonly missing: number;
}

/**
 * One-sample t test of the mean against `expected`, two-sided (Student 1908). R: t.test(x, mu = expected, conf.level = level)
 */
export function oneSampleTTest(rows: readonly Counted[], expected: number, level: number): OneSampleT {
  return { ...against(sortedTally(rows), requireFinite(expected), level), ...ONE_SAMPLE };
}

/**
 * Paired t test of first minus second, two-sided. A pair with a null is missing.
 * R: t.test(first, second, paired = TRUE, conf.level = level)
 */
export function pairedTTest(rows: readonly Paired[], level: number): OneSampleT {
  const { rows: shifts, missing, largest } = differences(rows);
  return { ...against({ ...sortedTally(shifts), missing }, 0, level, largest), ...PAIRED };
}

/** A standard error this small beside the values is rounding, not variation (R stops there too). */
const ROUNDING = 10 * Number.EPSILON;

function against(tally: SortedTally, expected: number, level: number, largest = 0): Omit<OneSampleT, keyof Provenance> {
  const { n, missing, values } = tally;
  const [centre, sd] = [mean(tally), standardDeviation(tally)];
  const counted = { mean: centre, sd, n, missing };
  const critical = criticalT(level, Math.max(1, n - 1));
  const size = Math.max(largest, Math.abs(values[0] ?? 0), Math.abs(values.at(-1) ?? 0));
  if (!centre.estimable || !sd.estimable) return { ...counted, ...none(sd) };
  const error = sd.value / Math.sqrt(n);
  if (values.length < 2 || error <= ROUNDING * size) return { ...counted, ...none(notEstimable("no-variation", n)) };
  const t = (centre.value - expected) / error;
  return {
    ...counted,
    t: estimated(t),
    df: estimated(n - 1),
    p: estimated(tTwoSided(t, n - 1)),
    lower: estimated(centre.value - critical * error),
    upper: estimated(centre.value + critical * error),
  };
}

const none = (reason: Estimate) => ({ t: reason, df: reason, p: reason, lower: reason, upper: reason });

const ONE_SAMPLE: Provenance = {
  method: "one-sample t test",
  convention: "SD with n - 1, two-sided",
  rCall: "t.test(x, mu = expected, conf.level = level)",
};

const PAIRED: Provenance = {
  method: "paired t test",
  convention: "of first minus second, SD with n - 1, two-sided",
  rCall: "t.test(first, second, paired = TRUE, conf.level = level)",
};
