import exp from "@stdlib/math-base-special-exp";
import { type SortedTally, sortedTally } from "../describe/sorted-tally.ts";
import { normalLower } from "../distributions/tails.ts";
import { type Counted, type Estimate, estimated, notEstimable } from "../estimate.ts";
import type { Alternative } from "./alternative.ts";
import { kolmogorovExactUpper, kolmogorovOneSidedUpper } from "./kolmogorov-exact.ts";
import { type DistanceTest, kolmogorovUpper } from "./kolmogorov-smirnov.ts";

/** `as R` is exact for fewer than 100 values without ties, else asymptotic. */
export type DistanceP = "exact" | "asymptotic" | "as R";

/** The normal curve a sample is held against, known beforehand and not taken from that sample. */
export interface NormalCurve {
  readonly mean: number;
  readonly sd: number;
}

/** Above this size the matrix of the exact distribution takes too long. */
const LARGEST_EXACT = 5000;

/**
 * One-sample Kolmogorov-Smirnov test against a given normal curve. With ties the distance is right and the exact p too small
 * or too large, so `exact` is then not estimable. `greater`: the sample's distribution function lies above the curve's.
 * R: ks.test(x, "pnorm", mean, sd, alternative = , exact = )
 */
export function kolmogorovSmirnovAgainst(
  rows: readonly Counted[],
  curve: NormalCurve,
  side: Alternative,
  p: DistanceP,
): DistanceTest {
  if (!(curve.sd > 0 && curve.sd < Infinity)) throw new RangeError(`the SD of the curve is above 0, got ${curve.sd}`);
  if (!Number.isFinite(curve.mean)) throw new RangeError(`the mean of the curve is a finite number, got ${curve.mean}`);
  const tally = sortedTally(rows);
  const { n, missing, values } = tally;
  const exact = p === "exact" || (p === "as R" && n < 100 && values.length === n);
  const counted = { n, missing, ...provenance(exact, side) };
  if (n === 0) return { d: notEstimable("no-values", 0), p: notEstimable("no-values", 0), ...counted };
  const d = distanceFrom(tally, curve, side);
  return {
    d: estimated(d),
    p: exact ? exactP(tally, d, side) : estimated(limitP(d, n, side)),
    ...counted,
  };
}

function exactP({ n, values }: SortedTally, d: number, side: Alternative): Estimate {
  if (values.length < n) return notEstimable("ties", n);
  if (n > LARGEST_EXACT) return notEstimable("too-many-values", n);
  return estimated(side === "two-sided" ? kolmogorovExactUpper(d, n) : kolmogorovOneSidedUpper(d, n));
}

/** Tail of the limiting distribution. */
function limitP(d: number, n: number, side: Alternative): number {
  return side === "two-sided" ? kolmogorovUpper(Math.sqrt(n) * d) : exp(-2 * n * d * d);
}

function distanceFrom({ values, counts, n }: SortedTally, { mean, sd }: NormalCurve, side: Alternative): number {
  let above = 0;
  let under = 0;
  let below = 0;
  for (const [i, value] of values.entries()) {
    const expected = normalLower((value - mean) / sd);
    const after = below + (counts[i] ?? 0);
    above = Math.max(above, after / n - expected);
    under = Math.max(under, expected - below / n);
    below = after;
  }
  return side === "greater" ? above : side === "less" ? under : Math.max(above, under);
}

function provenance(exact: boolean, side: Alternative) {
  return {
    method: "Kolmogorov-Smirnov against a given normal curve",
    convention: exact
      ? `${side}, exact p (Marsaglia, Tsang and Wang 2003; one-sided Birnbaum and Tingey 1951)`
      : `${side}, p from the limiting distribution`,
    rCall: `ks.test(x, "pnorm", mean, sd, alternative = "${side === "two-sided" ? "two.sided" : side}", exact = ${exact ? "TRUE" : "FALSE"})`,
  };
}
