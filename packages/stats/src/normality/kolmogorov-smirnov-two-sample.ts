import type { Alternative } from "../describe/alternative.ts";
import { type Estimate, estimated, notEstimable, type Provenance } from "../estimate.ts";
import type { TwoGroups } from "../ranks/rank-sum-test.ts";
import { requireCount, requireFinite } from "../require-count.ts";
import { limitP } from "./kolmogorov-smirnov-against.ts";

export interface TwoSampleDistance extends Provenance {
  readonly d: Estimate;
  readonly p: Estimate;
  readonly n: readonly [group0: number, group1: number];
  readonly missing: number;
}

/** Above this product of group sizes the lattice of the exact distribution takes too long. */
const LARGEST_PRODUCT = 25_000_000;

/**
 * Two-sample Kolmogorov-Smirnov test, group 1 against group 0. Exact p counts the orders of the pooled sample, ties allowed
 * (Schroeer and Trenkler 1995, Comput Stat Data Anal 20:185-202). `greater`: the distribution function of group 1 lies above,
 * so its values are smaller. R: ks.test(value[group == 1], value[group == 0], alternative = , exact = )
 */
export function kolmogorovSmirnovTwoSample(
  rows: readonly TwoGroups[],
  alternative: Alternative,
  p: "exact" | "asymptotic",
): TwoSampleDistance {
  const pooled = poolOf(rows);
  const { sizes, missing } = pooled;
  const [k, m] = sizes;
  const counted = { n: sizes, missing, ...provenance(alternative, p) };
  if (m === 0 || k === 0) {
    const none = notEstimable(m + k === 0 ? "no-values" : "one-group", m + k);
    return { d: none, p: none, ...counted };
  }
  const whole = largestDistance(pooled, alternative);
  const d = estimated(whole / (m * k));
  if (p === "asymptotic") {
    return { d, p: estimated(limitP(whole / (m * k), (m * k) / (m + k), alternative)), ...counted };
  }
  if (m * k > LARGEST_PRODUCT) return { d, p: notEstimable("too-many-values", m + k), ...counted };
  return { d, p: estimated(shareAsFar(pooled, whole, alternative)), ...counted };
}

interface Pooled {
  /** Counts of group 0 and group 1 at each distinct value, ascending. */
  readonly counts: readonly (readonly [number, number])[];
  readonly sizes: readonly [number, number];
  readonly missing: number;
}

function poolOf(rows: readonly TwoGroups[]): Pooled {
  const at = new Map<number, [number, number]>();
  const sizes: [number, number] = [0, 0];
  let missing = 0;
  for (const { group, value, n } of rows) {
    if (requireCount(n) === 0) continue;
    if (value === null) {
      missing += n;
      continue;
    }
    const key = requireFinite(value);
    const pair = at.get(key) ?? [0, 0];
    pair[group] += n;
    sizes[group] += n;
    at.set(key, pair);
  }
  const counts = [...at.entries()].sort(([x], [y]) => x - y).map(([, pair]) => pair);
  return { counts, sizes, missing };
}

/** Distance times m k, a whole number: `i` of group 1 and `j` of group 0 lie at or below a value. */
function apart(i: number, j: number, [k, m]: readonly [number, number], alternative: Alternative): number {
  const difference = i * k - j * m;
  return alternative === "two-sided" ? Math.abs(difference) : alternative === "greater" ? difference : -difference;
}

function largestDistance({ counts, sizes }: Pooled, alternative: Alternative): number {
  let [i, j, largest] = [0, 0, 0];
  for (const [other, own] of counts) {
    i += own;
    j += other;
    largest = Math.max(largest, apart(i, j, sizes, alternative));
  }
  return largest;
}

/**
 * Share of the orders whose distance is as large as `whole`, looked at only where a run of ties ends. On the way to (i, j) the
 * last step came from group 1 with probability i / (i + j): only sums of positive numbers, so nothing cancels.
 */
function shareAsFar({ counts, sizes }: Pooled, whole: number, alternative: Alternative): number {
  const [k, m] = sizes;
  if (whole === 0) return 1;
  const ends = new Uint8Array(m + k + 1);
  let passed = 0;
  for (const [other, own] of counts) {
    passed += other + own;
    ends[passed] = 1;
  }
  const share = new Float64Array(k + 1);
  for (let i = 0; i <= m; i++) {
    for (let j = 0; j <= k; j++) {
      const reached = i + j === 0 ? 0 : (i * (share[j] ?? 0) + j * (share[j - 1] ?? 0)) / (i + j);
      share[j] = ends[i + j] === 1 && apart(i, j, sizes, alternative) >= whole ? 1 : reached;
    }
  }
  return share[k] ?? 0;
}

function provenance(alternative: Alternative, p: "exact" | "asymptotic"): Provenance {
  const side = alternative === "two-sided" ? "two.sided" : alternative;
  return {
    method: "two-sample Kolmogorov-Smirnov",
    convention: `${alternative}, ${p === "exact" ? "exact p given the ties" : "p from the limiting distribution"}`,
    rCall: `ks.test(x1, x0, alternative = "${side}", exact = ${p === "exact" ? "TRUE" : "FALSE"})`,
  };
}
