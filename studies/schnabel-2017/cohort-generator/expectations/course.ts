import { CNO, children, count, type Expectation, MONTHS, NUMBER, spread, YEARS } from "./expectation.ts";

const DISTANT = `${CNO} AND arthritis_distant = 1`;
const RELAPSE_FREE = "relapse_free WHERE cohort = 'cno'";
const LESIONS = "lesion_profile WHERE cohort = 'cno'";
const JOINTS = "joint_profile WHERE distant_from_lesions = 1";

const survival = (
  says: string,
  statistic: Expectation["statistic"],
  divisor: number,
  decimals: number,
  expected: string,
): Expectation => ({
  says,
  sql: `SELECT outcome_day AS value, outcome_event AS event FROM ${RELAPSE_FREE}`,
  statistic,
  divisor,
  decimals,
  expected,
});

/** Manifestations, lesions, imaging, follow-up and relapse. */
export const COURSE: readonly Expectation[] = [
  children("arthritis", "arthritis = 1", 20),
  children("distant arthritis", "arthritis_distant = 1", 7),
  ...spread("distant arthritis after onset, years", "arthritis_distant_days", DISTANT, YEARS, {
    median: "4.9",
    minimum: "2.2",
    maximum: "6.8",
  }),
  ...spread("delay of the seven, months", "delay_days", DISTANT, { ...MONTHS, decimals: 1 }, { median: "6.5" }),
  ...spread("delay of the seven, months", "delay_days", DISTANT, MONTHS, { minimum: "3", maximum: "60" }),
  ...spread("lesions of the seven", "lesion_count", DISTANT, NUMBER, { mean: "13", sd: "4" }),
  ...spread("treatment of the seven, years", "treated_days", DISTANT, YEARS, {
    median: "5.9",
    minimum: "2.3",
    maximum: "7.3",
  }),
  children("the seven have CRMO", "arthritis_distant = 1 AND crmo = 1", 7),
  count("distant arthritis: sacroiliac", `${JOINTS} AND site = 'sacroiliac'`, 3),
  count("distant arthritis: temporomandibular", `${JOINTS} AND site = 'temporomandibular'`, 3),
  count("distant arthritis: knee", `${JOINTS} AND site = 'knee'`, 3),
  count("distant arthritis: ankle", `${JOINTS} AND site = 'ankle'`, 2),
  count("distant arthritis: hip", `${JOINTS} AND site = 'hip'`, 1),
  count("distant arthritis: atlanto-axial", `${JOINTS} AND site = 'atlanto_axial'`, 1),
  children("bowel disease", "inflammatory_bowel_disease = 1", 6),
  children("Crohn disease", "crohn = 1", 5),
  children("ulcerative colitis", "ulcerative_colitis = 1", 1),
  children("pustulosis", "palmoplantar_pustulosis = 1", 5),
  children("acne fulminans", "acne_fulminans = 1", 5),
  children("any extraosseous manifestation", "extraosseous = 1", 26),
  children("sequelae", "sequela = 1", 19),
  children("hyperostosis", "hyperostosis = 1", 16),
  count("hyperostosis of the mandible", "sequela_profile WHERE kind = 'hyperostosis' AND bone = 'mandible'", 4),
  children("vertebral fracture", "vertebral_fracture = 1", 6),
  children("compression of a vessel", "vessel_compression = 1", 1),
  children("involvement of a nerve", "nerve_involvement = 1", 1),
  count("lesions", LESIONS, 385),
  count("lesions of the lower extremities", `${LESIONS} AND region = 'lower_extremity'`, 216),
  ...spread("lesions per child", "lesion_count", CNO, NUMBER, { median: "6", minimum: "1", maximum: "16" }),
  children("monofocal for good", "multifocal_ever = 0", 12),
  children("unifocal at diagnosis", "unifocal_at_diagnosis = 1", 13),
  children("vertebral lesions at diagnosis", "vertebral_at_diagnosis = 1", 14),
  count(
    "vertebral lesions ever",
    "lesion_pattern INNER JOIN patient_profile USING (patient_no) WHERE cohort = 'cno' AND vertebral_ever = 1",
    14,
  ),
  children(
    "spine read one year later",
    "vertebral_at_diagnosis = 1 AND vertebral_active_after_one_year IS NOT NULL",
    14,
  ),
  children("spine active one year later", "vertebral_at_diagnosis = 1 AND vertebral_active_after_one_year = 1", 4),
  children("whole-body MRI at diagnosis", "whole_body_mri_at_diagnosis = 1", 42),
  children("regional MRI at diagnosis", "regional_mri_at_diagnosis = 1", 13),
  children("no MRI at diagnosis", "whole_body_mri_at_diagnosis + regional_mri_at_diagnosis = 0", 1),
  children("biopsy", "biopsied = 1", 34),
  children("chronic inflammation", "chronic_inflammation = 1", 27),
  ...spread("follow-up, years", "follow_up_days", CNO, YEARS, { median: "2.4", minimum: "0.3", maximum: "9.0" }),
  children("followed for more than 5 years", "follow_up_days > 1826", 21),
  children("at least one relapse", "relapsed = 1", 33),
  ...spread("relapses", "relapse_count", `${CNO} AND relapsed = 1`, NUMBER, {
    median: "1",
    minimum: "1",
    maximum: "6",
  }),
  ...spread("first relapse, months", "outcome_day", `${RELAPSE_FREE} AND outcome_event = 1`, MONTHS, {
    minimum: "5",
    maximum: "103",
  }),
  count("relapsed within one year", `${RELAPSE_FREE} AND outcome_event = 1 AND outcome_day <= 365`, 8),
  survival("relapse-free at one year, per cent", { survivalAt: 365 }, 0.01, 0, "85"),
  survival("relapse-free at five years, per cent", { survivalAt: 1826 }, 0.01, 0, "40"),
  survival("median time to relapse, months", "median-survival", MONTHS.divisor, 0, "29"),
  survival("median time to relapse, years", "median-survival", YEARS.divisor, 1, "2.4"),
  children("CRMO", "crmo = 1", 29),
  count("children whose recorded relapses are not as many as the derived ones", recordedAndDerived(), 0),
];

function recordedAndDerived(): string {
  return `(
    SELECT patient_no
    FROM patient_profile
    LEFT JOIN (SELECT patient_no, COUNT(*) AS recorded FROM relapse GROUP BY patient_no) AS chart USING (patient_no)
    WHERE COALESCE(chart.recorded, 0) <> relapse_count
  ) AS differing`;
}
