import { baselineVisits } from "../../../packages/cno/reference/baseline-visit.ts";
import type { Chart } from "../../../packages/cno/reference/chart.ts";
import { patientImagings } from "../../../packages/cno/reference/imaging.ts";
import { lesionPatterns } from "../../../packages/cno/reference/lesions.ts";
import { patientManifestations } from "../../../packages/cno/reference/manifestations.ts";
import { baselineMarkers } from "../../../packages/cno/reference/markers.ts";
import { profiles } from "../../../packages/cno/reference/profiles.ts";
import { relapseEvents } from "../../../packages/cno/reference/relapses.ts";
import { dayOf, studyPatient } from "../../../packages/cno/reference/study-patient.ts";
import { patientLines } from "./patient-lines.ts";
import type { ReadProtocol } from "./read-protocol.ts";
import { spinesAfterOneYear } from "./spine-after-one-year.ts";
import { patientStrata } from "./strata.ts";

const NOTED = [
  "arthritis",
  "arthritis_distant",
  "crohn",
  "ulcerative_colitis",
  "inflammatory_bowel_disease",
  "palmoplantar_pustulosis",
  "acne_fulminans",
  "extraosseous",
  "hyperostosis",
  "vertebral_fracture",
  "gibbus",
  "vessel_compression",
  "nerve_involvement",
  "sequela",
] as const;
const SIGNS = [
  "painful_sites",
  "painful_lower_extremity",
  "local_inflammation",
  "loss_of_function",
  "fever",
  "marker_elevated",
  "crp_elevated",
  "esr_elevated",
] as const;
const MARKERS = [
  "leukocytes_x1000",
  "thrombocytes_x1000",
  "neutrophils_x1000",
  "lymphocytes_x1000",
  "monocytes_x1000",
  "crp_x1000",
  "esr_x1000",
  "leukocytosis",
  "thrombocytosis",
  "monocytosis",
  "normal_blood_count",
  "hla_b27_positive",
  "ana_positive",
  "ana_titre_x1000",
] as const;
const LINES = [
  "nsaid",
  "steroid",
  "dmard",
  "tnf_inhibitor",
  "bisphosphonate",
  "antibiotic",
  "response_groups",
  "treated_days",
] as const;

type Cells = Readonly<Record<string, number | string | null>>;

/** Some columns of a row; of a row that does not exist each is `absent`. */
function columns(row: Cells | undefined, names: readonly string[], absent: number | null = null): Cells {
  return Object.fromEntries(names.map((name) => [name, row === undefined ? absent : (row[name] ?? null)]));
}

/** What Table 1 and the predictors need of one patient. */
export function patientProfiles(chart: Chart, protocol: ReadProtocol): readonly Cells[] {
  const patient = studyPatient(chart, protocol);
  const stratum = patientStrata(chart, protocol)[0];
  if (patient === undefined || stratum === undefined) return [];
  const pattern = lesionPatterns(chart, protocol)[0];
  const imaging = patientImagings(chart, protocol)[0];
  const visit = baselineVisits(chart, protocol)[0];
  const noted = patientManifestations(chart)[0];
  const { patient_biopsy: [biopsy] = [], patient_antibiotic: [antibiotic] = [] } = profiles(chart, protocol);
  const relapses = relapseEvents(chart, protocol).length;
  const lesions = pattern?.lesion_count ?? null;
  const sites = visit?.painful_sites ?? null;
  const since = (day: number | null | undefined, zero: number | null) =>
    day == null || zero === null ? null : day - zero;
  const { diagnosed_epoch_day, onset_epoch_day, born_epoch_day } = patient;
  const isNoCrmo = relapses === 0 || lesions === 1 || stratum.presentation === "unclassified";
  return [
    {
      patient_no: patient.patient_no,
      cohort: patient.cohort,
      sex: patient.sex,
      published_before: patient.published_before,
      age_at_onset_days: since(onset_epoch_day, born_epoch_day),
      age_at_diagnosis_days: diagnosed_epoch_day - born_epoch_day,
      delay_days: since(diagnosed_epoch_day, onset_epoch_day),
      follow_up_days: patient.last_contact_epoch_day - diagnosed_epoch_day,
      diagnosed_epoch_day,
      diagnosed_early: Number(diagnosed_epoch_day < dayOf(protocol.rules.antibioticEra.splitAt.date)),
      presentation: stratum.presentation,
      crmo: isNoCrmo ? 0 : lesions === null || stratum.presentation === null ? null : 1,
      relapse_count: relapses,
      relapsed: Number(relapses > 0),
      multifocal_pain: sites === null ? null : Number(sites > 1),
      ...columns(visit, SIGNS),
      ...columns(noted, NOTED, 0),
      arthritis_distant_days: since(noted?.arthritis_distant_epoch_day, onset_epoch_day),
      lesion_count: lesions,
      multifocal_ever: lesions === null ? null : Number(lesions > 1),
      unifocal_at_diagnosis: stratum.focality === null ? null : Number(stratum.focality === "unifocal"),
      vertebral_at_diagnosis: (imaging?.imagings_at_diagnosis ?? 0) > 0 ? (pattern?.vertebral_at_diagnosis ?? 0) : null,
      vertebral_active_after_one_year: spinesAfterOneYear(chart, protocol)[0]?.vertebral_active ?? null,
      whole_body_mri_at_diagnosis: imaging?.whole_body_mri_at_diagnosis ?? null,
      regional_mri_at_diagnosis: imaging?.regional_mri_at_diagnosis ?? null,
      biopsied: Number(biopsy !== undefined),
      chronic_inflammation: biopsy?.chronic_inflammation ?? null,
      ...columns(baselineMarkers(chart, protocol)[0], MARKERS),
      ...columns(patientLines(chart, protocol)[0], LINES),
      intravenous_days: antibiotic?.intravenous_days ?? null,
      oral_days: antibiotic?.oral_days ?? null,
    },
  ];
}
