import { type ColumnType, type EpochDay, parsePartialDate } from "@osteon/codebook";
import type { Protocol, Window } from "./protocol.ts";

/** A table that SQL models join, so that they need no templating. */
export interface ProtocolTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** The protocol as tables `protocol_cohort`, `protocol_time_point`, `protocol_line`, `protocol_score_item` and `protocol_rule` (one row). */
export function protocolTables(protocol: Protocol): readonly ProtocolTable[] {
  return [
    cohortTable(protocol),
    timePointTable(protocol),
    lineTable(protocol),
    scoreTable(protocol),
    ruleTable(protocol),
  ];
}

function cohortTable({ cohorts }: Protocol): ProtocolTable {
  return table(
    "protocol_cohort",
    "cohort VARCHAR, first_epoch_day INTEGER, last_epoch_day INTEGER",
    Object.values(cohorts).map(({ cohort, diagnosed: [from, to] }) => [cohort, dayOf(from), dayOf(to)]),
  );
}

function timePointTable({ timePoints }: Protocol): ProtocolTable {
  return table(
    "protocol_time_point",
    "time_point VARCHAR, sort_order INTEGER, target_day INTEGER, first_day INTEGER, last_day INTEGER, carries SMALLINT",
    Object.entries(timePoints).map(
      (
        [
          name,
          {
            targetDay,
            window: [first, last],
            carries,
          },
        ],
        index,
      ) => [name, index, targetDay, first, last, flag(carries)],
    ),
  );
}

function lineTable({ lines }: Protocol): ProtocolTable {
  return table(
    "protocol_line",
    `line_class VARCHAR, sort_order INTEGER, step INTEGER, in_response SMALLINT, alone_only SMALLINT,
     imaging_first_day INTEGER, imaging_last_day INTEGER, imaging_target_day INTEGER, whole_body_only SMALLINT`,
    Object.entries(lines).map(([lineClass, { step, inResponse, aloneOnly, radiology }], index) => [
      lineClass,
      index,
      step,
      flag(inResponse),
      flag(aloneOnly),
      radiology.window[0],
      radiology.window[1],
      radiology.targetDay,
      flag(radiology.wholeBodyOnly),
    ]),
  );
}

function scoreTable({ score }: Protocol): ProtocolTable {
  const rows = Object.entries(score.items).map(([item, { points }]) => [item, points]);
  return table("protocol_score_item", "item VARCHAR, points INTEGER", rows);
}

function ruleTable({ rules }: Protocol): ProtocolTable {
  const { needs } = rules.relapse;
  const values: Readonly<Record<string, number | string>> = {
    tie_sign: rules.visitTie.tie === "earlier" ? 1 : -1,
    ...span("baseline", rules.baseline.window),
    concomitant_within_days: rules.concomitant.withinDays,
    after_escalation: rules.escalation.counts,
    fever_above_cel_x10: Math.round(rules.fever.aboveCel * 10),
    crp_above_x1000: Math.round(rules.markers.crpAboveMgPerL * 1000),
    esr_above_x1000: Math.round(rules.markers.esrAboveMmPerH * 1000),
    relapse_by_symptoms: flag(needs === "symptoms" || needs === "either"),
    relapse_by_lesion: flag(needs === "lesion" || needs === "either"),
    ...span("relapse_imaging", rules.relapseImaging.window),
    relapse_clock: rules.relapseClock.zero,
    ...span("diagnosis_imaging", rules.diagnosisImaging.window),
    ...span("one_year_imaging", rules.oneYearImaging.window),
    one_year_imaging_target_day: rules.oneYearImaging.targetDay,
    subacute_from_day: rules.presentation.subacuteFromDay,
    chronic_from_day: rules.presentation.chronicFromDay,
    antibiotic_split_epoch_day: dayOf(rules.antibioticEra.splitAt),
  };
  const columns = Object.entries(values).map(
    ([name, value]) => `${name} ${typeof value === "string" ? "VARCHAR" : "INTEGER"}`,
  );
  return table("protocol_rule", columns.join(", "), [Object.values(values)]);
}

function span(name: string, [first, last]: Window): Record<string, number> {
  return { [`${name}_first_day`]: first, [`${name}_last_day`]: last };
}

const flag = (value: boolean): number => (value ? 1 : 0);

function dayOf(iso: string): EpochDay {
  const parsed = parsePartialDate(iso);
  if (parsed?.precision !== "day") throw new Error(`a protocol's dates are whole days, not ${iso}`);
  return parsed.first;
}

function table(name: string, columns: string, rows: ProtocolTable["rows"]): ProtocolTable {
  const parsed = columns.split(",").map((column) => {
    const [columnName = "", type = ""] = column.trim().split(/\s+/);
    return { name: columnName, type: type as ColumnType };
  });
  return { name, columns: parsed, rows };
}
