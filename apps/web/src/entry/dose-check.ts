import { DOSE_CEILINGS } from "@osteon/codebook";

/** A usual dose by weight; regimens of Schnabel et al., J Rheumatol 2017;44:1058-65. */
interface UsualDose {
  readonly drug: string;
  readonly unit: "mg/kg/d" | "mg/kg";
  readonly least: number;
}

/** The lower ends; the upper ones are the codebook's ceilings. */
const USUAL: readonly UsualDose[] = [
  { drug: "naproxen", unit: "mg/kg/d", least: 10 },
  { drug: "ibuprofen", unit: "mg/kg/d", least: 30 },
  { drug: "prednisolone", unit: "mg/kg/d", least: 2 },
  { drug: "pamidronate", unit: "mg/kg", least: 0.5 },
];

export interface DoseJudged {
  /** Dose by kg, and the whole dose, as far as weight and unit tell. */
  readonly perKg: number;
  readonly whole: number;
  readonly unit: "mg/kg/d" | "mg/kg";
  readonly usual: readonly [least: number, most: number];
  readonly verdict: "usual" | "low" | "high";
  /** The whole dose a day that must not be passed, where there is one. */
  readonly cap: number | undefined;
}

/** A dose against the usual range by weight; undefined where drug, unit or weight tell nothing. */
export function judgeDose(
  drug: string,
  dose: number,
  doseUnit: string,
  weightKg: number | undefined,
): DoseJudged | undefined {
  const usual = USUAL.find((one) => one.drug === drug);
  const most = DOSE_CEILINGS.find((one) => one.drug === drug && one.unit === usual?.unit)?.most;
  if (usual === undefined || most === undefined || weightKg === undefined || !(weightKg > 0) || !(dose > 0))
    return undefined;
  const perDay = usual.unit === "mg/kg/d";
  const byKg = doseUnit === usual.unit || (!perDay && doseUnit === "mg/kg");
  const asWhole = perDay ? doseUnit === "mg/d" : doseUnit === "mg";
  if (!byKg && !asWhole) return undefined;
  const perKg = byKg ? dose : dose / weightKg;
  const whole = byKg ? dose * weightKg : dose;
  const cap = perDay ? DOSE_CEILINGS.find((one) => one.drug === drug && one.unit === "mg/d")?.most : undefined;
  // At the cap a heavy child gets less by weight, rightly.
  const capped = cap !== undefined && whole >= cap;
  const high = cap !== undefined && whole > cap * 1.0001 ? true : perKg > most * 1.0001;
  const low = perKg < usual.least * 0.9999 && !capped;
  return {
    perKg,
    whole,
    unit: usual.unit,
    usual: [usual.least, most],
    verdict: high ? "high" : low ? "low" : "usual",
    cap,
  };
}
