import type { ImageAgreement } from "@osteon/api";
import { BONE_PLACES, BONES, type BonePlace } from "@osteon/codebook";
import { type ClusteredKappa, freeMarginalInClusters, type RatedSubject } from "@osteon/stats";
import { type ImageState, keyOfPlace, type ReadImage } from "./readings-by-image.ts";

const STATES: readonly (ImageState | null)[] = [null, "new", "active", "remaining", "not_visible"];
const VISIBLE: ReadonlySet<ImageState | null> = new Set<ImageState>(["new", "active", "remaining"]);

/** One place of one examination, as every reader saw it; null where a reader saw no lesion. */
interface ReadPlace extends BonePlace {
  readonly image: ReadImage;
  readonly seen: readonly (ImageState | null)[];
}

/**
 * How far readers agree: over every place of whole-body MRIs that were read twice or more, a place without a mark being one without a
 * lesion; places of one child are no independent ones. Of regional MRIs only differences are told.
 */
export function imageAgreement(
  images: readonly ReadImage[],
): Omit<ImageAgreement, "withdrawn" | "readings" | "readers"> {
  const twice = images.filter(({ said }) => said.length > 1);
  const whole = twice.filter(({ modality }) => modality === "whole_body_mri");
  const places = whole.flatMap(placesOf);
  return {
    examinations: whole.length,
    regional: images.filter(({ modality }) => modality !== "whole_body_mri").length,
    whyNone: images.length === 0 ? "unread" : twice.length === 0 ? "single" : null,
    overall: bothOf(places),
    bones: BONES.map(({ code }) => ({ bone: code, ...bothOf(places.filter(({ bone }) => bone === code)) })),
    disagreements: twice
      .flatMap(placesOf)
      .filter(({ seen }) => new Set(seen).size > 1)
      .map(({ image: { centre, patient, imaging, imagedOn, modality, said }, bone, side, seen }) => ({
        ...{ centre, patient, imaging, imagedOn, modality, bone, side },
        readings: said.map(({ reader }, place) => ({ reader, state: seen[place] ?? null })),
      })),
  };
}

const placesOf = (image: ReadImage): readonly ReadPlace[] =>
  BONE_PLACES.map((place) => ({
    ...place,
    image,
    seen: image.said.map(({ states }) => states.get(keyOfPlace(place)) ?? null),
  }));

function bothOf(places: readonly ReadPlace[]): ImageAgreement["overall"] {
  const rated = (categoryOf: (state: ImageState | null) => number): readonly RatedSubject[] =>
    places.map(({ image, seen }) => ({
      ratings: seen.map(categoryOf),
      cluster: `${image.centre}\n${image.patient}`,
    }));
  return {
    states: told(
      freeMarginalInClusters(
        rated((state) => STATES.indexOf(state)),
        STATES.length,
        0.95,
      ),
    ),
    visible: told(
      freeMarginalInClusters(
        rated((state) => (VISIBLE.has(state) ? 1 : 0)),
        2,
        0.95,
      ),
    ),
  };
}

const told = ({ kappa, lower, upper, observed, subjects, clusters }: ClusteredKappa) => ({
  ...{ kappa, lower, upper, observed },
  ...{ subjects, clusters },
});
