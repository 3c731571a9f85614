import type { ChildName } from "../plan/demography.ts";
import { type PlannedMri, SPINE_ACTIVE_AFTER_ONE_YEAR } from "../plan/imaging-plan.ts";
import { VERTEBRAE } from "../plan/skeleton.ts";
import type { Random } from "../seeded-random.ts";

export type LesionState = "new" | "active" | "remaining" | "not_visible";

export interface WrittenLesion {
  readonly key: string;
  readonly bone: string;
  /** As in the plan: 0 at diagnosis, n on the n-th later MRI with a new lesion. */
  readonly wave: number;
}

interface Reading {
  readonly child: ChildName;
  readonly mri: PlannedMri;
  /** How many later MRI have shown a new lesion, this one included. */
  readonly wave: number;
  readonly lesions: readonly WrittenLesion[];
}

/** Days on which the spine "one year after diagnosis" is read. */
const ONE_YEAR = [150, 560] as const;

/** What an MRI shows of each lesion known by then; a regional MRI looks at a few of them. */
export function readLesions(reading: Reading, random: Random): readonly (readonly [WrittenLesion, LesionState])[] {
  const { mri, wave, lesions } = reading;
  const fresh = mri.reading === "new" ? lesions.filter((lesion) => lesion.wave === wave) : [];
  const older = lesions.filter((lesion) => lesion.wave < wave || (mri.reading !== "new" && lesion.wave === wave));
  const looked = mri.modality === "whole_body_mri" ? older : someOf(older, reading, random);
  const glowing = glowingLesions(looked, reading, random);
  return [
    ...looked.map((lesion): [WrittenLesion, LesionState] => [
      lesion,
      glowing.has(lesion) ? "remaining" : "not_visible",
    ]),
    ...fresh.map((lesion): [WrittenLesion, LesionState] => [lesion, "new"]),
  ];
}

/** A regional MRI at a relapse looks at two older lesions beside the new ones, and in the first year at the spine. */
function someOf(older: readonly WrittenLesion[], { mri }: Reading, random: Random): readonly WrittenLesion[] {
  if (mri.reading !== "new") return older;
  const spine = isInYear(mri.day) ? older.filter(({ bone }) => VERTEBRAE.has(bone)) : [];
  return [...new Set([...spine, ...random.shuffled(older).slice(0, 2)])];
}

const isInYear = (day: number): boolean => day >= ONE_YEAR[0] && day <= ONE_YEAR[1];

function glowingLesions(
  looked: readonly WrittenLesion[],
  { child, mri }: Reading,
  random: Random,
): ReadonlySet<unknown> {
  if (mri.reading === "none") return new Set();
  const inYear = isInYear(mri.day);
  const spineGlows = SPINE_ACTIVE_AFTER_ONE_YEAR.has(child);
  const able = looked.filter(({ bone }) => !(inYear && VERTEBRAE.has(bone) && !spineGlows));
  const drawn = able.filter(() => random.chance(0.4));
  const spine = inYear && spineGlows ? able.filter(({ bone }) => VERTEBRAE.has(bone)).slice(0, 1) : [];
  const least = mri.reading === "remaining" ? able.slice(0, 1) : [];
  return new Set([...drawn, ...spine, ...(drawn.length + spine.length === 0 ? least : [])]);
}
