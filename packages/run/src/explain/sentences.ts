import { comparatorSign } from "@osteon/codebook";
import type { Row } from "@osteon/engine";
import { decimalText } from "@osteon/protocol";
import { type Course, chartRow, nameRow } from "./course.ts";

const STATES: Readonly<Record<string, string>> = {
  full_remission: "full remission",
  partial_remission: "partial remission",
  active: "no remission",
  relapse: "relapse",
  inefficacy: "inefficacy",
  undetermined: "undetermined",
  not_seen: "not seen",
};

/** Why a state was given, by reason code; the chart rows that decided it are named after it. */
const REASONS: Readonly<Record<string, (course: Course, row: Row) => string>> = {
  "no-signs": () => "no pain, no painful site and no sign of inflammation",
  "improved-crp-reduced": (course, row) => `improved, and CRP fell${markerFall(course, row, "crp")}`,
  "improved-esr-reduced": (course, row) => `improved, and ESR fell${markerFall(course, row, "esr")}`,
  "improved-local-signs-reduced": () => "improved, with fewer local signs than at the start",
  "improved-never-inflamed": () => "improved; nothing was inflamed at the start and nothing is now",
  "improved-inflammation-not-reduced": () => "improved, but no inflammatory variable fell",
  "not-improved": () => "the child did not feel better",
  "no-baseline-visit": () => "improved, but no visit at the start to compare with",
  "inflammation-not-recorded": () => "improved, but signs of inflammation were not recorded",
  "marker-limit-only": () => "of a marker no more than a limit is known, which leaves it open",
  "change-not-recorded": () => "how the child felt was not recorded",
  "relapsed-since-start": () => "a relapse since the start",
  "escalated-or-stopped-for-inefficacy": () => "treatment was escalated, or stopped for inefficacy",
  "follow-up-ended": () => "follow-up ended before",
  "no-visit-in-window": () => "no visit in the window",
};

/** One time point of one line as a sentence: `month6: partial remission (improved, and CRP fell 16.9 -> 2.1; visit ...)`. */
export function responseSentence(course: Course, row: Row): string {
  const reason = REASONS[String(row.reason)]?.(course, row) ?? String(row.reason);
  const { visit } = course.chart;
  const named = [
    label("visit", nameRow(visit, "visit", row.visit_no, "visited_epoch_day")),
    label("against visit", nameRow(visit, "visit", row.baseline_visit_no, "visited_epoch_day")),
    label("relapse at visit", nameRow(visit, "visit", row.relapse_visit_no, "visited_epoch_day")),
  ].filter((part) => part !== "");
  const evidence = row.visit_no === null && row.relapse_visit_no === null ? "" : `; ${named.join(", ")}`;
  return `${row.time_point}: ${STATES[String(row.outcome_state)] ?? row.outcome_state} (${reason}${evidence})`;
}

const label = (before: string, name: string): string => (name === "" ? "" : `${before} ${name}`);

/** ` from 16.9 to 2.1 mg/L (L-012 to L-034)`, from the results read at both visits. */
function markerFall({ chart: { laboratory } }: Course, row: Row, marker: "crp" | "esr"): string {
  const before = laboratory.find((result) => result.visit_no === row.baseline_visit_no && result.analyte === marker);
  const after = chartRow(laboratory, "laboratory", row[`${marker}_laboratory_no`]);
  if (before === undefined || after === undefined) return "";
  const value = (result: Row) =>
    `${comparatorSign(result.comparator)}${decimalText(Number(result.value_x1000) / 1000, 1)}`;
  const unit = marker === "crp" ? "mg/L" : "mm/h";
  return ` from ${value(before)} to ${value(after)} ${unit} (${before.laboratory}, ${after.laboratory})`;
}

/** The relapses of a child, each with the visit, the MRI and the remission before it. */
export function relapseSentence({ chart: { visit, imaging } }: Course, row: Row): string {
  const at = nameRow(visit, "visit", row.relapse_visit_no, "visited_epoch_day");
  const mri = nameRow(imaging, "imaging", row.relapse_imaging_no, "imaged_epoch_day");
  const remission = nameRow(visit, "visit", row.remission_visit_no, "visited_epoch_day");
  return `relapse ${row.relapse_ordinal}: visit ${at}${mri === "" ? "" : `, new lesion on ${mri}`}, after remission at ${remission}`;
}
