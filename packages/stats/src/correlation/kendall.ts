import { normalTwoSided } from "../distributions/tails.ts";
import { type Estimate, estimated, notEstimable, type Provenance } from "../estimate.ts";
import { midRanks, tieTerm } from "../ranks/mid-ranks.ts";
import type { Pair } from "../ranks/spearman.ts";
import { completePairs } from "./complete-pairs.ts";

export interface KendallCorrelation extends Provenance {
  /** Tau-b. */
  readonly tau: Estimate;
  readonly p: Estimate;
  readonly n: number;
  readonly missing: number;
}

/** More pairs than this take too large a table for the exact distribution. */
const MOST_EXACT = 300;

/**
 * Kendall's tau-b: p exactly, where nothing is tied, or by the normal approximation with the variance for ties (Kendall 1970), with
 * or without continuity correction. R: cor.test(x, y, method = "kendall", exact, continuity)
 */
export function kendall(rows: readonly Pair[], how: "exact" | "approximate" | "corrected"): KendallCorrelation {
  const { pairs, n, missing } = completePairs(rows);
  const named = {
    ...{ n, missing },
    method: "Kendall's tau-b",
    convention:
      how === "exact"
        ? "exact p, no ties allowed"
        : `normal approximation, ${how === "corrected" ? "with" : "without"} continuity correction`,
    rCall: `cor.test(x, y, method = "kendall", exact = ${how === "exact" ? "TRUE" : "FALSE"})`,
  };
  const score = concordantLessDiscordant(pairs);
  const [tiedX, tiedY] = [
    tieCounts(pairs.map(({ x, n: count }) => ({ value: x, n: count }))),
    tieCounts(pairs.map(({ y, n: count }) => ({ value: y, n: count }))),
  ];
  const all = (n * (n - 1)) / 2;
  const scale = Math.sqrt((all - tiedX.pairs) * (all - tiedY.pairs));
  if (!(scale > 0)) {
    const none = notEstimable(n < 2 ? "too-few-values" : "no-variation", n);
    return { tau: none, p: none, ...named };
  }
  const tau = estimated(score / scale);
  if (how !== "exact")
    return { tau, p: estimated(normalTwoSided(standardised(score, n, tiedX, tiedY, how === "corrected"))), ...named };
  if (tiedX.pairs + tiedY.pairs > 0) return { tau, p: notEstimable("ties", n), ...named };
  if (n > MOST_EXACT) return { tau, p: notEstimable("too-many-values", n), ...named };
  return { tau, p: estimated(exactP((score + all) / 2, n)), ...named };
}

/**
 * Pairs in one order less those in the other: along x, each value is held against those before it, whose y are kept in a tree of sums
 * (Fenwick, Software Pract Exper 1994;24:327-36). Those that tie in x are added together, after they were held.
 */
function concordantLessDiscordant(pairs: readonly { x: number; y: number; n: number }[]): number {
  const places = new Map([...new Set(pairs.map(({ y }) => y))].sort((a, b) => a - b).map((y, i) => [y, i + 1]));
  const sums = new Float64Array(places.size + 1);
  const upTo = (place: number): number => {
    let sum = 0;
    for (let at = place; at > 0; at -= at & -at) sum += sums[at] as number;
    return sum;
  };
  const add = (place: number, n: number): void => {
    for (let at = place; at < sums.length; at += at & -at) sums[at] = (sums[at] as number) + n;
  };
  const sorted = [...pairs].sort((a, b) => a.x - b.x);
  let [score, before, added] = [0, 0, 0];
  for (const [i, { x, y, n }] of sorted.entries()) {
    for (; added < i && (sorted[added] as (typeof sorted)[number]).x < x; added++) {
      const own = sorted[added] as (typeof sorted)[number];
      add(places.get(own.y) as number, own.n);
      before += own.n;
    }
    const place = places.get(y) as number;
    score += n * (upTo(place - 1) - (before - upTo(place)));
  }
  return score;
}

/** Over groups of t ties: pairs t (t - 1) / 2, and the sums that the variance needs. */
function tieCounts(rows: readonly { readonly value: number; readonly n: number }[]) {
  const ranked = midRanks(rows);
  const sum = (of: (t: number) => number) => ranked.reduce((total, { n }) => total + of(n), 0);
  return {
    pairs: sum((t) => (t * (t - 1)) / 2),
    triples: sum((t) => t * (t - 1) * (t - 2)),
    weighted: sum((t) => t * (t - 1) * (2 * t + 5)),
    cubes: tieTerm(ranked),
  };
}

type Ties = ReturnType<typeof tieCounts>;

function standardised(score: number, n: number, x: Ties, y: Ties, corrected: boolean): number {
  const base = (n * (n - 1) * (2 * n + 5) - x.weighted - y.weighted) / 18;
  const pairs = (2 * x.pairs * 2 * y.pairs) / (2 * n * (n - 1));
  const triples = n > 2 ? (x.triples * y.triples) / (9 * n * (n - 1) * (n - 2)) : 0;
  const kept = corrected ? Math.sign(score) * (Math.abs(score) - 1) : score;
  return kept / Math.sqrt(base + triples + pairs);
}

/** Twice the smaller tail of the number of concordant pairs among all orders of n, built up one element at a time. */
function exactP(concordant: number, n: number): number {
  let chances = [1];
  for (let size = 2; size <= n; size++) {
    const next = new Array<number>((size * (size - 1)) / 2 + 1).fill(0);
    for (const [count, chance] of chances.entries())
      for (let more = 0; more < size; more++) next[count + more] = (next[count + more] as number) + chance / size;
    chances = next;
  }
  const lower = chances.slice(0, concordant + 1).reduce((sum, chance) => sum + chance, 0);
  const upper = chances.slice(concordant).reduce((sum, chance) => sum + chance, 0);
  return Math.min(1, 2 * Math.min(lower, upper));
}
