import { memo, useId } from "react";
import type { LesionState } from "./place.ts";
import { type DrawnBone, HEIGHT, WIDTH } from "./view.ts";

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

/** A ring around the bone that has the focus or is chosen: above all bones, but open, so that it hides none. */
export function BoneRing({ bone, why }: { readonly bone: DrawnBone; readonly why: "focus" | "chosen" }) {
  const id = useId();
  return (
    <g className={`ring ring-${why}`}>
      <mask id={id} maskUnits="userSpaceOnUse" x="0" y="0" width={WIDTH} height={HEIGHT}>
        <rect className="ring-outside" width={WIDTH} height={HEIGHT} />
        <Silhouette bone={bone} by={0.4} name="ring-inside" />
      </mask>
      <g mask={`url(#${id})`}>
        <Silhouette bone={bone} by={4} name="ring-clear" />
        <Silhouette bone={bone} by={3} name="ring-line" />
      </g>
    </g>
  );
}

/** The class that tints a bone by the state of its lesions. */
export const tintOf = (state: LesionState | undefined): string => (state === undefined ? "" : `tinted lesion-${state}`);
