import { CODEBOOK } from "./codebook.ts";
import type { Field } from "./field.ts";

/** One of the sixteen common data elements that registries of rare diseases in the EU share, and where the chart has it. */
export interface CommonDataElement {
  /** Its number in the set of the EU RD Platform. */
  readonly number: string;
  readonly group: string;
  readonly element: string;
  /** `patient.born_on`; more than one where the chart tells it apart. */
  readonly fields: readonly string[];
  /** What a reader has to know where the chart says it otherwise than the set. */
  readonly note: string;
}

const element = (
  number: string,
  group: string,
  name: string,
  fields: readonly string[],
  note = "",
): CommonDataElement => ({ number, group, element: name, fields, note });

/** In the order of the set. Its value sets were taken from public implementations of it, not from its own text. */
export const COMMON_DATA_ELEMENTS: readonly CommonDataElement[] = [
  element("1.1", "Pseudonym", "Pseudonym", ["patient.patient"]),
  element("2.1", "Personal information", "Date of birth", ["patient.born_on"], "Year and month; the day is not kept."),
  element("2.2", "Personal information", "Sex", ["patient.sex"], "Foetus does not occur."),
  element("3.1", "Patient status", "Patient's status", ["patient.status"]),
  element("3.2", "Patient status", "Date of death", ["patient.died_on"]),
  element("4.1", "Care pathway", "First contact with a specialised centre", ["patient.first_contact_on"]),
  element(
    "5.1",
    "Disease history",
    "Age at onset",
    ["patient.onset_on"],
    "The date of the first symptom; the age follows.",
  ),
  element(
    "5.2",
    "Disease history",
    "Age at diagnosis",
    ["patient.diagnosed_on"],
    "The day of the diagnosis; the age follows.",
  ),
  element(
    "6.1",
    "Diagnosis",
    "Diagnosis of the rare disease",
    ["patient.cohort"],
    "With the codes of ORPHA and ICD-10-GM.",
  ),
  element("6.2", "Diagnosis", "Genetic diagnosis", ["patient.genetic_diagnosis"]),
  element("6.3", "Diagnosis", "Undiagnosed case", ["patient.undiagnosed_phenotype"]),
  element("7.1", "Research", "Agreement to be contacted for research", ["patient.contact_for_research"]),
  element(
    "7.2",
    "Research",
    "Consent to the reuse of data",
    ["patient.consent"],
    "Who withdrew or opted out is in no study, whenever the data were collected.",
  ),
  element("7.3", "Research", "Biological sample available for research", ["patient.sample_available"]),
  element("7.4", "Research", "Link to a biobank", ["patient.biobank"]),
  element(
    "8.1",
    "Disability",
    "Classification of functioning or disability",
    ["visit.functioning", "visit.chaq"],
    "ICF codes as text; the index of the Childhood Health Assessment Questionnaire beside it.",
  ),
];

/** The field at `table.field`; throws where the codebook has none. */
export function fieldAt(place: string): Field {
  const [table, name] = place.split(".");
  const found = CODEBOOK.find((one) => one.name === table)?.fields.find((field) => field.name === name);
  if (found === undefined) throw new Error(`the codebook has no field ${place}`);
  return found;
}
