import type { CnoProtocol } from "@osteon/cno";
import type { Chart } from "./chart.ts";
import { counted } from "./laboratory-bounds.ts";
import { lesionPlaces } from "./lesions.ts";
import { baselineLaboratories } from "./markers.ts";
import { studyPatient } from "./study-patient.ts";

/** Tables that repeat chart rows of a patient of the study beside the patient's cohort. */
export function profiles(chart: Chart, protocol: CnoProtocol) {
  const patient = studyPatient(chart, protocol);
  if (patient === undefined) return {};
  const { cohort } = patient;
  const treatmentOf = (no: number | null) => chart.treatment.find(({ treatment_no }) => treatment_no === no);
  return {
    adverse_effect_profile: chart.adverse_effect.flatMap(
      ({ adverse_effect_no, patient_no, treatment_no, effect, noticed_epoch_day }) => {
        const treatment = treatmentOf(treatment_no);
        if (treatment === undefined) return [];
        const day = noticed_epoch_day === null ? null : noticed_epoch_day - treatment.started_epoch_day;
        return [{ adverse_effect_no, patient_no, cohort, line_class: treatment.drug_class, effect, day }];
      },
    ),
    course_profile: chart.course.flatMap(
      ({ course_no, patient_no, treatment_no, cycle, cycle_day, dose_x100, given_epoch_day }) => {
        const treatment = treatmentOf(treatment_no);
        if (treatment === undefined) return [];
        const day = given_epoch_day - treatment.started_epoch_day;
        return [{ course_no, patient_no, cohort, drug: treatment.drug, cycle, cycle_day, dose_x100, day }];
      },
    ),
    drug_profile: chart.treatment.map(
      ({
        treatment_no,
        patient_no,
        drug,
        drug_class,
        dose_x100,
        dose_unit,
        started_epoch_day,
        stopped_epoch_day,
        stop_reason,
      }) => ({
        treatment_no,
        patient_no,
        cohort,
        drug,
        drug_class,
        dose_x100,
        dose_unit,
        exposure_days: stopped_epoch_day === null ? null : stopped_epoch_day - started_epoch_day,
        stop_reason,
      }),
    ),
    joint_profile: chart.joint.flatMap(({ joint_no, patient_no, manifestation_no, site }) => {
      const manifestation = chart.manifestation.find((candidate) => candidate.manifestation_no === manifestation_no);
      if (manifestation === undefined) return [];
      return [{ joint_no, patient_no, cohort, site, distant_from_lesions: manifestation.distant_from_lesions }];
    }),
    laboratory_profile: baselineLaboratories(chart, protocol).map((row) => ({
      patient_no: row.patient_no,
      analyte: row.analyte,
      cohort,
      laboratory_no: row.laboratory_no,
      value_x1000: counted(row, protocol),
      lower_limit_x1000: row.lower_limit_x1000,
      upper_limit_x1000: row.upper_limit_x1000,
    })),
    lesion_profile: lesionPlaces(chart, protocol),
    sequela_profile: chart.sequela.map(({ sequela_no, patient_no, kind, bone }) => ({
      sequela_no,
      patient_no,
      cohort,
      kind,
      bone,
    })),
    patient_biopsy: biopsies(chart),
    patient_antibiotic: antibiotics(chart),
  };
}

function biopsies({ patient, biopsy }: Chart) {
  if (biopsy.length === 0) return [];
  const findings = biopsy.map(({ finding }) => finding);
  const known = findings.includes(null) ? null : 0;
  return [
    { patient_no: patient.patient_no, chronic_inflammation: findings.includes("chronic_inflammation") ? 1 : known },
  ];
}

function antibiotics({ patient, antibiotic }: Chart) {
  if (antibiotic.length === 0) return [];
  const days = (route: string) => {
    const courses = antibiotic.filter((given) => given.route === route);
    if (courses.length === 0 || courses.some((given) => given.stopped_epoch_day === null)) return null;
    return courses.reduce(
      (sum, { started_epoch_day, stopped_epoch_day }) => sum + (stopped_epoch_day ?? 0) - started_epoch_day,
      0,
    );
  };
  return [{ patient_no: patient.patient_no, intravenous_days: days("intravenous"), oral_days: days("oral") }];
}
