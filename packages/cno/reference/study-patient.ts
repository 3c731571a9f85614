import type { CnoProtocol } from "@osteon/cno";
import { parsePartialDate } from "@osteon/codebook";
import type { Chart } from "./chart.ts";

export type StudyPatient = {
  readonly patient_no: number;
  readonly cohort: string;
  readonly sex: string | null;
  readonly born_epoch_day: number;
  readonly onset_epoch_day: number | null;
  readonly diagnosed_epoch_day: number;
  readonly last_contact_epoch_day: number;
  readonly published_before: number | null;
};

/** A date of the protocol, which is a whole day. */
export function dayOf(iso: string): number {
  const parsed = parsePartialDate(iso);
  if (parsed === undefined) throw new Error(`${iso} is no date`);
  return parsed.first;
}

/** The patient, where the study includes them: diagnosed within the period of their cohort, consent not withdrawn. */
export function studyPatient({ patient }: Chart, protocol: CnoProtocol): StudyPatient | undefined {
  if (patient.consent === "withdrawn") return undefined;
  const cohort = Object.values(protocol.cohorts).find((candidate) => candidate.cohort === patient.cohort);
  if (cohort === undefined) return undefined;
  const [from, to] = cohort.diagnosed.map(dayOf);
  if (from === undefined || to === undefined) return undefined;
  if (patient.diagnosed_epoch_day < from || patient.diagnosed_epoch_day > to) return undefined;
  const { patient_no, sex, born_epoch_day, onset_epoch_day, diagnosed_epoch_day, last_contact_epoch_day } = patient;
  const { published_before } = patient;
  return {
    patient_no,
    cohort: patient.cohort,
    sex,
    born_epoch_day,
    onset_epoch_day,
    diagnosed_epoch_day,
    last_contact_epoch_day,
    published_before,
  };
}
