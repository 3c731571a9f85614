import type {
  AssociationAnalysis,
  BreakdownAnalysis,
  ContinuousAnalysis,
  CountAnalysis,
  Leveled,
  ShareAnalysis,
  Unit,
  Where,
} from "@osteon/protocol";

/** The children of Table 1. */
export const CNO: Where = { cohort: "cno" };

export const WEEKS: Unit = { unit: "weeks", divisor: 7, decimals: 0 };
export const thousandths = (unit: string, decimals: number): Unit => ({ unit, divisor: 1000, decimals });
export const hundredths = (unit: string, decimals: number): Unit => ({ unit, divisor: 100, decimals });

type Rest = { readonly from?: string; readonly where?: Where; readonly says?: string };

const counted = (title: string, { from = "patient_profile", where = {}, says = `${title}.` }: Rest) => ({
  title,
  says,
  from,
  where: { ...CNO, ...where },
});

export const continuous = (title: string, column: string, unit: Unit, rest: Rest = {}): ContinuousAnalysis => ({
  kind: "continuous",
  column,
  chosenBy: { test: "kolmogorov-smirnov", alpha: 0.05 },
  ...unit,
  ...counted(title, rest),
});

export const count = (title: string, rest: Rest = {}): CountAnalysis => ({ kind: "count", ...counted(title, rest) });

export const share = (title: string, column: string, rest: Rest = {}): ShareAnalysis => ({
  kind: "share",
  column,
  values: [1],
  unknown: [],
  ...counted(title, rest),
});

export const breakdown = (
  title: string,
  column: string,
  levels: readonly string[],
  by: readonly Leveled[] = [],
  rest: Rest = {},
): BreakdownAnalysis => ({ kind: "breakdown", column, levels, by, ...counted(title, rest) });

export const association = (
  title: string,
  test: AssociationAnalysis["test"],
  x: string,
  y: string,
  rest: Rest = {},
): AssociationAnalysis => ({ kind: "association", test, x, y, ...counted(title, rest) });
