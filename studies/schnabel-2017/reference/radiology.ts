import type { Chart, Imaging } from "../../../packages/cno/reference/chart.ts";
import { closest, within } from "../../../packages/cno/reference/closest.ts";
import { imagingFindings } from "../../../packages/cno/reference/lesions.ts";
import { linesOf } from "../../../packages/cno/reference/lines.ts";
import { responses } from "../../../packages/cno/reference/response.ts";
import type { ReadProtocol } from "./read-protocol.ts";

export const isMri = ({ modality }: Imaging): boolean => modality === "whole_body_mri" || modality === "regional_mri";
export const IMAGING = {
  dayOf: (entry: Imaging) => entry.imaged_epoch_day,
  noOf: (entry: Imaging) => entry.imaging_no,
};

/** The MRI that shows the radiological response of each line, and what it shows. */
export function radiologies(chart: Chart, protocol: ReadProtocol) {
  const findings = imagingFindings(chart);
  const states = responses(chart, protocol).filter(({ time_point }) => time_point === "month12");
  return linesOf(chart, protocol).map((line) => {
    const rule = Object.entries(protocol.groups).find(([name]) => name === line.line_class)?.[1].radiology;
    if (rule === undefined) throw new Error(`the protocol has no line ${line.line_class}`);
    const fit = chart.imaging.filter(
      (entry) =>
        (rule.wholeBodyOnly ? entry.modality === "whole_body_mri" : isMri(entry)) &&
        within(entry.imaged_epoch_day - line.start_epoch_day, rule.window),
    );
    const chosen = closest(fit, IMAGING, line.start_epoch_day + rule.targetDay, protocol);
    const finding = findings.find(({ imaging_no }) => imaging_no === chosen?.imaging_no);
    return {
      patient_no: line.patient_no,
      line_class: line.line_class,
      cohort: line.cohort,
      in_response: line.in_response,
      imaging_no: chosen?.imaging_no ?? null,
      day: chosen === undefined ? null : chosen.imaged_epoch_day - line.start_epoch_day,
      outcome_radiological: radiologicalState(chosen, finding),
      clinical_state_month12: states.find(({ line_class }) => line_class === line.line_class)?.outcome_state ?? null,
      escalated_day: line.escalated_epoch_day === null ? null : line.escalated_epoch_day - line.start_epoch_day,
      new_lesion_observation_no: finding?.new_lesion_observation_no ?? null,
    };
  });
}

function radiologicalState(
  chosen: Imaging | undefined,
  finding: { readonly new_count: number; readonly active_count: number } | undefined,
): string {
  if (chosen === undefined) return "no_mri";
  if (finding === undefined) return "no_visible_lesion";
  if (finding.new_count > 0) return "new_lesion";
  return finding.active_count > 0 ? "remaining_activity" : "no_visible_lesion";
}
