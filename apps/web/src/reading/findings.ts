import { BONE_PLACES } from "@osteon/codebook";
import type { BonePlace, LesionState, SkeletonMark } from "../skeleton/place.ts";

/** What is marked: states by place, as `femur left`. */
export type Findings = Readonly<Record<string, LesionState>>;

/** A bone of one side; levels of the spine are read together. */
export type ReadPlace = Pick<BonePlace, "bone" | "side">;

export const nameOfPlace = ({ bone, side }: ReadPlace): string => `${bone} ${side}`;

/** Every place, in the order of the codebook, from head to foot. */
export const READ_PLACES: readonly ReadPlace[] = BONE_PLACES;

/** What is marked, from head to foot. */
export const markedIn = (findings: Findings): readonly SkeletonMark[] =>
  READ_PLACES.flatMap((place) => {
    const state = findings[nameOfPlace(place)];
    return state === undefined ? [] : [{ ...place, state }];
  });

/** The same with a place in another state, or with none. */
export function withState(findings: Findings, place: ReadPlace, state: LesionState | undefined): Findings {
  const { [nameOfPlace(place)]: _before, ...others } = findings;
  return state === undefined ? others : { ...others, [nameOfPlace(place)]: state };
}
