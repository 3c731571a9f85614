import type { Row } from "@osteon/engine";

type Yes = number | null;

/** The frozen rows of one patient, by table, each in the order of its row number; columns named as in the freeze. */
export interface Chart {
  readonly patient: Patient;
  readonly visit: readonly Visit[];
  readonly laboratory: readonly Laboratory[];
  readonly imaging: readonly Imaging[];
  readonly lesion: readonly Lesion[];
  readonly lesion_observation: readonly LesionObservation[];
  readonly treatment: readonly Treatment[];
  readonly course: readonly Course[];
  readonly antibiotic: readonly Antibiotic[];
  readonly adverse_effect: readonly AdverseEffect[];
  readonly manifestation: readonly Manifestation[];
  readonly joint: readonly Joint[];
  readonly sequela: readonly Sequela[];
  readonly biopsy: readonly Biopsy[];
}

export interface Patient {
  readonly patient_no: number;
  readonly cohort: string;
  readonly sex: string;
  readonly born_epoch_day: number;
  readonly onset_epoch_day: number | null;
  readonly diagnosed_epoch_day: number;
  readonly last_contact_epoch_day: number;
  readonly consent: string | null;
  readonly published_before: Yes;
}

export interface Visit {
  readonly visit_no: number;
  readonly patient_no: number;
  readonly visited_epoch_day: number;
  readonly subjective_change: string | null;
  readonly pain_nrs: number | null;
  readonly painful_sites: number | null;
  readonly painful_lower_extremity: Yes;
  readonly swelling: Yes;
  readonly redness: Yes;
  readonly heat: Yes;
  readonly reduced_range: Yes;
  readonly abnormal_gait: Yes;
  readonly temperature_cel_x10: number | null;
}

export interface Laboratory {
  readonly laboratory_no: number;
  readonly patient_no: number;
  readonly visit_no: number | null;
  readonly sampled_epoch_day: number;
  readonly analyte: string;
  /** On which side of the value the result lies; null where it was measured. */
  readonly comparator: string | null;
  readonly value_x1000: number | null;
  readonly lower_limit_x1000: number | null;
  readonly upper_limit_x1000: number | null;
  readonly finding: string | null;
}

export interface Imaging {
  readonly imaging_no: number;
  readonly patient_no: number;
  readonly imaged_epoch_day: number;
  readonly modality: string;
}

export interface Lesion {
  readonly lesion_no: number;
  readonly patient_no: number;
  readonly bone: string;
  readonly side: string | null;
}

export interface LesionObservation {
  readonly lesion_observation_no: number;
  readonly patient_no: number;
  readonly imaging_no: number;
  readonly lesion_no: number;
  readonly state: string;
  readonly marginal_sclerosis: Yes;
}

export interface Treatment {
  readonly treatment_no: number;
  readonly patient_no: number;
  readonly drug: string;
  readonly drug_class: string;
  readonly dose_x100: number | null;
  readonly dose_unit: string | null;
  readonly started_epoch_day: number;
  readonly stopped_epoch_day: number | null;
  /** Why there is no day: `not-applicable` where it goes on. */
  readonly stopped_on_missing: string | null;
  readonly stop_reason: string | null;
}

export interface Course {
  readonly course_no: number;
  readonly patient_no: number;
  readonly treatment_no: number;
  readonly given_epoch_day: number;
  readonly cycle: number | null;
  readonly cycle_day: number | null;
  readonly dose_x100: number | null;
}

export interface Antibiotic {
  readonly antibiotic_no: number;
  readonly patient_no: number;
  readonly route: string;
  readonly started_epoch_day: number;
  readonly stopped_epoch_day: number | null;
  readonly stopped_on_missing: string | null;
}

export interface AdverseEffect {
  readonly adverse_effect_no: number;
  readonly patient_no: number;
  readonly treatment_no: number | null;
  readonly effect: string;
  readonly noticed_epoch_day: number | null;
}

export interface Manifestation {
  readonly manifestation_no: number;
  readonly patient_no: number;
  readonly kind: string;
  readonly noticed_epoch_day: number | null;
  readonly distant_from_lesions: Yes;
}

export interface Joint {
  readonly joint_no: number;
  readonly patient_no: number;
  readonly manifestation_no: number;
  readonly site: string;
}

export interface Sequela {
  readonly bone: string | null;
  readonly sequela_no: number;
  readonly patient_no: number;
  readonly kind: string;
  readonly noticed_epoch_day: number | null;
}

export interface Biopsy {
  readonly biopsy_no: number;
  readonly patient_no: number;
  readonly finding: string | null;
}

/** The chart tables that a model reads. */
export const CHART_TABLES = [
  "visit",
  "laboratory",
  "imaging",
  "lesion",
  "lesion_observation",
  "treatment",
  "course",
  "antibiotic",
  "adverse_effect",
  "manifestation",
  "joint",
  "sequela",
  "biopsy",
] as const;

/** Frozen rows by table, dealt out to the patients they belong to; rows must stand in the order of their numbers. */
export function chartsOf(tables: Readonly<Record<string, readonly Row[]>>): readonly Chart[] {
  const charts = new Map<unknown, Record<string, unknown>>();
  for (const patient of tables.patient ?? []) {
    charts.set(patient.patient_no, { patient, ...Object.fromEntries(CHART_TABLES.map((name) => [name, []])) });
  }
  for (const name of CHART_TABLES) {
    for (const row of tables[name] ?? []) {
      const chart = charts.get(row.patient_no);
      if (chart === undefined) throw new Error(`${name} has a row of patient ${row.patient_no}, who does not exist`);
      (chart[name] as Row[]).push(row);
    }
  }
  return [...charts.values()] as unknown as readonly Chart[];
}
