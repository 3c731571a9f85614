import { chartDate, NOT_APPLICABLE } from "../../../schnabel-2017/cohort-generator/chart/chart-date.ts";
import type { ChartLedger } from "../../../schnabel-2017/cohort-generator/chart/chart-ledger.ts";
import { type Random, seededRandom } from "../../../schnabel-2017/cohort-generator/seeded-random.ts";
import type { ChildPlan } from "../plan/child-plan.ts";
import type { PlannedMri } from "../plan/course-plan.ts";

/** Places of lesions; a child has each at most once. */
const PLACES = [
  ...["tibia", "femur", "fibula", "humerus", "clavicle", "ilium", "radius", "metatarsus"].flatMap((bone) =>
    (["left", "right"] as const).map((side) => ({ bone, side })),
  ),
  ...["sternum", "thoracic_vertebra", "lumbar_vertebra", "sacrum", "mandible"].map((bone) => ({
    bone,
    side: "midline",
  })),
];

/** Writes the lesions of a child and each whole-body MRI that looked at them. */
export function writeImaging(
  ledger: ChartLedger,
  patient: string,
  child: ChildPlan,
  images: readonly PlannedMri[],
): void {
  const random = seededRandom(`imaging of ${child.name}`);
  const places = random.shuffled(PLACES);
  const add = ({ bone, side }: (typeof PLACES)[number]): string => ledger.add("lesion", { patient, bone, side });
  const lesions = places.slice(0, child.lesions).map(add);
  const spare = places.slice(child.lesions);
  for (const { day, shows } of [...images].sort((a, b) => a.day - b.day)) {
    const imaging = ledger.add("imaging", {
      patient,
      imaged_on: chartDate(child.diagnosed, day),
      modality: "whole_body_mri",
      tirm: "yes",
      contrast_given: "no",
    });
    const place = shows === "new" ? spare.shift() : undefined;
    const seen = lesions.map((lesion) => ({ lesion, state: stateOf(random, shows) }));
    if (place !== undefined) {
      const lesion = add(place);
      lesions.push(lesion);
      seen.push({ lesion, state: "new" });
    }
    for (const { lesion, state } of seen)
      ledger.add("lesion_observation", { patient, imaging, lesion, state, marginal_sclerosis: NOT_APPLICABLE });
  }
}

function stateOf(random: Random, shows: PlannedMri["shows"]): string {
  if (shows === "first" || shows === "start") return "active";
  if (shows === "clear") return "not_visible";
  return random.pick(["remaining", "remaining", "not_visible"]);
}
