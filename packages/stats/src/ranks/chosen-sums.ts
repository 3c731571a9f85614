import type { Ranked } from "./mid-ranks.ts";

/** Ranks are halves at most, so twice a rank is whole. */
const twice = (rank: number): number => Math.round(2 * rank);

/**
 * Chance of each doubled sum of the mid-ranks of m of the n values, all choices being equally likely: entry s is that of a sum of
 * s / 2. Ties come in groups of equal ranks, from which 0, 1, ... are chosen (Streitberg and Roehmel 1986).
 */
export function chosenSums(ranked: readonly Ranked[], m: number): Float64Array {
  const highest = ranked.reduce((sum, { rank, n }) => sum + twice(rank) * n, 0);
  let chances = Array.from({ length: m + 1 }, () => new Float64Array(highest + 1));
  (chances[0] as Float64Array)[0] = 1;
  let passed = 0;
  for (const { rank, n } of ranked)
    for (let copy = 0; copy < n; copy++) {
      passed++;
      chances = oneMore(chances, twice(rank), passed, m);
    }
  return chances[m] ?? new Float64Array(1);
}

/** Of `passed` values k are chosen: the last among them with chance k / passed. Only sums of positive numbers. */
function oneMore(
  chances: readonly Float64Array[],
  score: number,
  passed: number,
  m: number,
): Float64Array<ArrayBuffer>[] {
  return chances.map((without, k) => {
    const share = k / passed;
    const next = new Float64Array(without.length);
    if (k > passed || k > m) return next;
    const fewer = chances[k - 1];
    for (let sum = 0; sum < next.length; sum++) {
      const left = passed > k ? (1 - share) * (without[sum] as number) : 0;
      const taken = fewer !== undefined && sum >= score ? share * (fewer[sum - score] as number) : 0;
      next[sum] = left + taken;
    }
    return next;
  });
}

/** Chance of each doubled sum of the ranks that fall on one side, each with chance one half. */
export function signedSums(ranked: readonly Ranked[]): Float64Array {
  const highest = ranked.reduce((sum, { rank, n }) => sum + twice(rank) * n, 0);
  let chances = new Float64Array(highest + 1);
  chances[0] = 1;
  for (const { rank, n } of ranked)
    for (let copy = 0; copy < n; copy++) {
      const score = twice(rank);
      chances = chances.map((chance, sum) => (chance + (sum >= score ? (chances[sum - score] as number) : 0)) / 2);
    }
  return chances;
}

/** Chance of a doubled sum at least as far from the middle of a symmetric span, or from a mean, as the one observed. */
export function asFarFrom(chances: Float64Array, mean: number, observed: number): number {
  const distance = Math.abs(observed - mean) - 1e-9;
  return Math.min(
    1,
    chances.reduce((sum, chance, at) => (Math.abs(at - mean) >= distance ? sum + chance : sum), 0),
  );
}

/** The lowest sum with at least this chance below or at it. */
export function lowestWith(chances: ArrayLike<number>, chance: number): number {
  let sum = 0;
  for (let at = 0; at < chances.length; at++) {
    sum += chances[at] as number;
    if (sum >= chance * (1 - 1e-12)) return at;
  }
  return chances.length - 1;
}
