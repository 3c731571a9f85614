import type {
  Adjustment,
  ComparisonFamily,
  ConfidenceType,
  CoxTies,
  Estimate,
  Reason,
  RecurrentModel,
  TimeDistribution,
} from "@osteon/stats";
import type { RESIDUAL_KINDS } from "../choices.ts";

/** How the curves and the regression are made. */
export interface SurvivalChoices {
  readonly confType: ConfidenceType;
  readonly level: number;
  readonly ties: CoxTies;
  readonly times: readonly number[];
  readonly rmst: number | undefined;
  /** How much each time counts in the comparison of the groups. */
  readonly family: ComparisonFamily;
  readonly trend: boolean;
  /** Every two groups, p adjusted for their number. */
  readonly pairwise: Adjustment | undefined;
  readonly hazard: boolean;
  readonly meanNumber: boolean;
  readonly recurrent: RecurrentModel | undefined;
  readonly mostEvents: number | undefined;
  readonly aft: TimeDistribution | undefined;
  readonly baseline: boolean;
  readonly residuals: ResidualKind | undefined;
}

export type ResidualKind = (typeof RESIDUAL_KINDS)[number];

/** A number, or null where it is not estimable. */
export const orNull = (estimate: Estimate): number | null => (estimate.estimable ? estimate.value : null);

/** Numbers by name, null where there is none, and then why. */
export type Shown<Name extends string> = Readonly<Record<Name, number | null>> & {
  readonly because?: Readonly<Partial<Record<Name, Reason>>>;
};

export function shownNumbers<Name extends string>(estimates: Readonly<Record<Name, Estimate>>): Shown<Name> {
  const entries = Object.entries(estimates) as [Name, Estimate][];
  const lost = entries.flatMap(([name, estimate]) => (estimate.estimable ? [] : [[name, estimate.because]]));
  return {
    ...(Object.fromEntries(entries.map(([name, estimate]) => [name, orNull(estimate)])) as Record<Name, number | null>),
    ...(lost.length > 0 && { because: Object.fromEntries(lost) as Partial<Record<Name, Reason>> }),
  };
}
