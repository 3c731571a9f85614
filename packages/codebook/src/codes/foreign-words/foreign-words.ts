import { BONE_WORDS, JOINT_SITE } from "./bones-and-joints.ts";
import { ANSWERED_BY, CHANGE, COHORT, CONSENT, INSTRUMENT, OUTCOME, SEX, STATUS, YES_NO } from "./child.ts";
import {
  COMPARATOR,
  FINDING,
  GROWTH,
  MATERIAL,
  MEASURED_SITE,
  METHOD,
  MODALITY,
  PART,
  SIDE,
  STATE,
} from "./findings.ts";
import { ANALYTE } from "./laboratory.ts";
import { KIND } from "./manifestation.ts";
import { DOSE_UNIT, DRUG, DRUG_CLASS, EFFECT, ROUTE, SEVERITY, STOP_REASON } from "./treatment.ts";
import type { WordsOfField } from "./words.ts";

/** What people write for codes, by the name of the field; fields of one name in several tables share their words. */
export const FOREIGN_WORDS: Readonly<Record<string, WordsOfField>> = {
  cohort: COHORT,
  sex: SEX,
  consent: CONSENT,
  status: STATUS,
  subjective_change: CHANGE,
  recorded_outcome: OUTCOME,
  finding: FINDING,
  growth: GROWTH,
  material: MATERIAL,
  modality: MODALITY,
  bone: BONE_WORDS,
  side: SIDE,
  part: PART,
  state: STATE,
  analyte: ANALYTE,
  drug: DRUG,
  drug_class: DRUG_CLASS,
  dose_unit: DOSE_UNIT,
  route: ROUTE,
  stop_reason: STOP_REASON,
  effect: EFFECT,
  severity: SEVERITY,
  kind: KIND,
  site: JOINT_SITE,
  comparator: COMPARATOR,
  instrument: INSTRUMENT,
  answered_by: ANSWERED_BY,
  measured_site: MEASURED_SITE,
  method: METHOD,
};

export const YES_NO_WORDS: WordsOfField = YES_NO;
