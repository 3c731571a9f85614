import exp from "@stdlib/math-base-special-exp";
import ln from "@stdlib/math-base-special-ln";
import { mean, standardDeviation } from "../describe/describe.ts";
import { type SortedTally, sortedTally } from "../describe/sorted-tally.ts";
import { normalLower } from "../distributions/tails.ts";
import { type Counted, type Estimate, estimated, notEstimable, type Provenance } from "../estimate.ts";

export interface AndersonDarling extends Provenance {
  /** A squared, before the correction for n. */
  readonly a: Estimate;
  readonly p: Estimate;
  /** From A* = 10 on p is only known to be this small or smaller. */
  readonly atMost: boolean;
  readonly n: number;
  readonly missing: number;
}

/** The formula for p holds from here on. */
const FEWEST = 8;

/**
 * Anderson-Darling test of normality, mean and SD from the sample, for eight values or more. p from A* =
 * A (1 + 0.75/n + 2.25/n^2) (Stephens 1986, in D'Agostino and Stephens, table 4.9). R: nortest::ad.test(x)
 */
export function andersonDarling(rows: readonly Counted[]): AndersonDarling {
  const tally = sortedTally(rows);
  const { n, missing, values } = tally;
  const counted = { n, missing, ...PROVENANCE };
  const none = n < FEWEST ? "too-few-values" : values.length < 2 ? "no-variation" : undefined;
  if (none !== undefined) return { a: notEstimable(none, n), p: notEstimable(none, n), atMost: false, ...counted };
  const a = statistic(tally);
  const corrected = a * (1 + 0.75 / n + 2.25 / (n * n));
  return { a: estimated(a), p: estimated(stephens(corrected)), atMost: corrected >= 10, ...counted };
}

const PROVENANCE: Provenance = {
  method: "Anderson-Darling",
  convention: "mean and SD from the sample, p by Stephens (1986)",
  rCall: "nortest::ad.test(x)",
};

/** Odd numbers 2i - 1 summed over a run of ties are a difference of squares, so each value is visited once. */
function statistic(tally: SortedTally): number {
  const { values, counts, n } = tally;
  const [centre, spread] = [mean(tally), standardDeviation(tally)];
  if (!centre.estimable || !spread.estimable) throw new Error("a sample without variation was asked for");
  let sum = 0;
  let below = 0;
  for (const [i, value] of values.entries()) {
    const after = below + (counts[i] ?? 0);
    const z = (value - centre.value) / spread.value;
    sum += (after - below) * ((after + below) * lnLower(z) + (2 * n - below - after) * lnLower(-z));
    below = after;
  }
  return -n - sum / n;
}

/** ln of the lower normal tail; far out its asymptotic series, where the tail itself underflows. R: pnorm(z, log.p = TRUE) */
function lnLower(z: number): number {
  if (z > -20) return ln(normalLower(z));
  const y = 1 / (z * z);
  const series = 1 - y * (1 - 3 * y * (1 - 5 * y * (1 - 7 * y * (1 - 9 * y))));
  return (-z * z) / 2 - ln(-z) - ln(2 * Math.PI) / 2 + ln(series);
}

function stephens(a: number): number {
  if (a < 0.2) return 1 - exp(-13.436 + 101.14 * a - 223.73 * a * a);
  if (a < 0.34) return 1 - exp(-8.318 + 42.796 * a - 59.938 * a * a);
  if (a < 0.6) return exp(0.9177 - 4.279 * a - 1.38 * a * a);
  return a < 10 ? exp(1.2937 - 5.709 * a + 0.0186 * a * a) : 3.7e-24;
}
