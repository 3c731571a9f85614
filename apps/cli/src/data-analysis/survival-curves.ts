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
import type { SurvivalChoices } from "./survival-choices.ts";
import type { SurvivalVariables } from "./survival-variables.ts";

export interface GroupCurve {
  readonly group: string;
  readonly curve: KaplanMeier;
  /** Rows of the file, where --id makes several of them one subject. */
  readonly rows?: number;
  readonly robust?: boolean;
  /** By the reverse curve; not given where several rows are one subject. */
  readonly followUp?: Estimate;
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

/** One curve for each group; with --id the rows of a subject are one. */
export function curvesOf(
  { time, event, start, group, id, count }: SurvivalVariables,
  choices: SurvivalChoices,
): Curves {
  const columns = { time, event, ...(start && { start }), ...(group && { group }), ...(count && { n: count }) };
  if (id !== undefined) {
    const found = subjectCurves({ ...columns, id }, choices.confType, choices.level);
    const repeated = found.curves.some(({ robust }) => robust);
    return { ...found, repeated, tables: undefined };
  }
  const tables = eventTables(columns);
  const curves = kaplanMeierByGroup(tables, undefined, choices.confType, choices.level);
  const { missing, mergedTimes } = tables;
  const followed = curves.map((own) => ({ ...own, followUp: followUpOf(columns, own.group) }));
  return { curves: followed, missing, mergedTimes, overlapping: 0, repeated: false, tables };
}

/** Median follow-up of a group: when half would have been censored had nobody had the event. */
function followUpOf({ group, ...columns }: Partial<GroupedColumns> & FollowUpColumns, name: string): Estimate {
  if (group === undefined) return medianFollowUp(columns);
  const rows = Array.from({ length: group.length }, (_, row) => row).filter((row) => String(group[row]) === name);
  const picked = Object.entries(columns).map(([key, values]) => [key, rows.map((row) => values[row])]);
  return medianFollowUp(Object.fromEntries(picked) as FollowUpColumns);
}
