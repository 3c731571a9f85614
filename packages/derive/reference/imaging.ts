import type { Chart, Imaging } from "./chart.ts";
import { closest, within } from "./closest.ts";
import { imagingFindings, lesionPlaces } from "./lesions.ts";
import { linesOf } from "./lines.ts";
import type { ReadProtocol } from "./read-protocol.ts";
import { responses } from "./response.ts";
import { studyPatient } from "./study-patient.ts";

const isMri = ({ modality }: Imaging): boolean => modality === "whole_body_mri" || modality === "regional_mri";
const IMAGING = { dayOf: (entry: Imaging) => entry.imaged_epoch_day, noOf: (entry: Imaging) => entry.imaging_no };

/** What was done around diagnosis, and what the spine shows a year later. */
export function patientImagings(chart: Chart, protocol: ReadProtocol) {
  const patient = studyPatient(chart, protocol);
  if (patient === undefined) return [];
  const since = ({ imaged_epoch_day }: Imaging) => imaged_epoch_day - patient.diagnosed_epoch_day;
  const around = chart.imaging.filter((entry) => within(since(entry), protocol.rules.diagnosisImaging.window));
  const has = (modality: string) => Number(around.some((entry) => entry.modality === modality));
  const sclerosis = imagingFindings(chart)
    .filter(({ imaging_no }) => around.some((entry) => entry.imaging_no === imaging_no))
    .flatMap(({ marginal_sclerosis }) => (marginal_sclerosis === null ? [] : [marginal_sclerosis]));
  return [
    {
      patient_no: patient.patient_no,
      imagings_at_diagnosis: around.length,
      whole_body_mri_at_diagnosis: has("whole_body_mri"),
      regional_mri_at_diagnosis: has("regional_mri"),
      marginal_sclerosis: sclerosis.length === 0 ? null : Math.max(...sclerosis),
      vertebral_active_after_one_year: spineAfterOneYear(chart, patient.diagnosed_epoch_day, protocol),
    },
  ];
}

/** The MRI in the window closest to one year, among those that looked at a vertebral lesion. */
function spineAfterOneYear(chart: Chart, diagnosed: number, protocol: ReadProtocol): number | null {
  const { window, targetDay } = protocol.rules.oneYearImaging;
  const spine = new Set(
    lesionPlaces(chart, protocol)
      .filter(({ region }) => region === "spine")
      .map(({ lesion_no }) => lesion_no),
  );
  const seenOn = (entry: Imaging) =>
    chart.lesion_observation.filter(
      ({ imaging_no, lesion_no }) => imaging_no === entry.imaging_no && spine.has(lesion_no),
    );
  const fit = chart.imaging.filter(
    (entry) => isMri(entry) && within(entry.imaged_epoch_day - diagnosed, window) && seenOn(entry).length > 0,
  );
  const chosen = closest(fit, IMAGING, diagnosed + targetDay, protocol);
  if (chosen === undefined) return null;
  return Number(seenOn(chosen).some(({ state }) => ["new", "active", "remaining"].includes(state)));
}

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
