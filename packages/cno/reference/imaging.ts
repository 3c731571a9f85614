import type { CnoProtocol } from "@osteon/cno";
import type { Chart, Imaging } from "./chart.ts";
import { within } from "./closest.ts";
import { imagingFindings } from "./lesions.ts";
import { studyPatient } from "./study-patient.ts";

/** What was done around diagnosis. */
export function patientImagings(chart: Chart, protocol: CnoProtocol) {
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
    },
  ];
}
