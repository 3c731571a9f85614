import { MONTHS, NUMBER, YEARS } from "@osteon/cno";
import type { Protocol } from "@osteon/protocol";
import { CLASSIFICATIONS } from "../tables.ts";
import { breakdown, CENTRE, continuous, count, DIAGNOSIS_YEAR, ENROLMENT_YEAR, share } from "./kinds.ts";

const BY_YEAR = { by: [DIAGNOSIS_YEAR] } as const;
const BY_CENTRE = { by: [CENTRE] } as const;
const CHARTS = { from: "chart_profile" } as const;

/** Who is in the registry, how they came to their diagnosis, and what imaging showed at it. */
export const CHILDREN: Protocol["analyses"] = {
  charts: count("Charts", CHARTS),
  controls: count("Charts of controls", { ...CHARTS, where: { cohort: "bacterial_osteomyelitis" } }),
  children: count("Children with CNO"),
  "as-of": count("Children, on the day of the report", { by: [{ column: "now_on", levels: "found" }] }),
  "enrolled-by-year": count("Enrolled, by year", { by: [ENROLMENT_YEAR] }),
  "enrolled-by-centre": count("Enrolled, by centre", BY_CENTRE),
  "enrolled-by-centre-and-year": count("Enrolled, by centre and year", { by: [CENTRE, ENROLMENT_YEAR] }),
  "diagnosed-by-year": count("New diagnoses, by calendar year", BY_YEAR),
  sex: breakdown("Sex", "sex", ["female", "male", "undetermined"]),
  girls: share("Girls", "sex", {}, ["female"]),
  "girls-by-year": share("Girls, by year of diagnosis", "sex", BY_YEAR, ["female"]),
  "girls-by-centre": share("Girls, by centre", "sex", BY_CENTRE, ["female"]),
  "age-at-onset": continuous("Age at onset", "age_at_onset_days", YEARS),
  "age-at-diagnosis": continuous("Age at diagnosis", "age_at_diagnosis_days", YEARS),
  "age-by-year": continuous("Age at diagnosis, by year", "age_at_diagnosis_days", YEARS, BY_YEAR),
  "age-by-centre": continuous("Age at diagnosis, by centre", "age_at_diagnosis_days", YEARS, BY_CENTRE),
  delay: continuous("Delay from onset to diagnosis", "delay_days", MONTHS),
  "delay-by-year": continuous("Delay to diagnosis, by year", "delay_days", MONTHS, BY_YEAR),
  "delay-by-centre": continuous("Delay to diagnosis, by centre", "delay_days", MONTHS, BY_CENTRE),
  "whole-body-mri": share("Whole-body MRI at diagnosis", "whole_body_mri_at_diagnosis"),
  "whole-body-mri-by-year": share("Whole-body MRI at diagnosis, by year", "whole_body_mri_at_diagnosis", BY_YEAR),
  "whole-body-mri-by-centre": share("Whole-body MRI at diagnosis, by centre", "whole_body_mri_at_diagnosis", BY_CENTRE),
  lesions: continuous("Lesions at diagnosis", "lesions_at_diagnosis", NUMBER),
  multifocal: share("More than one lesion at diagnosis", "multifocal_at_diagnosis"),
  spine: share("Spinal lesion at diagnosis", "spine_at_diagnosis"),
  "spine-on-whole-body-mri": share("Spinal lesion at diagnosis, children with whole-body MRI", "spine_at_diagnosis", {
    where: { whole_body_mri_at_diagnosis: 1 },
  }),
  score: continuous("Jansson score at diagnosis", "score", NUMBER),
  classified: breakdown("Classified, by classification", "answer", ["met", "not_met", "undecided"], {
    from: "classification",
    by: [{ column: "classification", levels: CLASSIFICATIONS.map(({ name }) => name) }],
  }),
  "score-probable": share("Jansson score of 39 or more, children with a complete score", "score_probable"),
};
