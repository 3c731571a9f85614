import type { Outcomes } from "@osteon/api";

export type HeadlineNumber = Outcomes["headlines"][number];
export type Outcome = Outcomes["outcomes"][number];

/** From the lowest to the highest of some outcomes; nothing where none is estimable. */
export interface Range {
  readonly lowest: number;
  readonly highest: number;
}

export function rangeOf(outcomes: readonly Outcome[]): Range | undefined {
  const values = outcomes.flatMap(({ value }) => (value === null ? [] : [value]));
  return values.length === 0 ? undefined : { lowest: Math.min(...values), highest: Math.max(...values) };
}
