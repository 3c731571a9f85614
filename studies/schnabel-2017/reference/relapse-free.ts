import type { Chart } from "../../../packages/cno/reference/chart.ts";
import { linesOf } from "../../../packages/cno/reference/lines.ts";
import { relapseEvents } from "../../../packages/cno/reference/relapses.ts";
import { type StudyPatient, studyPatient } from "../../../packages/cno/reference/study-patient.ts";
import type { ReadProtocol } from "./read-protocol.ts";
import { patientStrata } from "./strata.ts";

/** Days from the clock's zero to the first relapse after it, or to the last contact without one. */
export function relapseFree(chart: Chart, protocol: ReadProtocol) {
  const patient = studyPatient(chart, protocol);
  const stratum = patientStrata(chart, protocol)[0];
  if (patient === undefined || stratum === undefined) return [];
  const zero = zeroOf(patient, chart, protocol);
  const relapse = relapseEvents(chart, protocol).find(
    ({ relapse_epoch_day }) => zero !== null && relapse_epoch_day > zero,
  );
  const end = relapse?.relapse_epoch_day ?? patient.last_contact_epoch_day;
  return [
    {
      patient_no: patient.patient_no,
      cohort: patient.cohort,
      zero_epoch_day: zero,
      outcome_day: zero === null || end < zero ? null : end - zero,
      outcome_event: Number(relapse !== undefined),
      reason: reasonOf(zero, end, relapse !== undefined),
      relapse_visit_no: relapse?.relapse_visit_no ?? null,
      relapse_imaging_no: relapse?.relapse_imaging_no ?? null,
      focality: stratum.focality,
      presentation: stratum.presentation,
    },
  ];
}

function reasonOf(zero: number | null, end: number, relapsed: boolean): string {
  if (zero === null) return "no-zero";
  if (relapsed) return "relapsed";
  return end < zero ? "ended-before-zero" : "last-contact";
}

function zeroOf(patient: StudyPatient, chart: Chart, protocol: ReadProtocol): number | null {
  switch (protocol.rules.relapseClock.zero) {
    case "diagnosis":
      return patient.diagnosed_epoch_day;
    case "onset":
      return patient.onset_epoch_day;
    case "first-treatment": {
      const treated = linesOf(chart, protocol).filter(({ entry }) => entry === "drug");
      return treated.length === 0 ? null : Math.min(...treated.map(({ start_epoch_day }) => start_epoch_day));
    }
  }
}
