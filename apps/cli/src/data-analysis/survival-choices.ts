import type { ConfidenceType, CoxTies, Estimate } from "@osteon/stats";

/** What the user of `osteon survival` chose. */
export interface SurvivalChoices {
  readonly confType: ConfidenceType;
  readonly level: number;
  readonly ties: CoxTies;
  readonly times: readonly number[];
  readonly rmst: number | undefined;
}

/** A number, or null where it is not estimable. */
export const orNull = (estimate: Estimate): number | null => (estimate.estimable ? estimate.value : null);
