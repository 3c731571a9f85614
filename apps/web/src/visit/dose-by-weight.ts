/** A dose per kilogram and in all, each with its unit; numbers as they are, to be rounded by who shows them. */
export interface DoseByWeight {
  readonly perKg: number;
  readonly perKgUnit: string;
  readonly whole: number;
  readonly wholeUnit: string;
}

/** A dose at a weight in kg; nothing where either is no positive number, or the dose is given by the surface of the body. */
export function doseByWeight(dose: number, unit: string, weightKg: number | undefined): DoseByWeight | undefined {
  if (weightKg === undefined || !(weightKg > 0) || !(dose > 0) || !/^mg(\/kg)?(\/d)?$/.test(unit)) return undefined;
  const isPerKg = unit.startsWith("mg/kg");
  const wholeUnit = isPerKg ? unit.replace("mg/kg", "mg") : unit;
  const perKgUnit = isPerKg ? unit : unit.replace("mg", "mg/kg");
  return {
    ...{ perKgUnit, wholeUnit },
    perKg: isPerKg ? dose : dose / weightKg,
    whole: isPerKg ? dose * weightKg : dose,
  };
}
