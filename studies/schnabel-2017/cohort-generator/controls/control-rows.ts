import { DAYS_PER_YEAR, type EpochDay, isoDate } from "@osteon/codebook";
import { CRP, ESR } from "../chart/assay.ts";
import { bodyWeight } from "../chart/body-weight.ts";
import { chartDay, NOT_APPLICABLE, NOT_DONE, yesNo } from "../chart/chart-date.ts";
import type { ChartLedger } from "../chart/chart-ledger.ts";
import { isPaired, partsOf, VERTEBRAE } from "../plan/skeleton.ts";
import { type Random, seededRandom } from "../seeded-random.ts";
import type { ControlPlan } from "./control-plan.ts";

/** A control with the dates that it gets from its seed. */
export interface DatedControl extends ControlPlan {
  readonly diagnosed: EpochDay;
  readonly diagnosedOn: string;
  readonly ageYears: number;
  readonly delay: number;
  readonly followUp: number;
  readonly sex: "female" | "male";
}

const FIRST_DAY = 12_420;
const LAST_DAY = 16_600;

/** Diagnosed from 2004 to mid-2015, after days rather than months; seen for less than a year. */
export function dateControl(plan: ControlPlan): DatedControl {
  const random = seededRandom(`dates of ${plan.name}`);
  const diagnosed = chartDay(random.integer(FIRST_DAY, LAST_DAY), 0);
  return {
    ...plan,
    diagnosed,
    diagnosedOn: isoDate(diagnosed),
    ageYears: random.decimal(0.6, 15.8, 2),
    delay: random.integer(2, 21),
    followUp: random.integer(60, 330),
    sex: random.chance(0.42) ? "female" : "male",
  };
}

/** Writes the whole chart of a control. */
export function writeControl(ledger: ChartLedger, patient: string, control: DatedControl): void {
  const random = seededRandom(`chart of ${control.name}`);
  const on = (day: number): string => isoDate(chartDay(control.diagnosed, day));
  ledger.enter("patient", patientCells(patient, control, on(control.followUp)));
  const visit = writeVisit(ledger, patient, control, { day: 0, well: false }, random);
  writeVisit(ledger, patient, control, { day: random.integer(18, 40), well: true }, random);
  writeVisit(ledger, patient, control, { day: control.followUp, well: true }, random);
  writeLaboratory(ledger, patient, control, visit, random);
  writeImaging(ledger, patient, control, on(random.integer(-1, 2)), random);
  writeCultures(ledger, patient, on(0), random);
  writeAntibiotics(ledger, patient, chartDay(control.diagnosed, 0), random);
}

function patientCells(patient: string, control: DatedControl, lastContactOn: string): Readonly<Record<string, string>> {
  const { diagnosed, delay, ageYears, sex } = control;
  const born = diagnosed - delay - Math.round(ageYears * DAYS_PER_YEAR);
  return {
    patient,
    centre: "Dresden",
    cohort: "bacterial_osteomyelitis",
    sex,
    born_on: isoDate(born).slice(0, 7),
    onset_on: isoDate(diagnosed - delay),
    diagnosed_on: control.diagnosedOn,
    consent: "waived",
    status: "alive",
    last_contact_on: lastContactOn,
    published_before: "yes",
  };
}

function writeVisit(
  ledger: ChartLedger,
  patient: string,
  control: DatedControl,
  { day, well }: { readonly day: number; readonly well: boolean },
  random: Random,
): string {
  const ageYears = control.ageYears + (control.delay + day) / DAYS_PER_YEAR;
  const ofMedian = seededRandom(`weight of ${control.name}`).decimal(0.88, 1.18, 2);
  const feverish = control.fever && !well;
  const pain = well ? random.integer(0, 1) : random.integer(5, 9);
  return ledger.add("visit", {
    patient,
    visited_on: isoDate(chartDay(control.diagnosed, day)),
    weight_kg: bodyWeight(ageYears, ofMedian).toFixed(1),
    temperature_cel: (feverish ? random.decimal(38.2, 40.2, 1) : random.decimal(36.3, 37.8, 1)).toFixed(1),
    pain_nrs: ageYears < 4.5 ? NOT_APPLICABLE : String(pain),
    patient_global_nrs: NOT_DONE,
    physician_global_nrs: NOT_DONE,
    chaq: NOT_DONE,
    subjective_change: well ? "improved" : NOT_APPLICABLE,
    swelling: yesNo(!well && random.chance(0.75)),
    redness: yesNo(!well && random.chance(0.55)),
    heat: yesNo(!well && random.chance(0.6)),
    reduced_range: yesNo(!well && random.chance(0.7)),
    abnormal_gait: yesNo(!well && random.chance(0.6)),
    painful_sites: well && pain === 0 ? "0" : "1",
    painful_lower_extremity: yesNo(!well && ["tibia", "femur", "fibula", "calcaneus"].includes(control.bones[0] ?? "")),
    recorded_outcome: NOT_APPLICABLE,
  });
}

