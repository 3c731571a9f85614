/** The highest dose that a published regimen of CNO uses, in one unit; a higher one is asked about, never refused. */
export interface DoseCeiling {
  readonly drug: string;
  readonly unit: string;
  readonly most: number;
}

/** Regimens of Schnabel et al., J Rheumatol 2017;44:1058-65, doi:10.3899/jrheum.161255; pamidronate is the dose of one infusion. */
export const DOSE_CEILINGS: readonly DoseCeiling[] = [
  { drug: "naproxen", unit: "mg/kg/d", most: 15 },
  { drug: "ibuprofen", unit: "mg/kg/d", most: 30 },
  { drug: "prednisolone", unit: "mg/kg/d", most: 2 },
  { drug: "prednisolone", unit: "mg/d", most: 60 },
  { drug: "pamidronate", unit: "mg/kg", most: 1 },
];
