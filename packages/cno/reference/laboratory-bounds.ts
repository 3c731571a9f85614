import type { CnoProtocol } from "@osteon/cno";
import type { Laboratory } from "./chart.ts";

/** The values that a result can have, both ends included, in thousandths; above some limits without end. */
export interface Bounds {
  readonly lowest: number;
  readonly highest: number;
}

/** What a result can be: one value where it was measured, every value on the side of a limit where not; nothing where there is no result. */
export function boundsOf({ value_x1000: value, comparator }: Laboratory): Bounds | undefined {
  if (value === null) return undefined;
  if (comparator === "below") return { lowest: 0, highest: value - 1 };
  if (comparator === "at_most") return { lowest: 0, highest: value };
  if (comparator === "at_least") return { lowest: value, highest: Number.POSITIVE_INFINITY };
  if (comparator === "above") return { lowest: value + 1, highest: Number.POSITIVE_INFINITY };
  return { lowest: value, highest: value };
}

/** Yes or no where all values of a result answer alike. What is asked must turn once at most on the way from the lowest to the highest. */
export function answer(bounds: Bounds | undefined, asked: (value: number) => boolean): number | null {
  if (bounds === undefined) return null;
  const [low, high] = [asked(bounds.lowest), asked(bounds.highest)];
  return low === high ? Number(low) : null;
}

/** What medians and means count of a result. */
export function counted({ value_x1000, comparator }: Laboratory, { rules }: CnoProtocol): number | null {
  return comparator == null || rules.measurementLimit.counts === "at-limit" ? value_x1000 : null;
}

/** An end as SQL gives it: null where there is none. */
export const endOf = (end: number | undefined): number | null =>
  end === undefined || end === Number.POSITIVE_INFINITY ? null : end;
