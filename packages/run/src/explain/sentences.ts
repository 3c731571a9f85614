import { OUTCOME_STATES, STATE_REASONS } from "@osteon/cno";
import { comparatorSign } from "@osteon/codebook";
import type { Row } from "@osteon/engine";
import { decimalText } from "@osteon/protocol";
import { type Course, chartRow, nameRow } from "./course.ts";

/** A sentence in English of a code of the rules; the code itself where it has none. */
const said = (words: Readonly<Record<string, { readonly en: string }>>, code: unknown): string =>
  words[String(code)]?.en ?? String(code);

/** What a reason says of a child beyond its words: how far a marker fell. */
const FALLEN: Readonly<Record<string, "crp" | "esr">> = {
  "improved-crp-reduced": "crp",
  "improved-esr-reduced": "esr",
};

/** One time point of one line as a sentence: `month6: partial remission (improved, and CRP fell 16.9 -> 2.1; visit ...)`. */
export function responseSentence(course: Course, row: Row): string {
  const marker = FALLEN[String(row.reason)];
  const reason = `${said(STATE_REASONS, row.reason)}${marker === undefined ? "" : markerFall(course, row, marker)}`;
  const { visit } = course.chart;
  const named = [
    label("visit", nameRow(visit, "visit", row.visit_no, "visited_epoch_day")),
    label("against visit", nameRow(visit, "visit", row.baseline_visit_no, "visited_epoch_day")),
    label("relapse at visit", nameRow(visit, "visit", row.relapse_visit_no, "visited_epoch_day")),
  ].filter((part) => part !== "");
  const evidence = row.visit_no === null && row.relapse_visit_no === null ? "" : `; ${named.join(", ")}`;
  return `${row.time_point}: ${said(OUTCOME_STATES, row.outcome_state)} (${reason}${evidence})`;
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
