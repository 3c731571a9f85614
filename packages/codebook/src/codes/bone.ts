import type { Choice } from "../field.ts";

/** The region of the skeleton that a bone belongs to, as outcome papers group lesions. */
export type Region = "skull" | "trunk" | "spine" | "upper_extremity" | "pelvis" | "lower_extremity";

export interface Bone extends Choice {
  readonly region: Region;
  /** Bones on the midline have no side. */
  readonly paired: boolean;
}

const bones = (region: Region, paired: boolean, entries: readonly (readonly [string, string])[]): readonly Bone[] =>
  entries.map(([code, says]) => ({ code, says, region, paired }));

/** A bone of one side, as `femur left`; what lies in the middle has one place. */
export interface BonePlace {
  readonly bone: string;
  readonly side: "left" | "right" | "midline";
}

/** Bones and bone units in which lesions are recorded. */
export const BONES: readonly Bone[] = [
  ...bones("skull", false, [
    ["skull", "Skull"],
    ["mandible", "Mandible"],
  ]),
  ...bones("skull", true, [["maxilla", "Maxilla"]]),
  ...bones("trunk", true, [
    ["clavicle", "Clavicle"],
    ["scapula", "Scapula"],
    ["rib", "Rib"],
  ]),
  ...bones("trunk", false, [["sternum", "Sternum"]]),
  ...bones("spine", false, [
    ["cervical_vertebra", "Cervical vertebra"],
    ["thoracic_vertebra", "Thoracic vertebra"],
    ["lumbar_vertebra", "Lumbar vertebra"],
    ["sacrum", "Sacrum"],
  ]),
  ...bones("upper_extremity", true, [
    ["humerus", "Humerus"],
    ["radius", "Radius"],
    ["ulna", "Ulna"],
    ["carpus", "Carpal bones"],
    ["metacarpus", "Metacarpal bones"],
    ["finger", "Phalanges of the hand"],
  ]),
  ...bones("pelvis", true, [
    ["ilium", "Ilium"],
    ["ischium", "Ischium"],
    ["pubis", "Pubis"],
  ]),
  ...bones("lower_extremity", true, [
    ["femur", "Femur"],
    ["patella", "Patella"],
    ["tibia", "Tibia"],
    ["fibula", "Fibula"],
    ["talus", "Talus"],
    ["calcaneus", "Calcaneus"],
    ["tarsus", "Other tarsal bones"],
    ["metatarsus", "Metatarsal bones"],
    ["toe", "Phalanges of the foot"],
  ]),
];

/** Every place in which a lesion can lie, bone by bone. */
export const BONE_PLACES: readonly BonePlace[] = BONES.flatMap(({ code, paired }): BonePlace[] =>
  paired
    ? [
        { bone: code, side: "left" },
        { bone: code, side: "right" },
      ]
    : [{ bone: code, side: "midline" }],
);
