import type { ChildName } from "./demography.ts";

/** How many lesions a child has at diagnosis and in all; which bones are settled, the others are dealt. */
interface LesionPlan {
  readonly atDiagnosis: number;
  readonly total: number;
  readonly vertebrae: number;
  /** Bones of lesions seen at diagnosis. */
  readonly bones: readonly string[];
}

const lesions = (atDiagnosis: number, total: number, vertebrae = 0, ...bones: readonly string[]): LesionPlan => ({
  atDiagnosis,
  total,
  vertebrae,
  bones,
});

/** 385 lesions; 12 children have one, 13 one at diagnosis; 14 have vertebral lesions, all of them at diagnosis. */
export const LESIONS: Readonly<Record<ChildName, LesionPlan>> = {
  tnf1: lesions(4, 6, 0, "clavicle"),
  tnf2: lesions(9, 12, 2),
  tnf3: lesions(8, 14, 2),
  tnf4: lesions(9, 16, 3),
  tnf5: lesions(8, 12, 2),
  tnf6: lesions(7, 16, 3, "clavicle"),
  tnf7: lesions(10, 16, 0, "mandible", "clavicle"),
  pamidronate1: lesions(11, 15, 4),
  pamidronate2: lesions(8, 10, 3),
  pamidronate3: lesions(6, 6, 2),
  pamidronate4: lesions(6, 6, 2),
  pamidronate5: lesions(1, 1, 1),
  pamidronate6: lesions(8, 14, 0, "ilium"),
  arthritis1: lesions(6, 12, 0, "clavicle"),
  refused1: lesions(8, 11, 0, "ilium"),
  refused2: lesions(3, 5),
  early1: lesions(8, 11, 0, "clavicle"),
  early2: lesions(4, 5),
  early3: lesions(7, 9),
  early4: lesions(2, 2),
  bowel1: lesions(2, 3, 0, "mandible"),
  bowel2: lesions(5, 5),
  steroid1: lesions(9, 13, 0, "clavicle", "sternum"),
  steroid2: lesions(2, 3),
  steroid3: lesions(5, 6),
  steroid4: lesions(3, 4),
  steroid5: lesions(10, 12, 2),
  steroid6: lesions(8, 10, 2),
  steroid7: lesions(4, 6),
  steroid8: lesions(9, 11),
  steroid9: lesions(6, 6),
  steroid10: lesions(4, 4),
  relapse1: lesions(2, 3),
  relapse2: lesions(3, 4),
  relapse3: lesions(10, 12, 2),
  relapse4: lesions(3, 5, 0, "mandible"),
  relapse5: lesions(10, 13, 0, "sternum"),
  relapse6: lesions(3, 5),
  relapse7: lesions(4, 6),
  relapse8: lesions(1, 3, 0, "tibia"),
  single1: lesions(1, 1, 0, "tibia"),
  single2: lesions(1, 1, 0, "femur"),
  single3: lesions(1, 1, 0, "clavicle"),
  single4: lesions(1, 1, 0, "tibia"),
  single5: lesions(1, 1, 0, "calcaneus"),
  single6: lesions(1, 1, 0, "fibula"),
  single7: lesions(1, 1, 0, "femur"),
  single8: lesions(1, 1, 0, "mandible"),
  single9: lesions(1, 1, 0, "tibia"),
  single10: lesions(1, 1, 0, "femur"),
  single11: lesions(1, 1, 0, "metatarsus"),
  quiet1: lesions(2, 2),
  quiet2: lesions(3, 4),
  quiet3: lesions(13, 13, 3),
  quiet4: lesions(6, 6),
  quiet5: lesions(14, 16),
};
