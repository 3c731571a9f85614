import type { CnoProtocol } from "@osteon/cno";
import type { Chart } from "./chart.ts";
import { within } from "./closest.ts";
import { lineVisits } from "./line-visits.ts";
import { linesOf } from "./lines.ts";
import { type VisitSign, visitSigns } from "./visit-signs.ts";

export type RelapseEvent = {
  readonly patient_no: number;
  readonly relapse_ordinal: number;
  readonly relapse_epoch_day: number;
  readonly relapse_visit_no: number;
  readonly relapse_imaging_no: number | null;
  readonly remission_visit_no: number;
};

/** The MRI with a new lesion that belongs to a visit; of several the one entered first. */
export function newLesionAt(visit: VisitSign, chart: Chart, protocol: CnoProtocol): number | null {
  for (const { imaging_no, imaged_epoch_day, modality } of chart.imaging) {
    const isMri = modality === "whole_body_mri" || modality === "regional_mri";
    if (!isMri || !within(imaged_epoch_day - visit.visited_epoch_day, protocol.rules.relapseImaging.window)) continue;
    if (chart.lesion_observation.some((seen) => seen.imaging_no === imaging_no && seen.state === "new"))
      return imaging_no;
  }
  return null;
}

/** Walks through the visits in order and remembers whether the last one that told anything was a remission. */
export function relapseEvents(chart: Chart, protocol: CnoProtocol): readonly RelapseEvent[] {
  const signs = new Map(visitSigns(chart, protocol).map((sign) => [sign.visit_no, sign]));
  const visits = lineVisits(chart, protocol)
    .filter(({ line_class }) => protocol.groups[line_class]?.entry === "diagnosis")
    .sort((a, b) => a.visited_epoch_day - b.visited_epoch_day || a.visit_no - b.visit_no);
  const events: RelapseEvent[] = [];
  let remission: number | null = null;
  for (const { patient_no, visit_no, visited_epoch_day, state } of visits) {
    const sign = signs.get(visit_no);
    if (sign === undefined) continue;
    const imaging = newLesionAt(sign, chart, protocol);
    if (flares(sign, imaging !== null, protocol)) {
      if (remission !== null) {
        events.push({
          patient_no,
          relapse_ordinal: events.length + 1,
          relapse_epoch_day: visited_epoch_day,
          relapse_visit_no: visit_no,
          relapse_imaging_no: imaging,
          remission_visit_no: remission,
        });
      }
      remission = null;
    } else if (state === "full_remission" || state === "partial_remission") {
      remission = visit_no;
    }
  }
  return events;
}

function flares({ symptomatic, subjective_change }: VisitSign, newLesion: boolean, { rules }: CnoProtocol): boolean {
  const newSymptoms = symptomatic === 1 && subjective_change === "worse";
  switch (rules.relapse.needs) {
    case "symptoms":
      return newSymptoms;
    case "lesion":
      return newLesion;
    case "either":
      return newSymptoms || newLesion;
    case "symptoms-and-lesion":
      return newSymptoms && newLesion;
  }
}

/** The first relapse after the start of each line. */
export function firstRelapses(chart: Chart, protocol: CnoProtocol) {
  const events = relapseEvents(chart, protocol);
  return linesOf(chart, protocol).flatMap(({ patient_no, line_class, start_epoch_day }) => {
    const first = events.find(({ relapse_epoch_day }) => relapse_epoch_day > start_epoch_day);
    if (first === undefined) return [];
    const { relapse_epoch_day, relapse_visit_no } = first;
    return [{ patient_no, line_class, relapse_epoch_day, relapse_visit_no }];
  });
}
