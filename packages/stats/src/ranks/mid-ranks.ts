import { requireCount, requireFinite } from "../require-count.ts";

/** A value, how often, and the mean rank it shares with its ties. */
export interface Ranked {
  readonly value: number;
  readonly n: number;
  readonly rank: number;
}

/** Mid-ranks of a tally. R: rank(x) */
export function midRanks(rows: readonly { readonly value: number; readonly n: number }[]): readonly Ranked[] {
  const counts = new Map<number, number>();
  for (const { value, n } of rows) {
    const key = requireFinite(value);
    counts.set(key, (counts.get(key) ?? 0) + requireCount(n));
  }
  let passed = 0;
  return [...counts.entries()]
    .filter(([, n]) => n > 0)
    .sort(([x], [y]) => x - y)
    .map(([value, n]) => {
      const rank = passed + (n + 1) / 2;
      passed += n;
      return { value, n, rank };
    });
}

/** Sum of t^3 - t over groups of ties, by which ties shrink a rank variance. */
export function tieTerm(ranked: readonly Ranked[]): number {
  return ranked.reduce((sum, { n }) => sum + n * (n - 1) * (n + 1), 0);
}
