import type { Pair } from "./field.ts";
import { CARRIED_LABELS } from "./versions/carried-words.ts";

type Labels = Readonly<Record<string, Pair>>;

const PATIENT: Pair = ["Patient", "Kind"];
const NUMBER: Pair = ["No.", "Nr."];
const SAMPLED: Pair = ["Sampled on", "Entnommen am"];
const BONE: Pair = ["Bone", "Knochen"];
const DOSE: Labels = { dose: ["Dose", "Dosis"], dose_unit: ["Unit of the dose", "Einheit der Dosis"] };
const PERIOD: Labels = { started_on: ["Started on", "Begonnen am"], stopped_on: ["Stopped on", "Beendet am"] };
const NOTICED: Pair = ["Noticed on", "Bemerkt am"];

/** The short names of the fields of the first version, by table; later ones carry their own. */
const FIRST: Readonly<Record<string, Labels>> = {
  patient: {
    patient: ["Pseudonym", "Pseudonym"],
    centre: ["Centre", "Zentrum"],
    cohort: ["Disease", "Erkrankung"],
    sex: ["Sex", "Geschlecht"],
    born_on: ["Born", "Geboren"],
    onset_on: ["First symptom", "Erstes Symptom"],
    diagnosed_on: ["Diagnosed", "Diagnose"],
    consent: ["Consent", "Einwilligung"],
    status: ["Status", "Status"],
    last_contact_on: ["Last contact", "Letzter Kontakt"],
    published_before: ["Published before", "Früher publiziert"],
  },
  visit: {
    visit: NUMBER,
    patient: PATIENT,
    visited_on: ["Day of the visit", "Tag der Visite"],
    weight_kg: ["Weight", "Gewicht"],
    temperature_cel: ["Temperature", "Temperatur"],
    pain_nrs: ["Pain (0–10)", "Schmerz (0–10)"],
    patient_global_nrs: ["Patient global (0–10)", "Globalurteil Familie (0–10)"],
    physician_global_nrs: ["Physician global (0–10)", "Globalurteil Arzt (0–10)"],
    chaq: ["CHAQ (0–3)", "CHAQ (0–3)"],
    subjective_change: ["How it feels", "Befinden"],
    swelling: ["Swelling", "Schwellung"],
    redness: ["Redness", "Rötung"],
    heat: ["Heat", "Überwärmung"],
    reduced_range: ["Reduced movement", "Bewegung eingeschränkt"],
    abnormal_gait: ["Abnormal gait", "Gangbild auffällig"],
    painful_sites: ["Painful sites", "Schmerzhafte Stellen"],
    painful_lower_extremity: ["Pain in the legs", "Schmerz an den Beinen"],
    recorded_outcome: ["Outcome in the chart", "Ergebnis laut Akte"],
  },
  laboratory: {
    laboratory: NUMBER,
    patient: PATIENT,
    visit: ["Visit", "Visite"],
    sampled_on: SAMPLED,
    analyte: ["Analyte", "Messgröße"],
    value: ["Value", "Wert"],
    unit: ["Unit", "Einheit"],
    finding: ["Finding", "Befund"],
    lower_limit: ["Lower limit of normal", "Untere Normgrenze"],
    upper_limit: ["Upper limit of normal", "Obere Normgrenze"],
  },
  culture: {
    culture: NUMBER,
    patient: PATIENT,
    sampled_on: SAMPLED,
    material: ["Material", "Material"],
    growth: ["Growth", "Wachstum"],
    organism: ["Organism", "Erreger"],
  },
  biopsy: {
    biopsy: NUMBER,
    patient: PATIENT,
    taken_on: ["Taken on", "Entnommen am"],
    bone: BONE,
    finding: ["Finding", "Befund"],
  },
  imaging: {
    imaging: NUMBER,
    patient: PATIENT,
    imaged_on: ["Day of the examination", "Tag der Untersuchung"],
    modality: ["Examination", "Untersuchung"],
    native_t1: ["Native T1", "T1 nativ"],
    contrast_t1_fat_sat: ["T1 with contrast", "T1 mit Kontrastmittel"],
    tirm: ["TIRM", "TIRM"],
  },
  lesion: {
    lesion: NUMBER,
    patient: PATIENT,
    bone: BONE,
    side: ["Side", "Seite"],
    part: ["Part", "Abschnitt"],
    level: ["Level", "Höhe"],
  },
  lesion_observation: {
    lesion_observation: NUMBER,
    patient: PATIENT,
    imaging: ["Examination", "Untersuchung"],
    lesion: ["Lesion", "Läsion"],
    state: ["State", "Zustand"],
    marginal_sclerosis: ["Sclerosis at the margin", "Randsklerose"],
    contrast_enhancement: ["Contrast enhancement", "Kontrastmittelaufnahme"],
  },
  treatment: {
    treatment: NUMBER,
    patient: PATIENT,
    drug: ["Drug", "Medikament"],
    drug_class: ["Class of the drug", "Wirkstoffklasse"],
    ...DOSE,
    route: ["Route", "Gabe"],
    ...PERIOD,
    stop_reason: ["Why stopped", "Grund des Endes"],
  },
  course: {
    course: NUMBER,
    patient: PATIENT,
    treatment: ["Treatment", "Behandlung"],
    cycle: ["Cycle", "Zyklus"],
    cycle_day: ["Day of the cycle", "Tag des Zyklus"],
    given_on: ["Given on", "Gegeben am"],
    ...DOSE,
  },
  antibiotic: {
    antibiotic: NUMBER,
    patient: PATIENT,
    substance: ["Substance", "Wirkstoff"],
    route: ["Route", "Gabe"],
    ...PERIOD,
    indication: ["Indication", "Anlass"],
  },
  adverse_effect: {
    adverse_effect: NUMBER,
    patient: PATIENT,
    treatment: ["Treatment", "Behandlung"],
    noticed_on: NOTICED,
    effect: ["Effect", "Wirkung"],
    severity: ["Severity", "Schwere"],
  },
  manifestation: {
    manifestation: NUMBER,
    patient: PATIENT,
    kind: ["Kind", "Art"],
    noticed_on: NOTICED,
    distant_from_lesions: ["Distant from the lesions", "Fern der Läsionen"],
  },
  joint: {
    joint: NUMBER,
    patient: PATIENT,
    manifestation: ["Arthritis", "Arthritis"],
    site: ["Joint", "Gelenk"],
  },
  sequela: { sequela: NUMBER, patient: PATIENT, kind: ["Kind", "Art"], bone: BONE, noticed_on: NOTICED },
  relapse: {
    relapse: NUMBER,
    patient: PATIENT,
    noticed_on: ["Recorded on", "Vermerkt am"],
    new_symptoms: ["New symptoms", "Neue Symptome"],
    new_lesion: ["New lesion", "Neue Läsion"],
  },
};

const LABELS: Readonly<Record<string, Labels>> = Object.fromEntries(
  Object.entries(CARRIED_LABELS).map(([table, carried]) => [table, { ...FIRST[table], ...carried }]),
);

/** The short name of a field in both languages; nothing where there is no such field. */
export const fieldLabel = (table: string, field: string): Pair | undefined => LABELS[table]?.[field];

/** Every name there is, as `table.field`. */
export const LABELLED: readonly string[] = Object.entries(LABELS).flatMap(([table, labels]) =>
  Object.keys(labels).map((field) => `${table}.${field}`),
);
