import type { ChildPlan } from "../plan/child-plan.ts";
import { firstModality, laterMri, type Modality, type PlannedMri } from "../plan/imaging-plan.ts";
import { type Random, seededRandom } from "../seeded-random.ts";
import { chartDate, NOT_APPLICABLE, yesNo } from "./chart-date.ts";
import type { ChartLedger } from "./chart-ledger.ts";
import { type LesionState, readLesions, type WrittenLesion } from "./lesion-reading.ts";

/** Writes the lesions of a child and every examination that looked at them. */
export function writeImaging(ledger: ChartLedger, patient: string, child: ChildPlan): void {
  const random = seededRandom(`imaging of ${child.name}`);
  const lesions = child.lesions.map(({ wave, bone, side, part, level }) => ({
    key: ledger.add("lesion", { patient, bone, side, part, level }),
    bone,
    wave,
  }));
  writeFirstImaging(ledger, patient, child, lesions, random);
  let wave = 0;
  for (const mri of laterMri(child.name)) {
    if (mri.reading === "new") wave += 1;
    const imaging = addImaging(ledger, patient, child, mri.day, mri.modality);
    const seen = readLesions({ child: child.name, mri, wave, lesions }, random);
    for (const [lesion, state] of seen) observe(ledger, patient, imaging, lesion, state, mri, random);
  }
}

function writeFirstImaging(
  ledger: ChartLedger,
  patient: string,
  child: ChildPlan,
  lesions: readonly WrittenLesion[],
  random: Random,
): void {
  const modality = firstModality(child.name);
  const imaging = addImaging(ledger, patient, child, random.integer(-9, 4), modality);
  const seen = lesions.filter(({ wave }) => wave === 0);
  const sclerotic = child.sclerosis ? new Set([seen[0], ...seen.filter(() => random.chance(0.2))]) : new Set();
  for (const lesion of seen) {
    ledger.add("lesion_observation", {
      patient,
      imaging,
      lesion: lesion.key,
      state: "active",
      marginal_sclerosis: modality === "scintigraphy" ? NOT_APPLICABLE : yesNo(sclerotic.has(lesion)),
      contrast_enhancement: modality === "regional_mri" ? yesNo(random.chance(0.85)) : NOT_APPLICABLE,
    });
  }
  if (modality === "scintigraphy" || random.chance(0.4)) {
    writeXRay(ledger, patient, child, seen, sclerotic, random);
  }
}

/** An X-ray of the most affected bone goes before many a first MRI. */
function writeXRay(
  ledger: ChartLedger,
  patient: string,
  child: ChildPlan,
  seen: readonly WrittenLesion[],
  sclerotic: ReadonlySet<unknown>,
  random: Random,
): void {
  const [lesion] = seen;
  if (lesion === undefined) return;
  const imaging = addImaging(ledger, patient, child, random.integer(-24, -10), "x_ray");
  ledger.add("lesion_observation", {
    patient,
    imaging,
    lesion: lesion.key,
    state: "active",
    marginal_sclerosis: yesNo(sclerotic.has(lesion)),
    contrast_enhancement: NOT_APPLICABLE,
  });
}

function addImaging(ledger: ChartLedger, patient: string, child: ChildPlan, day: number, modality: Modality): string {
  const isMri = modality === "regional_mri" || modality === "whole_body_mri";
  const sequence = (value: boolean): string => (isMri ? yesNo(value) : NOT_APPLICABLE);
  return ledger.add("imaging", {
    patient,
    imaged_on: chartDate(child.diagnosed, day),
    modality,
    native_t1: sequence(modality === "regional_mri"),
    contrast_t1_fat_sat: sequence(modality === "regional_mri"),
    tirm: sequence(true),
  });
}

function observe(
  ledger: ChartLedger,
  patient: string,
  imaging: string,
  lesion: WrittenLesion,
  state: LesionState,
  { modality }: PlannedMri,
  random: Random,
): void {
  const visible = state !== "not_visible";
  ledger.add("lesion_observation", {
    patient,
    imaging,
    lesion: lesion.key,
    state,
    marginal_sclerosis: visible ? yesNo(random.chance(0.2)) : NOT_APPLICABLE,
    contrast_enhancement: modality === "regional_mri" && visible ? yesNo(random.chance(0.7)) : NOT_APPLICABLE,
  });
}
