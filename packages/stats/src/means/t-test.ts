import { mean, standardDeviation } from "../describe/describe.ts";
import { sortedTally } from "../describe/sorted-tally.ts";
import { criticalT, tTwoSided } from "../distributions/tails.ts";
import { type Estimate, estimated, type Interval, notEstimable, type Provenance } from "../estimate.ts";
import type { TwoGroups } from "../ranks/rank-sum-test.ts";

export interface TTest extends Interval, Provenance {
  /** Mean of group 1 minus mean of group 0; the limits are its. */
  readonly difference: Estimate;
  readonly t: Estimate;
  readonly df: Estimate;
  readonly p: Estimate;
  readonly n: readonly [group0: number, group1: number];
  readonly missing: number;
}

/**
 * Two-sample t test of group 1 against group 0, variances `unequal` (Welch) or `equal` (pooled).
 * R: t.test(value[group == 1], value[group == 0], var.equal = variances == "equal", conf.level = level)
 */
export function tTest(rows: readonly TwoGroups[], variances: "unequal" | "equal", level: number): TTest {
  const [other, own] = [sample(rows, 0), sample(rows, 1)];
  const counted = {
    n: [other.n, own.n] as const,
    missing: other.missing + own.missing,
    ...(variances === "equal" ? POOLED : WELCH),
  };
  if (!own.mean.estimable || !other.mean.estimable) return { ...none("one-group", own.n + other.n), ...counted };
  const shift = own.mean.value - other.mean.value;
  const difference = estimated(shift);
  const spread = variances === "equal" ? pooled(own, other) : welch(own, other);
  if (spread === undefined) return { ...none("too-few-values", own.n + other.n), ...counted, difference };
  const largest = Math.max(Math.abs(own.mean.value), Math.abs(other.mean.value));
  if (spread.error <= ROUNDING * largest) return { ...none("no-variation", own.n + other.n), ...counted, difference };
  const t = shift / spread.error;
  const half = criticalT(level, spread.df) * spread.error;
  return {
    difference,
    t: estimated(t),
    df: estimated(spread.df),
    p: estimated(tTwoSided(t, spread.df)),
    lower: estimated(shift - half),
    upper: estimated(shift + half),
    ...counted,
  };
}

/** A standard error this small beside the means is rounding, not variation (R stops there too). */
const ROUNDING = 10 * Number.EPSILON;

interface Sample {
  readonly n: number;
  readonly missing: number;
  readonly mean: Estimate;
  /** SD squared; 0 where there is one value only. */
  readonly variance: number;
}

function sample(rows: readonly TwoGroups[], group: 0 | 1): Sample {
  const tally = sortedTally(rows.filter((row) => row.group === group));
  const sd = standardDeviation(tally);
  const variance = sd.estimable ? sd.value * sd.value : 0;
  return { n: tally.n, missing: tally.missing, mean: mean(tally), variance };
}

interface Spread {
  readonly error: number;
  readonly df: number;
}

/** Needs two values in each group; pooling needs two in one. */
function welch(own: Sample, other: Sample): Spread | undefined {
  if (own.n < 2 || other.n < 2) return undefined;
  const a = own.variance / own.n;
  const b = other.variance / other.n;
  if (a + b === 0) return { error: 0, df: 1 };
  return { error: Math.sqrt(a + b), df: ((a + b) * (a + b)) / ((a * a) / (own.n - 1) + (b * b) / (other.n - 1)) };
}

function pooled(own: Sample, other: Sample): Spread | undefined {
  const df = own.n + other.n - 2;
  if (df < 1) return undefined;
  const variance = ((own.n - 1) * own.variance + (other.n - 1) * other.variance) / df;
  return { error: Math.sqrt(variance * (1 / own.n + 1 / other.n)), df };
}

function none(because: "one-group" | "too-few-values" | "no-variation", n: number) {
  const estimate = notEstimable(because, n);
  return { difference: estimate, t: estimate, df: estimate, p: estimate, lower: estimate, upper: estimate };
}

const WELCH: Provenance = {
  method: "Welch's t test",
  convention: "unequal variances, Satterthwaite's degrees of freedom (R's default)",
  rCall: "t.test(x1, x0)",
};

const POOLED: Provenance = {
  method: "Student's t test",
  convention: "equal variances (SPSS first line)",
  rCall: "t.test(x1, x0, var.equal = TRUE)",
};
