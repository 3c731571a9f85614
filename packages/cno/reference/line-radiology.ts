import type { CnoProtocol } from "@osteon/cno";
import type { Group, Stated, Window } from "@osteon/protocol";
import type { Chart, Imaging } from "./chart.ts";
import { closest, within } from "./closest.ts";
import { imagingFindings } from "./lesions.ts";
import { linesOf } from "./lines.ts";

/** Groups that say which MRI shows their radiological response. */
export interface RadiologyGroups {
  readonly groups: Readonly<
    Record<
      string,
      Group & {
        readonly radiology: Stated & {
          readonly window: Window;
          readonly targetDay: number;
          readonly wholeBodyOnly: boolean;
        };
      }
    >
  >;
}

export const isMri = ({ modality }: Imaging): boolean => modality === "whole_body_mri" || modality === "regional_mri";
export const IMAGING = {
  dayOf: (entry: Imaging) => entry.imaged_epoch_day,
  noOf: (entry: Imaging) => entry.imaging_no,
};

/** The MRI that its group reads for the radiological response of each line, and what it shows. */
export function lineRadiologies(chart: Chart, protocol: CnoProtocol & RadiologyGroups) {
  const findings = imagingFindings(chart);
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
      imaging_no: chosen?.imaging_no ?? null,
      day: chosen === undefined ? null : chosen.imaged_epoch_day - line.start_epoch_day,
      outcome_radiological: radiologicalState(chosen, finding),
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
