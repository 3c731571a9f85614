import exp from "@stdlib/math-base-special-exp";
import { sortedTally } from "../describe/sorted-tally.ts";
import { type Estimate, estimated, notEstimable, type Provenance } from "../estimate.ts";
import type { TwoGroups } from "../ranks/rank-sum-test.ts";
import type { Alternative } from "./alternative.ts";
import { kolmogorovUpper } from "./kolmogorov-smirnov.ts";

export interface TwoSampleDistance extends Provenance {
  readonly d: Estimate;
  readonly p: Estimate;
  readonly n: readonly [group0: number, group1: number];
  readonly missing: number;
}

/** Paths through this many places are counted. */
const MOST = 10_000_000;

/**
 * Two-sample Kolmogorov-Smirnov test: the largest distance of two distribution functions. `greater`: that of group 1 lies above, so its
 * values lie below. `exact` counts the orders of the pooled
 * sample that come as far, given its ties (Schroeer and Trenkler 1995); `asymptotic` is Smirnov's limit.
 * R: ks.test(x1, x0, alternative = side, exact = p == "exact")
 */
export function kolmogorovSmirnovTwoSample(
  rows: readonly TwoGroups[],
  side: Alternative,
  p: "exact" | "asymptotic",
): TwoSampleDistance {
  const [own, other] = [
    sortedTally(rows.filter(({ group }) => group === 1)),
    sortedTally(rows.filter(({ group }) => group === 0)),
  ];
  const [m, k] = [own.n, other.n];
  const counted = {
    n: [k, m] as const,
    missing: own.missing + other.missing,
    method: "two-sample Kolmogorov-Smirnov",
    convention: `${side}, p ${p}${p === "exact" ? " given the ties" : ""}`,
    rCall: `ks.test(x1, x0, alternative = "${side}", exact = ${p === "exact" ? "TRUE" : "FALSE"})`,
  };
  if (m === 0 || k === 0) {
    const lost = notEstimable("one-group", m + k);
    return { d: lost, p: lost, ...counted };
  }
  const steps = pooled(own, other);
  // In units of 1 / (m k), so that equal distances are equal.
  let [above, below, i, j] = [0, 0, 0, 0];
  for (const step of steps) {
    i += step.own;
    j += step.other;
    above = Math.max(above, i * k - j * m);
    below = Math.max(below, j * m - i * k);
  }
  const reached = side === "greater" ? above : side === "less" ? below : Math.max(above, below);
  const d = reached / (m * k);
  if (p === "exact" && m * k > MOST) return { d: estimated(d), p: notEstimable("too-many-values", m + k), ...counted };
  const z = Math.sqrt((m * k) / (m + k)) * d;
  const limit = side === "two-sided" ? kolmogorovUpper(z) : exp(-2 * z * z);
  return {
    d: estimated(d),
    p: estimated(p === "exact" ? pathsReaching(steps, m, k, reached, side) : Math.min(1, limit)),
    ...counted,
  };
}

interface Pooled {
  readonly own: number;
  readonly other: number;
}

/** Distinct values of both, ascending, and how many of each have them. */
function pooled(own: ReturnType<typeof sortedTally>, other: ReturnType<typeof sortedTally>): readonly Pooled[] {
  const counts = new Map<number, { own: number; other: number }>();
  for (const [which, tally] of [
    ["own", own],
    ["other", other],
  ] as const)
    for (const [place, value] of tally.values.entries()) {
      const at = counts.get(value) ?? { own: 0, other: 0 };
      at[which] += tally.counts[place] as number;
      counts.set(value, at);
    }
  return [...counts.entries()].sort(([a], [b]) => a - b).map(([, at]) => at);
}

/** Share of all orders of m and k values that reach the distance where a group of ties ends: summed, never subtracted. */
function pathsReaching(steps: readonly Pooled[], m: number, k: number, reached: number, side: Alternative): number {
  const ends = new Uint8Array(m + k + 1);
  let passed = 0;
  for (const { own, other } of steps) {
    passed += own + other;
    ends[passed] = 1;
  }
  const far = (i: number, j: number) => {
    const above = i * k - j * m;
    return side === "greater" ? above >= reached : side === "less" ? -above >= reached : Math.abs(above) >= reached;
  };
  let row = new Float64Array(k + 1);
  for (let i = 0; i <= m; i++) {
    const next = new Float64Array(k + 1);
    for (let j = 0; j <= k; j++) {
      if (ends[i + j] === 1 && far(i, j)) next[j] = 1;
      else if (i + j > 0)
        next[j] = ((i > 0 ? i * (row[j] as number) : 0) + (j > 0 ? j * (next[j - 1] as number) : 0)) / (i + j);
    }
    row = next;
  }
  return Math.min(1, row[k] as number);
}
