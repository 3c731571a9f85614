import { memo } from "react";
import type { LesionState } from "./place.ts";
import type { DrawnBone } from "./view.ts";

/** The bone's outlines as they are inked. */
export const BoneFigure = memo(function BoneFigure({ bone }: { readonly bone: DrawnBone }) {
  return bone.paths.map(({ ink, d, width }, index) => (
    // The paths of a bone never change their order.
    <path
      key={`${bone.key}-${index.toString()}`}
      className={`ink-${ink}`}
      d={d}
      {...(width && { strokeWidth: width })}
    />
  ));
});

/** The bone's silhouette, wider by `by` on every side. */
function Silhouette({ bone, by, name }: { readonly bone: DrawnBone; readonly by: number; readonly name: string }) {
  return bone.silhouette.map(({ d, width }, index) => (
    <path key={`${bone.key}-${index.toString()}`} className={name} d={d} strokeWidth={width + 2 * by} />
  ));
}

/** An invisible ground on which the pointer finds the bone. */
export const BoneGround = memo(function BoneGround({ bone }: { readonly bone: DrawnBone }) {
  return <Silhouette bone={bone} by={bone.reach} name="bone-ground" />;
});

/** The bone once more above all others, in a ring: the one that has the focus, or is chosen. */
export function RaisedBone(props: {
  readonly bone: DrawnBone;
  readonly why: "focus" | "chosen";
  readonly state: LesionState | undefined;
}) {
  const { bone, why, state } = props;
  return (
    <g className={`bone raised raised-${why} ${tintOf(state)}`}>
      <Silhouette bone={bone} by={2.6} name="bone-ring" />
      <BoneFigure bone={bone} />
    </g>
  );
}

/** The class that tints a bone by the state of its lesions. */
export const tintOf = (state: LesionState | undefined): string => (state === undefined ? "" : `tinted lesion-${state}`);
