import { mirrored, moved, type Outline, type Point } from "./outline.ts";

/**
 * How an outline is inked: `bone` filled and edged, `far` the same but behind, `hollow` an opening, `shade` the side away
 * from the light, `line` a seam or crest, `growth` a growth plate. Tubes are lines as thick as `width`, with an
 * edge; a `joint` is a tube without one. A `bracket` is no bone: it stands beside a run of vertebrae.
 */
export type Ink =
  | "bone"
  | "far"
  | "hollow"
  | "shade"
  | "line"
  | "growth"
  | "tube"
  | "far-tube"
  | "cartilage"
  | "joint"
  | "bracket";

export interface Stroke {
  readonly ink: Ink;
  readonly outline: Outline;
  readonly width?: number;
}

/** A bone as one view shows it. Paired bones are drawn once, on the viewer's right of a midline at 0. */
export interface Part {
  readonly bone: string;
  readonly midline: boolean;
  readonly level?: string;
  readonly strokes: readonly Stroke[];
  /** Where marks sit. */
  readonly centre: Point;
  /** How far around the bone the pointer still finds it. */
  readonly reach: number;
  /** Whether several marks of the bone stand below each other or side by side. */
  readonly row: "down" | "across";
  /** Half the size of a mark. */
  readonly mark: number;
  /** Seen, but behind other bones: it has the tint of its lesions but cannot be chosen in this view. */
  readonly hidden: boolean;
}

type Rest = Partial<Pick<Part, "midline" | "level" | "reach" | "row" | "mark" | "hidden">>;

export function part(bone: string, centre: Point, strokes: readonly Stroke[], rest: Rest = {}): Part {
  return { bone, centre, strokes, midline: false, reach: 2, row: "across", mark: 7, hidden: false, ...rest };
}

const inked =
  (ink: Ink) =>
  (outline: Outline): Stroke => ({ ink, outline });

export const bone = inked("bone");
export const far = inked("far");
export const hollow = inked("hollow");
export const shade = inked("shade");
export const seam = inked("line");
export const growth = inked("growth");

export const bracket = inked("bracket");

export const tube = (width: number, outline: Outline): Stroke => ({ ink: "tube", outline, width });
export const farTube = (width: number, outline: Outline): Stroke => ({ ink: "far-tube", outline, width });
export const joint = (width: number, outline: Outline): Stroke => ({ ink: "joint", outline, width });
export const cartilage = (width: number, outline: Outline): Stroke => ({ ink: "cartilage", outline, width });

const changed = (strokes: readonly Stroke[], change: (outline: Outline) => Outline): readonly Stroke[] =>
  strokes.map((stroke) => ({ ...stroke, outline: change(stroke.outline) }));

/** The strokes and their reflection in the midline. */
export function bothSides(strokes: readonly Stroke[]): readonly Stroke[] {
  return [...changed(strokes, mirrored), ...strokes];
}

/** The part on the other side. */
export function reflected(one: Part): Part {
  return { ...one, strokes: changed(one.strokes, mirrored), centre: [-one.centre[0], one.centre[1]] };
}

/** The part further across and down. */
export function shifted(one: Part, by: Point): Part {
  return {
    ...one,
    strokes: changed(one.strokes, (outline) => moved(outline, by)),
    centre: [one.centre[0] + by[0], one.centre[1] + by[1]],
  };
}
