import { ARM_BACK, ARM_FRONT } from "./arm.ts";
import { FOOT_BACK, FOOT_FRONT } from "./foot.ts";
import { HAND } from "./hand.ts";
import { HEAD_FRONT, JAW_BACK, SKULL_BACK } from "./head.ts";
import { type Contour, type InkedPath, pathsOf, silhouetteOf } from "./inking.ts";
import { LEG_BACK, LEG_FRONT } from "./leg.ts";
import type { Point } from "./outline.ts";
import { type Part, reflected, shifted } from "./part.ts";
import { PELVIS_BACK, PELVIS_FRONT, PUBIS_BACK } from "./pelvis.ts";
import { type BonePlace, placeKey } from "./place.ts";
import { SACRUM_BACK, SACRUM_FRONT } from "./sacrum.ts";
import { CLAVICLE_BACK, CLAVICLE_FRONT, SCAPULA_BACK, SCAPULA_FRONT } from "./shoulder.ts";
import { SPINE_BACK, SPINE_FRONT, SPINE_REGIONS } from "./spine.ts";
import { RIBS_BACK, RIBS_FRONT, STERNUM } from "./thorax.ts";

export type ViewName = "front" | "back";

/** Each view's box, from 0 to these. */
export const WIDTH = 320;
export const HEIGHT = 846;

/** A bone at its place in a view, and the paths that draw it. */
export interface DrawnBone extends Omit<Part, "midline"> {
  readonly key: string;
  readonly place: BonePlace;
  readonly paths: readonly InkedPath[];
  readonly silhouette: readonly Contour[];
}

/** From the back of the picture to its front. */
const PARTS: Readonly<Record<ViewName, readonly Part[]>> = {
  front: [
    ...SCAPULA_FRONT,
    ...RIBS_FRONT,
    ...SACRUM_FRONT,
    ...SPINE_FRONT,
    ...PELVIS_FRONT,
    ...STERNUM,
    ...CLAVICLE_FRONT,
    ...LEG_FRONT,
    ...FOOT_FRONT,
    ...ARM_FRONT,
    ...HAND,
    ...HEAD_FRONT,
  ],
  back: [
    ...JAW_BACK,
    ...CLAVICLE_BACK,
    ...RIBS_BACK,
    ...FOOT_BACK,
    ...LEG_BACK,
    ...PUBIS_BACK,
    ...SACRUM_BACK,
    ...PELVIS_BACK,
    ...SPINE_BACK,
    ...ARM_BACK,
    ...SCAPULA_BACK,
    ...HAND,
    ...SKULL_BACK,
  ],
};

const MIDDLE: Point = [WIDTH / 2, 0];

function drawn(part: Part, side: BonePlace["side"]): DrawnBone {
  const { midline: _, ...one } = shifted(part, MIDDLE);
  const place: BonePlace = { bone: one.bone, side, ...(one.level === undefined ? {} : { level: one.level }) };
  return { ...one, place, key: placeKey(place), paths: pathsOf(one.strokes), silhouette: silhouetteOf(one.strokes) };
}

/** Parts are drawn on the viewer's right: that is the child's left from the front, and the right from behind. */
const bonesOf = (view: ViewName): readonly DrawnBone[] => {
  const [here, there] = view === "front" ? (["left", "right"] as const) : (["right", "left"] as const);
  return PARTS[view].flatMap((part) =>
    part.midline ? [drawn(part, "midline")] : [drawn(part, here), drawn(reflected(part), there)],
  );
};

/** What each view shows, from back to front. */
export const VIEWS: Readonly<Record<ViewName, readonly DrawnBone[]>> = {
  front: bonesOf("front"),
  back: bonesOf("back"),
};

/** Beside the spine, for vertebrae of unknown level: the same in both views. */
export const REGIONS: readonly DrawnBone[] = SPINE_REGIONS.map((part) => drawn(part, "midline"));
