import type { ChildName } from "./demography.ts";

export type StopReason = "remission" | "inefficacy" | "adverse_effect" | "family_decision" | "planned_end";

/** A drug by days from diagnosis; without `stop` it goes on at the last contact. */
export interface PlannedTreatment {
  readonly drug: "methotrexate" | "sulfasalazine" | "etanercept" | "adalimumab";
  readonly child: ChildName;
  readonly start: number;
  readonly stop?: number;
  readonly reason?: StopReason;
}

/** First and last day of NSAID, and why they were stopped; `ongoing` at the last contact. Median 13 months, 3 to 90. */
export const NSAID: Partial<
  Readonly<Record<ChildName, readonly [number, number, StopReason] | readonly [number, "ongoing"]>>
> = {
  tnf2: [0, 1300, "remission"],
  tnf3: [1, "ongoing"],
  tnf4: [0, 2155, "remission"],
  tnf5: [0, "ongoing"],
  tnf6: [0, 2666, "remission"],
  tnf7: [0, 2520, "remission"],
  pamidronate1: [0, 2265, "remission"],
  pamidronate2: [1, 730, "remission"],
  pamidronate3: [0, 365, "remission"],
  pamidronate4: [0, 364, "remission"],
  pamidronate5: [1, 300, "remission"],
  pamidronate6: [0, 1500, "adverse_effect"],
  arthritis1: [0, 1600, "remission"],
  refused1: [2, 842, "family_decision"],
  refused2: [0, 1169, "family_decision"],
  early1: [0, 396, "remission"],
  early2: [1, 500, "planned_end"],
  early3: [0, 760, "remission"],
  early4: [0, 340, "remission"],
  bowel1: [0, 376, "remission"],
  bowel2: [1, "ongoing"],
  steroid1: [0, 600, "remission"],
  steroid2: [0, 560, "remission"],
  steroid3: [0, "ongoing"],
  steroid4: [1, 780, "remission"],
  steroid5: [0, 700, "remission"],
  steroid6: [0, "ongoing"],
  steroid7: [0, "ongoing"],
  steroid8: [0, 1060, "remission"],
  steroid9: [0, 385, "remission"],
  steroid10: [0, "ongoing"],
  relapse1: [0, 372, "remission"],
  relapse2: [0, "ongoing"],
  relapse3: [1, 360, "remission"],
  relapse4: [0, 350, "remission"],
  relapse5: [0, 2739, "planned_end"],
  relapse6: [0, 360, "remission"],
  relapse7: [0, 366, "remission"],
  relapse8: [0, 300, "remission"],
  single1: [0, 90, "remission"],
  single2: [2, 150, "remission"],
  single3: [0, 180, "remission"],
  single4: [0, 200, "remission"],
  single5: [0, 230, "remission"],
  single6: [0, 300, "remission"],
  single7: [0, 330, "remission"],
  single8: [0, 380, "remission"],
  single9: [0, 240, "remission"],
  single10: [0, 270, "remission"],
  single11: [1, 355, "remission"],
  quiet1: [0, 240, "planned_end"],
  quiet2: [0, 388, "remission"],
  quiet3: [0, 500, "remission"],
  quiet4: [0, 388, "planned_end"],
  quiet5: [0, 390, "remission"],
};

/** Prednisolone by courses: `746+7` is seven days from day 746. Five to ten days, as the paper says. */
export const PREDNISOLONE: Partial<Readonly<Record<ChildName, string>>> = {
  tnf1: "0+7",
  tnf2: "746+7",
  tnf3: "956+5",
  tnf4: "1296+10",
  tnf5: "150+7",
  tnf6: "1388+8 1570+5",
  tnf7: "1285+7",
  pamidronate6: "240+5 900+7",
  arthritis1: "275+7",
  early1: "4+5 218+7",
  early2: "6+7",
  early3: "10+10",
  early4: "3+5",
  steroid1: "163+7 243+5",
  steroid2: "196+5",
  steroid3: "520+7",
  steroid4: "600+5",
  steroid5: "450+10",
  steroid6: "690+7",
  steroid7: "775+7",
  steroid8: "800+5",
  steroid9: "170+7",
  steroid10: "200+6",
};

