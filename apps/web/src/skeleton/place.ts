/** A bone of one child: as the codebook names it, its side, and of vertebrae the level ("T7"). */
export interface BonePlace {
  readonly bone: string;
  readonly side: "left" | "right" | "midline";
  readonly level?: string;
}

export type LesionState = "new" | "active" | "remaining" | "not_visible";

/** Lesions of one state in one bone. */
export interface SkeletonMark extends BonePlace {
  readonly state: LesionState;
  readonly count?: number;
}

/** The states, from the one that matters most to the one that matters least: a bone is tinted by its first. */
export const LESION_STATES: readonly LesionState[] = ["new", "active", "remaining", "not_visible"];

/** The same text for the same place, in both views. */
export function placeKey({ bone, side, level }: BonePlace): string {
  return level === undefined ? `${bone}/${side}` : `${bone}/${side}/${level}`;
}

/** The place alone, without what else was said of it. */
export function placeOf({ bone, side, level }: BonePlace): BonePlace {
  return level === undefined ? { bone, side } : { bone, side, level };
}
