import { OUTCOME_TABLES } from "@osteon/cno";
import { CTP } from "./rules.ts";

const condition = (says: string) => ({ says, source: CTP, assumption: true }) as const;

/** Conditions of entry into a plan, in the order in which they are counted. */
export const CONDITIONS = {
  age: condition("At most 21 years old."),
  oedema: condition("Bone oedema on an MRI of the last 12 weeks."),
  whole_body: condition("The whole body was imaged, by MRI or scintigraphy."),
  active: condition("Active disease after 4 weeks of NSAID, or an active spinal lesion."),
  told_apart: condition("A biopsy, or a typical place, or bowel disease, psoriasis or palmoplantar pustulosis."),
} as const;

const onBothSides = (bone: string) => ({
  says: `Metaphysis or epiphysis of the ${bone} on both sides.`,
  source: CTP,
  bothSides: true,
});

export const TABLES = {
  ...OUTCOME_TABLES,
  condition: { key: "condition", rows: CONDITIONS },
  typical_place: {
    key: "bone",
    rows: {
      clavicle: { says: "A clavicle.", source: CTP, bothSides: false },
      humerus: onBothSides("humerus"),
      radius: onBothSides("radius"),
      ulna: onBothSides("ulna"),
      femur: onBothSides("femur"),
      tibia: onBothSides("tibia"),
      fibula: onBothSides("fibula"),
    },
  },
} as const;