/** Methotrexate, sulfasalazine and TNF-α inhibitors. */
export const SECOND_LINE: readonly PlannedTreatment[] = [
  { drug: "methotrexate", child: "tnf2", start: 430, stop: 821, reason: "inefficacy" },
  { drug: "methotrexate", child: "arthritis1", start: 720, stop: 1826, reason: "remission" },
  { drug: "sulfasalazine", child: "bowel1", start: 8 },
  { drug: "sulfasalazine", child: "bowel2", start: 20 },
  { drug: "sulfasalazine", child: "steroid7", start: 789 },
  { drug: "sulfasalazine", child: "steroid5", start: 466, stop: 478, reason: "adverse_effect" },
  { drug: "adalimumab", child: "tnf1", start: 13 },
  { drug: "etanercept", child: "tnf2", start: 821, stop: 1300, reason: "remission" },
  { drug: "etanercept", child: "tnf3", start: 1156 },
  { drug: "etanercept", child: "tnf4", start: 1446, stop: 2155, reason: "remission" },
  { drug: "etanercept", child: "tnf5", start: 274, stop: 700, reason: "remission" },
  { drug: "etanercept", child: "tnf6", start: 1718, stop: 1815, reason: "inefficacy" },
  { drug: "etanercept", child: "tnf7", start: 1615, stop: 1710, reason: "inefficacy" },
];

/** Pamidronate: first day of each cycle of three days. */
export const PAMIDRONATE: Partial<Readonly<Record<ChildName, readonly number[]>>> = {
  pamidronate1: [10, 102, 193],
  pamidronate2: [14, 105, 200, 291],
  pamidronate3: [7, 94, 188],
  pamidronate4: [12, 103, 194],
  pamidronate5: [9, 100, 190],
  pamidronate6: [1735, 1830, 1920],
  tnf6: [1871, 1960, 2056, 2147],
  tnf7: [1768, 1860, 1950],
};

/** Adverse effects: days after the start of the treatment held responsible. */
export const ADVERSE_EFFECTS = [
  { child: "pamidronate1", drug: "pamidronate", after: 1, effect: "fever", severity: "mild" },
  { child: "pamidronate2", drug: "pamidronate", after: 1, effect: "fever", severity: "mild" },
  { child: "pamidronate3", drug: "pamidronate", after: 1, effect: "fever", severity: "mild" },
  { child: "pamidronate3", drug: "pamidronate", after: 2, effect: "conjunctivitis", severity: "mild" },
  { child: "pamidronate4", drug: "pamidronate", after: 2, effect: "conjunctivitis", severity: "mild" },
  { child: "pamidronate6", drug: "pamidronate", after: 1, effect: "fever", severity: "mild" },
  { child: "tnf6", drug: "pamidronate", after: 3, effect: "hypocalcaemia", severity: "mild" },
  { child: "tnf6", drug: "etanercept", after: 61, effect: "abdominal_pain", severity: "moderate" },
  { child: "tnf6", drug: "etanercept", after: 80, effect: "reduced_general_condition", severity: "moderate" },
  { child: "tnf7", drug: "etanercept", after: 48, effect: "abdominal_pain", severity: "moderate" },
  { child: "tnf7", drug: "etanercept", after: 70, effect: "reduced_general_condition", severity: "moderate" },
  { child: "steroid5", drug: "sulfasalazine", after: 11, effect: "allergic_exanthema", severity: "moderate" },
  { child: "pamidronate6", drug: "ibuprofen", after: 1480, effect: "gastrointestinal_bleeding", severity: "mild" },
  { child: "arthritis1", drug: "methotrexate", after: 230, effect: "liver_enzymes", severity: "mild" },
] as const;
