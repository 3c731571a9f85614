import { CNO, CODEBOOK, DRUGS } from "@osteon/codebook";

/** Classes of drugs as the report prints them, in its order. */
export const CLASS_LABELS = {
  nsaid: "NSAID",
  steroid: "Corticosteroids",
  dmard: "DMARD",
  tnf_inhibitor: "TNF-α inhibitor",
  bisphosphonate: "Bisphosphonate",
  other: "Other",
} as const;

export const CLASSES = Object.entries(CLASS_LABELS);

/** Core items as the report prints them, in its order. */
export const ITEM_LABELS = {
  pain: "Pain",
  patient_global: "Patient global",
  physician_global: "Physician global",
  weight: "Weight",
  esr: "ESR",
  crp: "CRP",
  chaq: "CHAQ",
  whole_body_mri: "Whole-body MRI at diagnosis",
  lesion_count: "Lesion count at diagnosis",
  drugs: "Drugs",
} as const;

const choices = (table: string, name: string): Readonly<Record<string, string>> => {
  const type = CODEBOOK.find((one) => one.name === table)?.fields.find((field) => field.name === name)?.type;
  return type?.kind === "choice" ? Object.fromEntries(type.choices.map(({ code, says }) => [code, says])) : {};
};

/** How children stand by the follow-up plan. */
const PLAN_LABELS = {
  due: "A visit is due",
  overdue: "A visit is overdue",
  none_due: "No visit is expected now",
  planned_visit_missed: "A planned visit was missed",
  no_visit_planned: "No visit was planned in that time",
  no_plan: "These charts bring no follow-up plan: nobody can be said to be due",
} as const;

/** Names of groups and levels; those of drugs and adverse effects are the codebook's. */
export const LABELS: Readonly<Record<string, string>> = {
  ...choices("adverse_effect", "effect"),
  ...Object.fromEntries(DRUGS.map(({ code, says }) => [code, says])),
  ...CLASS_LABELS,
  ...ITEM_LABELS,
  ...PLAN_LABELS,
  unknown: "unknown",
};

/** The code of the disease, as Orphanet and the European reference networks count it. */
export const ORPHA = `ORPHA:${CNO.orpha}`;
