import type { Estimate } from "@osteon/stats";
import { orNull } from "../survival/survival-choices.ts";

/** A test as it is shown: what it is called, its statistic, degrees of freedom where it has any, p. */
export interface ShownTest {
  /** As `--test` names it. */
  readonly test: string;
  readonly method: string;
  readonly statistic: string;
  readonly value: number | null;
  readonly df: readonly (number | null)[];
  readonly p: number | null;
  readonly because?: string;
}

/** What a test found, before it has its name. */
export type Found = Omit<ShownTest, "test">;

export function shown(
  method: string,
  statistic: string,
  value: Estimate,
  df: readonly (Estimate | number)[],
  p: Estimate,
): Found {
  const why = p.estimable ? {} : { because: p.because };
  const free = df.map((own) => (typeof own === "number" ? own : orNull(own)));
  return { method, statistic, value: orNull(value), df: free, p: orNull(p), ...why };
}
