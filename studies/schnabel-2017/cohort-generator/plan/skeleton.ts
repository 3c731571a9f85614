import { BONES } from "@osteon/codebook";

/** Where a lesion whose bone is not settled is dealt to. */
export type DealtRegion = "leg" | "other";

export const LEG_BONES: ReadonlySet<string> = new Set(
  BONES.filter(({ region }) => region === "lower_extremity").map(({ code }) => code),
);

/** Places of lesions outside the legs and the spine; clavicle, sternum and mandible are settled child by child. */
export const OTHER_BONES: readonly string[] = [
  "ilium",
  "ilium",
  "pubis",
  "ischium",
  "humerus",
  "humerus",
  "radius",
  "ulna",
  "rib",
  "rib",
  "scapula",
  "carpus",
  "metacarpus",
];

const thoracic = [4, 5, 6, 7, 8, 9, 10, 11, 12].map((level) => `T${level}`);
const lumbar = [1, 2, 3, 4, 5].map((level) => `L${level}`);

/** Levels of the vertebrae that lesions are dealt to. */
export const VERTEBRAE: ReadonlyMap<string, readonly string[]> = new Map([
  ["thoracic_vertebra", thoracic],
  ["lumbar_vertebra", lumbar],
]);

const PAIRED: ReadonlySet<string> = new Set(BONES.filter(({ paired }) => paired).map(({ code }) => code));
export const isPaired = (bone: string): boolean => PAIRED.has(bone);

const LONG: ReadonlySet<string> = new Set(["femur", "tibia", "fibula", "humerus", "radius", "ulna"]);
const SHORT: ReadonlySet<string> = new Set(["clavicle", "metatarsus", "metacarpus", "toe", "rib"]);

/** Parts of a bone that lesions take; the metaphysis of a long bone most of all. */
export function partsOf(bone: string): readonly string[] {
  if (LONG.has(bone)) return ["metaphysis", "metaphysis", "metaphysis", "epiphysis", "diaphysis"];
  if (SHORT.has(bone)) return ["metaphysis", "diaphysis", "whole"];
  return ["body"];
}
