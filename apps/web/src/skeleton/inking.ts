import { pathOf } from "./outline.ts";
import type { Stroke } from "./part.ts";

/** An SVG path: its classes are in skeleton.css. */
export interface InkedPath {
  readonly ink: string;
  readonly d: string;
  readonly width?: number;
}

/** A piece of the bone's silhouette; a line of this width, or else a filled shape. */
export interface Contour {
  readonly d: string;
  readonly width: number;
}

/** How much thicker than the bone a tube's edge is on both sides together, and how much thinner its core. */
const EDGE = 0.9;

/** The paths of strokes, in the order of drawing. */
export function pathsOf(strokes: readonly Stroke[]): readonly InkedPath[] {
  return strokes.flatMap(({ ink, outline, width }): readonly InkedPath[] => {
    const d = pathOf(outline);
    if (width === undefined) return [{ ink, d }];
    const core = { ink: `${ink}-core`, d, width: width - EDGE };
    return ink === "joint" ? [core] : [{ ink: `${ink}-edge`, d, width: width + EDGE }, core];
  });
}

/** What the bone covers: for the pointer and for the ring around it. */
export function silhouetteOf(strokes: readonly Stroke[]): readonly Contour[] {
  return strokes.flatMap(({ ink, outline, width = 0 }) =>
    ["bone", "far", "tube", "far-tube", "bracket"].includes(ink) ? [{ d: pathOf(outline), width }] : [],
  );
}
