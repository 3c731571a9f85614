import type { ChildName } from "./demography.ts";

/** First day from diagnosis, days into the vein, then days by mouth. */
interface AntibioticPlan {
  readonly start: number;
  readonly intravenous: number;
  readonly oral: number;
  readonly substances: readonly [intravenous: string, oral: string];
  readonly indication: string;
}

const CLINDAMYCIN = ["Clindamycin", "Clindamycin"] as const;
const CEFUROXIME = ["Cefuroxime", "Cefuroxime axetil"] as const;
const AMPICILLIN = ["Ampicillin and sulbactam", "Amoxicillin and clavulanic acid"] as const;
const TUBERCULOSTATIC = ["Rifampicin", "Isoniazid and rifampicin"] as const;

const given = (
  start: number,
  intravenous: number,
  oral: number,
  substances: AntibioticPlan["substances"],
  indication = "Suspected bacterial osteomyelitis",
): AntibioticPlan => ({ start, intravenous, oral, substances, indication });

/**
 * The 20 children given antibiotics, 14 of them diagnosed up to 2007. Twelve began about half a year before the diagnosis
 * and did not respond; eight began days before it and had NSAID as well. Median 2 weeks into the vein and 12 by mouth.
 */
export const ANTIBIOTICS: Partial<Readonly<Record<ChildName, AntibioticPlan>>> = {
  pamidronate1: given(-1765, 28, 1736, TUBERCULOSTATIC, "Suspected skeletal tuberculosis, treated elsewhere"),
  tnf4: given(-188, 14, 84, CLINDAMYCIN),
  tnf6: given(-185, 10, 70, CEFUROXIME),
  tnf7: given(-146, 14, 90, CEFUROXIME),
  refused1: given(-186, 21, 100, AMPICILLIN),
  pamidronate2: given(-190, 35, 120, CLINDAMYCIN),
  steroid9: given(-172, 14, 80, CLINDAMYCIN),
  steroid3: given(-184, 7, 60, CEFUROXIME),
  relapse7: given(-183, 14, 91, CLINDAMYCIN),
  single10: given(-186, 0, 42, CEFUROXIME),
  quiet3: given(-190, 21, 140, AMPICILLIN),
  quiet4: given(-182, 12, 84, CLINDAMYCIN),
  steroid4: given(-3, 16, 77, CLINDAMYCIN),
  single5: given(-12, 14, 84, CEFUROXIME),
  relapse6: given(-8, 10, 21, AMPICILLIN),
  steroid7: given(-5, 14, 35, CEFUROXIME),
  relapse1: given(0, 14, 56, CLINDAMYCIN),
  relapse2: given(-8, 18, 88, CLINDAMYCIN),
  quiet2: given(-12, 7, 98, CEFUROXIME),
  steroid5: given(-10, 12, 90, CLINDAMYCIN),
};
