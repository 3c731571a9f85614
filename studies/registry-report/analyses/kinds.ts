import type {
  BreakdownAnalysis,
  ContinuousAnalysis,
  CountAnalysis,
  Leveled,
  ShareAnalysis,
  Unit,
  Where,
} from "@osteon/protocol";

/** Columns whose levels only charts know. */
export const CENTRE: Leveled = { column: "centre", levels: "found" };
export const DIAGNOSIS_YEAR: Leveled = { column: "diagnosis_year", levels: "found" };
export const ENROLMENT_YEAR: Leveled = { column: "enrolment_year", levels: "found" };
export const CALENDAR_YEAR: Leveled = { column: "calendar_year", levels: "found" };
/** Classes of drugs: every group but that of all children. */
export const DRUG_CLASS: Leveled = { column: "line_class", levels: { groups: { inResponse: true } } };

interface Rest {
  readonly from?: string;
  readonly where?: Where;
  readonly by?: readonly Leveled[];
  readonly unknown?: readonly string[];
}

const counted = (title: string, { from = "child_profile", where = {}, by }: Rest) => ({
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
  values: readonly (string | number)[] = [1],
): ShareAnalysis => ({ kind: "share", column, values, unknown: rest.unknown ?? [], ...counted(title, rest) });

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
