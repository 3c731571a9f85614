import type {
  BreakdownAnalysis,
  ContinuousAnalysis,
  CountAnalysis,
  Leveled,
  ShareAnalysis,
  Unit,
  Where,
} from "@osteon/protocol";

/** The plans, and the months of a plan. */
export const PLAN: Leveled = { column: "line_class", levels: { groups: { inResponse: true } } };
export const MONTH: Leveled = { column: "time_point", levels: "timePoints" };

/** Who counts: all who were given the drug of a plan, or those of them who fulfil its conditions. */
export const ELIGIBLE: Where = { eligibility: "eligible" };

interface Rest {
  readonly from?: string;
  readonly where?: Where;
  readonly by?: readonly Leveled[];
}

const counted = (title: string, { from = "plan_profile", where = {}, by }: Rest) => ({
  title,
  says: `${title}.`,
  from,
  where,
  ...(by === undefined ? {} : { by }),
});

export const count = (title: string, rest: Rest = {}): CountAnalysis => ({ kind: "count", ...counted(title, rest) });

export const share = (
  title: string,
  column: string,
  values: ShareAnalysis["values"],
  { unknown = [], ...rest }: Rest & { readonly unknown?: readonly string[] } = {},
): ShareAnalysis => ({ kind: "share", column, values, unknown, ...counted(title, rest) });

export const continuous = (title: string, column: string, unit: Unit, rest: Rest = {}): ContinuousAnalysis => ({
  kind: "continuous",
  column,
  chosenBy: { test: "shapiro-wilk", alpha: 0.05 },
  ...unit,
  ...counted(title, rest),
});

export const breakdown = (
  title: string,
  column: string,
  levels: readonly string[],
  rest: Rest = {},
): BreakdownAnalysis => ({ kind: "breakdown", column, levels, ...counted(title, rest), by: rest.by ?? [] });
