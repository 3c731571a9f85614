import type { Pair } from "@osteon/words";

/** What a definition asks of a chart, where it stands there, and how it is named where it is missing. */
export interface OutcomeItem {
  readonly title: Pair;
  /** Table and field of the codebook. */
  readonly field: `${string}.${string}`;
}

const item = (en: string, de: string, field: OutcomeItem["field"]): OutcomeItem => ({ title: { en, de }, field });

/** By the code that stands in `missing_item` of the model `outcome_missing`. */
export const OUTCOME_ITEMS = {
  visit: item("A visit at the time point", "Eine Visite zum Zeitpunkt", "visit.visited_on"),
  start_visit: item("A visit around day 0", "Eine Visite um Tag 0", "visit.visited_on"),
  after_escalation: item(
    "The course after an escalation, which this study leaves out",
    "Der Verlauf nach einer Eskalation, den diese Studie auslässt",
    "treatment.started_on",
  ),
  subjective_change: item("Subjective change", "Subjektive Veränderung", "visit.subjective_change"),
  swelling: item("Swelling", "Schwellung", "visit.swelling"),
  redness: item("Redness", "Rötung", "visit.redness"),
  heat: item("Local heat", "Lokale Überwärmung", "visit.heat"),
  symptoms: item("Pain or painful sites", "Schmerz oder schmerzhafte Stellen", "visit.painful_sites"),
  pain: item("Pain", "Schmerz", "visit.pain_nrs"),
  patient_global: item("Patient global", "Globalurteil Familie", "visit.patient_global_nrs"),
  physician_global: item("Physician global", "Globalurteil Arzt", "visit.physician_global_nrs"),
  clinical_lesions: item("Clinical lesions", "Klinische Läsionen", "visit.clinical_lesions"),
  chaq: item("CHAQ", "CHAQ", "visit.chaq"),
  esr: item("ESR", "BSG", "laboratory.value"),
  marker: item(
    "CRP and ESR that tell more than a limit of measurement",
    "CRP und BSG, die mehr als eine Messgrenze sagen",
    "laboratory.value",
  ),
  lesions: item(
    "Lesions on an MRI of the same kind",
    "Läsionen auf einem MRT derselben Art",
    "lesion_observation.state",
  ),
  mri: item(
    "An MRI with lesions looked for",
    "Ein MRT, auf dem nach Läsionen gesucht wurde",
    "lesion_observation.state",
  ),
  whole_body_mri: item("A whole-body MRI", "Ein Ganzkörper-MRT", "imaging.modality"),
} as const satisfies Readonly<Record<string, OutcomeItem>>;

export type OutcomeItemName = keyof typeof OUTCOME_ITEMS;