/** An abnormal count is raised leukocytes, raised thrombocytes, or both. */
function writeLaboratory(
  ledger: ChartLedger,
  patient: string,
  { diagnosedOn, normalCount, crp }: DatedControl,
  visit: string,
  random: Random,
): void {
  const many = !normalCount && random.chance(0.75);
  const leukocytes = many ? random.decimal(12.8, 24, 1) : random.decimal(5.2, 12.2, 1);
  const clotting = !normalCount && (!many || random.chance(0.35));
  const thrombocytes = clotting ? random.integer(405, 640) : random.integer(190, 396);
  const result = (analyte: string, value: string, unit: string, lower: string, upper: string): void => {
    const limits = { lower_limit: lower, upper_limit: upper };
    const at = { patient, visit, sampled_on: diagnosedOn };
    ledger.add("laboratory", { ...at, analyte, value, unit, finding: NOT_APPLICABLE, ...limits });
  };
  result("leukocytes", leukocytes.toFixed(1), "10*9/L", "4.5", "12.5");
  result("thrombocytes", String(thrombocytes), "10*9/L", "150", "400");
  result("crp", crp.toFixed(1), CRP.unit, NOT_APPLICABLE, String(CRP.upper));
  result("esr", String(random.integer(22, 98)), ESR.unit, NOT_APPLICABLE, String(ESR.upper));
}

function writeImaging(ledger: ChartLedger, patient: string, control: DatedControl, on: string, random: Random): void {
  const mri = control.bones.length > 1 || random.chance(0.8);
  const sequence = mri ? "yes" : NOT_APPLICABLE;
  const imaging = ledger.add("imaging", {
    patient,
    imaged_on: on,
    modality: mri ? "regional_mri" : "x_ray",
    native_t1: sequence,
    contrast_t1_fat_sat: sequence,
    tirm: sequence,
  });
  for (const bone of control.bones) {
    const lesion = ledger.add("lesion", {
      patient,
      bone,
      side: isPaired(bone) ? random.pick(["left", "right"]) : "midline",
      part: random.pick(partsOf(bone)),
      level: VERTEBRAE.has(bone) ? random.pick(VERTEBRAE.get(bone) ?? []) : NOT_APPLICABLE,
    });
    ledger.add("lesion_observation", {
      patient,
      imaging,
      lesion,
      state: "active",
      marginal_sclerosis: yesNo(control.sclerosis),
      contrast_enhancement: mri ? "yes" : NOT_APPLICABLE,
    });
  }
}

const ORGANISMS = [
  "Staphylococcus aureus",
  "Staphylococcus aureus",
  "Staphylococcus aureus",
  "Kingella kingae",
  "Streptococcus pyogenes",
];

function writeCultures(ledger: ChartLedger, patient: string, sampled_on: string, random: Random): void {
  const inBone = random.chance(0.6);
  const inBlood = !inBone || random.chance(0.35);
  const organism = random.pick(ORGANISMS);
  const culture = (material: string, grew: boolean): void => {
    const found = grew ? { growth: "growth", organism } : { growth: "none", organism: NOT_APPLICABLE };
    ledger.add("culture", { patient, sampled_on, material, ...found });
  };
  culture("blood", inBlood);
  if (inBone) culture("bone", true);
}

function writeAntibiotics(ledger: ChartLedger, patient: string, begin: EpochDay, random: Random): void {
  const change = begin + random.integer(10, 21);
  const stop = change + random.integer(14, 28);
  const course = (substance: string, route: string, from: EpochDay, to: EpochDay): void => {
    const dates = { started_on: isoDate(from), stopped_on: isoDate(to) };
    ledger.add("antibiotic", { patient, substance, route, ...dates, indication: "Bacterial osteomyelitis" });
  };
  course(random.pick(["Clindamycin", "Cefuroxime", "Flucloxacillin"]), "intravenous", begin, change);
  course(random.pick(["Clindamycin", "Cefuroxime axetil"]), "oral", change, stop);
}
