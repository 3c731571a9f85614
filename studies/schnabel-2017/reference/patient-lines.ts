import type { Chart } from "../../../packages/cno/reference/chart.ts";
import { patientImagings } from "../../../packages/cno/reference/imaging.ts";
import { lesionPatterns } from "../../../packages/cno/reference/lesions.ts";
import { type Line, linesOf, opens } from "../../../packages/cno/reference/lines.ts";
import { patientManifestations } from "../../../packages/cno/reference/manifestations.ts";
import { type StudyPatient, studyPatient } from "../../../packages/cno/reference/study-patient.ts";
import type { ReadProtocol } from "./read-protocol.ts";

const CLASSES = ["nsaid", "steroid", "dmard", "tnf_inhibitor", "bisphosphonate", "antibiotic"] as const;

/** Which lines a patient was given, and for how long. */
export function patientLines(chart: Chart, protocol: ReadProtocol) {
  const patient = studyPatient(chart, protocol);
  if (patient === undefined) return [];
  const lines = linesOf(chart, protocol);
  const given = lines.filter(({ entry }) => entry === "drug");
  const isOpen = given.some(({ stop_known }) => stop_known === 0);
  const ends = given.map((line) => endOf(line, patient));
  const starts = given.map(({ start_epoch_day }) => start_epoch_day);
  const has = (line_class: string) => Number(lines.some((line) => line.line_class === line_class));
  return [
    {
      patient_no: patient.patient_no,
      ...(Object.fromEntries(CLASSES.map((line_class) => [line_class, has(line_class)])) as Record<
        (typeof CLASSES)[number],
        number
      >),
      response_groups: given.filter(({ in_response }) => in_response === 1).length,
      line_days: isOpen ? null : given.reduce((sum, line) => sum + endOf(line, patient) - line.start_epoch_day, 0),
      treated_days: given.length === 0 || isOpen ? null : Math.max(...ends) - Math.min(...starts),
    },
  ];
}

const endOf = ({ stop_epoch_day }: Line, { last_contact_epoch_day }: StudyPatient): number =>
  stop_epoch_day ?? last_contact_epoch_day;

/** How long each line lasted, how long the disease had lasted before, and who received it. */
export function lineProfiles(chart: Chart, protocol: ReadProtocol) {
  const patient = studyPatient(chart, protocol);
  if (patient === undefined) return [];
  const pattern = lesionPatterns(chart, protocol)[0];
  const isImaged = (patientImagings(chart, protocol)[0]?.imagings_at_diagnosis ?? 0) > 0;
  const noted = patientManifestations(chart)[0];
  const effectUnder = (lineClass: string) =>
    chart.adverse_effect.some((effect) =>
      chart.treatment.some((given) => {
        const entry = protocol.groups[lineClass]?.entry ?? "diagnosis";
        return given.treatment_no === effect.treatment_no && opens(entry, given);
      }),
    );
  return linesOf(chart, protocol).map((line) => ({
    patient_no: line.patient_no,
    line_class: line.line_class,
    cohort: line.cohort,
    in_response: line.in_response,
    concomitant: line.concomitant,
    exposure_days: line.stop_known === 0 ? null : endOf(line, patient) - line.start_epoch_day,
    disease_days_before: patient.onset_epoch_day === null ? null : line.start_epoch_day - patient.onset_epoch_day,
    start_day: line.start_epoch_day - patient.diagnosed_epoch_day,
    escalated: Number(line.escalated_epoch_day !== null),
    adverse_effect: Number(effectUnder(line.line_class)),
    sex: patient.sex,
    vertebral_at_diagnosis: isImaged ? (pattern?.vertebral_at_diagnosis ?? 0) : null,
    multifocal: pattern === undefined ? null : Number(pattern.lesion_count > 1),
    vertebral_fracture: noted?.vertebral_fracture ?? 0,
    arthritis: noted?.arthritis ?? 0,
    arthritis_or_bowel_disease: Number(noted?.arthritis === 1 || noted?.inflammatory_bowel_disease === 1),
  }));
}
