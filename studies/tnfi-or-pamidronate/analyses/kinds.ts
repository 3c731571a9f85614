import type {
  AssociationAnalysis,
  BreakdownAnalysis,
  ContinuousAnalysis,
  CountAnalysis,
  Leveled,
  ShareAnalysis,
  SurvivalAnalysis,
  Unit,
  Where,
} from "@osteon/protocol";

/** The two drugs, and the months of a drug. */
export const DRUG: Leveled = { column: "line_class", levels: { groups: { inResponse: true } } };
export const MONTH: Leveled = { column: "time_point", levels: "timePoints" };

/** Each child once, in the group of its first drug; who was given both together is in none. */
export const COMPARED: Where = { compared: 1 };

interface Rest {
  readonly from?: string;
  readonly where?: Where;
  readonly by?: readonly Leveled[];
}

const counted = (title: string, { from = "drug_start", where = {}, by }: Rest) => ({
  title,
  says: `${title}.`,
  from,
  where,
  ...(by === undefined ? {} : { by }),
});

export const count = (title: string, rest: Rest = {}): CountAnalysis => ({ kind: "count", ...counted(title, rest) });

/** n of N with 1 in the column, or with one of the values. */
export const share = (
  title: string,
  column: string,
  rest: Rest = {},
  values: ShareAnalysis["values"] = [1],
  unknown: readonly string[] = [],
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

export const association = (
  title: string,
  test: AssociationAnalysis["test"],
  x: string,
  y: string,
  where: Where,
): AssociationAnalysis => ({ kind: "association", test, x, y, ...counted(title, { where }) });

/** Children compared, by the drug that they were given first. */
export const curve = (
  title: string,
  says: string,
  columns: Pick<SurvivalAnalysis, "from" | "time" | "event">,
  unit: Unit,
): SurvivalAnalysis => ({
  kind: "survival",
  title,
  says,
  assumption: true,
  where: COMPARED,
  by: DRUG,
  ...columns,
  ...unit,
  atDays: [183, 365, 730],
  riskAtDays: [0, 183, 365, 548, 730, 1096, 1461],
});
