import type { Adjustment, ComparisonFamily, CoxTies, RecurrentModel, TimeDistribution } from "@osteon/stats";
import type { CURVE_LIMITS } from "../choices.ts";
import type { SharedAsked } from "../shared-asked.ts";
import type { ResidualKind, SurvivalChoices } from "./survival-choices.ts";
import type { SurvivalNames } from "./survival-names.ts";

/** What is asked of rows of follow-up. */
export interface SurvivalAsked extends SurvivalNames, SharedAsked {
  readonly ties: CoxTies;
  readonly confType: (typeof CURVE_LIMITS)[number];
  readonly level: number;
  readonly times?: readonly number[];
  readonly rmst?: number;
  readonly test?: ComparisonFamily;
  readonly trend?: true;
  readonly pairwise?: Adjustment;
  readonly hazard?: true;
  readonly meanNumber?: true;
  readonly recurrent?: RecurrentModel;
  readonly mostEvents?: number;
  readonly aft?: TimeDistribution;
  readonly baseline?: true;
  readonly residuals?: ResidualKind;
  readonly interval?: string;
  /** Under the axis of the figure. */
  readonly timeLabel?: string;
  /** Whether the curves are to be drawn. */
  readonly figure?: true;
}

export const choicesOf = (asked: SurvivalAsked): SurvivalChoices => ({
  confType: asked.confType === "arcsin" ? "arcsine" : asked.confType,
  level: asked.level,
  ties: asked.ties,
  times: asked.times ?? [],
  rmst: asked.rmst,
  family: asked.test ?? { family: "log-rank" },
  trend: asked.trend === true,
  pairwise: asked.pairwise,
  hazard: asked.hazard === true,
  meanNumber: asked.meanNumber === true,
  recurrent: asked.recurrent,
  mostEvents: asked.mostEvents,
  aft: asked.aft,
  baseline: asked.baseline === true,
  residuals: asked.residuals,
});
