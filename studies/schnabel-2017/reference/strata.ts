import type { Chart } from "../../../packages/cno/reference/chart.ts";
import { lesionPatterns } from "../../../packages/cno/reference/lesions.ts";
import { studyPatient } from "../../../packages/cno/reference/study-patient.ts";
import type { ReadProtocol } from "./read-protocol.ts";

/** Unifocal or multifocal at diagnosis, and the class of presentation. */
export function patientStrata(chart: Chart, protocol: ReadProtocol) {
  const patient = studyPatient(chart, protocol);
  if (patient === undefined) return [];
  const early = lesionPatterns(chart, protocol)[0]?.lesions_at_diagnosis ?? 0;
  return [
    {
      patient_no: patient.patient_no,
      focality: early === 0 ? null : early === 1 ? "unifocal" : "multifocal",
      presentation: presentation(patient.onset_epoch_day, patient.diagnosed_epoch_day, protocol),
    },
  ];
}

function presentation(onset: number | null, diagnosed: number, { rules }: ReadProtocol): string | null {
  if (onset === null) return null;
  if (diagnosed - onset >= rules.presentation.chronicFromDay) return "chronic";
  return diagnosed - onset >= rules.presentation.subacuteFromDay ? "subacute" : "unclassified";
}
