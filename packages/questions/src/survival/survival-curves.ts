import {
  type Estimate,
  type EventTables,
  eventTables,
  type FollowUpColumns,
  type GroupedColumns,
  type KaplanMeier,
  kaplanMeierByGroup,
  medianFollowUp,
  subjectCurves,
} from "@osteon/stats";
import { Refusal } from "../refusal.ts";
import type { SurvivalChoices } from "./survival-choices.ts";
import type { SurvivalVariables } from "./survival-variables.ts";

export interface GroupCurve {
  readonly group: string;
  readonly curve: KaplanMeier;
  /** Rows of the file, where --id makes several of them one subject. */
  readonly rows?: number;
  readonly robust?: boolean;
  /** By the reverse curve; not given where several rows are one subject or weights are not whole. */
  readonly followUp?: Estimate | undefined;
}

export interface Curves {
  readonly curves: readonly GroupCurve[];
  readonly missing: number;
  readonly mergedTimes: number;
  /** Subjects two rows of whom share some time. */
  readonly overlapping: number;
  /** Whether somebody has more than one event. */
  readonly repeated: boolean;
  readonly tables: EventTables | undefined;
}

/** One curve for each group, in the order asked for; with --id the rows of a subject are one. */
export function curvesOf(variables: SurvivalVariables, choices: SurvivalChoices): Curves {
  const { id, groupOrder, fractional, start } = variables;
  const columns = columnsOf(variables);
  const { confType, level } = choices;
  if (id !== undefined) {
    const found = subjectCurves({ ...columns, id }, confType, level);
    const repeated = found.curves.some(({ robust }) => robust);
    return { ...found, curves: inOrder(found.curves, groupOrder), repeated, tables: undefined };
  }
  const tables = eventTables(columns);
  // The robust variance of rows that enter late is made of the rows themselves.
  const made = fractional && start !== undefined ? columns : tables;
  const curves = kaplanMeierByGroup(made, undefined, confType, level, fractional ? "robust" : "greenwood");
  const { missing, mergedTimes } = tables;
  const followed = curves.map((own) => ({
    ...own,
    followUp: fractional ? undefined : medianFollowUp(ofGroup(columns, own.group)),
  }));
  return { curves: inOrder(followed, groupOrder), missing, mergedTimes, overlapping: 0, repeated: false, tables };
}

/** A Refusal where there is nobody to be analysed. */
export function requireSome(curves: readonly { readonly n?: number; readonly curve?: KaplanMeier }[]): void {
  if (curves.every(({ n, curve }) => (curve?.n ?? n ?? 0) === 0))
    throw new Refusal(
      "data",
      "No row can be analysed: each is missing its time, its event or its group, or stands for nobody.",
    );
}

/** The columns that curves and comparisons are made of. */
export function columnsOf({ time, event, start, group, count, weight }: SurvivalVariables) {
  return {
    ...{ time, event },
    ...(start && { start }),
    ...(group && { group }),
    ...(count && { n: count }),
    ...(weight && { weight }),
  };
}

/** The rows of one group alone. */
export function ofGroup(
  { group, ...columns }: Partial<GroupedColumns> & FollowUpColumns,
  name: string,
): FollowUpColumns {
  if (group === undefined) return columns;
  const rows = Array.from({ length: group.length }, (_, row) => row).filter((row) => String(group[row]) === name);
  const picked = Object.entries(columns).map(([key, values]) => [key, rows.map((row) => values[row])]);
  return Object.fromEntries(picked) as FollowUpColumns;
}

/** In the order asked for, those of a group in theirs. */
export function inOrder<One extends { readonly group: string }>(
  curves: readonly One[],
  order: readonly string[] | undefined,
) {
  if (order === undefined) return curves;
  return [...curves].sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group));
}
