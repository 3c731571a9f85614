import type { Counted } from "../estimate.ts";
import { requireCount, requireFinite } from "../require-count.ts";

/** Two values of one subject, and how often this pair; a null in either makes the pair missing. */
export interface Paired {
  readonly first: number | null;
  readonly second: number | null;
  readonly n: number;
}

export interface Differences {
  /** First minus second, in floating point as R subtracts. */
  readonly rows: readonly (Counted & { readonly value: number })[];
  readonly missing: number;
  /** Largest absolute value before subtraction, beside which rounding is judged. */
  readonly largest: number;
}

export function differences(pairs: readonly Paired[]): Differences {
  const rows: { readonly value: number; readonly n: number }[] = [];
  let missing = 0;
  let largest = 0;
  for (const { first, second, n } of pairs) {
    if (requireCount(n) === 0) continue;
    if (first === null || second === null) {
      missing += n;
      continue;
    }
    largest = Math.max(largest, Math.abs(requireFinite(first)), Math.abs(requireFinite(second)));
    rows.push({ value: first - second, n });
  }
  return { rows, missing, largest };
}
