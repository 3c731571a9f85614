import type { Point } from "./outline.ts";
import { type BonePlace, LESION_STATES, placeKey, placeOf, type SkeletonMark } from "./place.ts";
import { type DrawnBone, REGIONS, VIEWS, type ViewName } from "./view.ts";

/** A place and its marks, the most important first. */
export interface MarkedPlace {
  readonly place: BonePlace;
  readonly marks: readonly SkeletonMark[];
}

const LEVELS = new Set(VIEWS.back.flatMap(({ place }) => (place.level === undefined ? [] : [placeKey(place)])));

/** A vertebra of a level that the map does not know ("T7/8") stands beside its region. */
const shownAt = (mark: SkeletonMark): BonePlace => {
  const place = placeOf(mark);
  return place.level === undefined || LEVELS.has(placeKey(place)) ? place : { bone: place.bone, side: place.side };
};

/** Marks by the key of their place; marks of one state at one place are counted together. */
export function markedPlaces(marks: readonly SkeletonMark[]): ReadonlyMap<string, MarkedPlace> {
  const places = new Map<string, MarkedPlace>();
  for (const state of LESION_STATES) {
    for (const mark of marks.filter((mark) => mark.state === state)) {
      const place = shownAt(mark);
      const before = places.get(placeKey(place))?.marks ?? [];
      const same = before.find((other) => other.state === state);
      const count = (mark.count ?? 1) + (same?.count ?? 0);
      const others = before.filter((other) => other !== same);
      places.set(placeKey(place), { place, marks: [...others, { ...place, state, count }] });
    }
  }
  return places;
}

/** The bones that a view shows, and the regions of the spine that are wanted. */
export function shownBones(view: ViewName, wanted: (key: string) => boolean): readonly DrawnBone[] {
  return [...VIEWS[view], ...REGIONS.filter(({ key }) => wanted(key))];
}

export const isMany = ({ count = 1 }: SkeletonMark): boolean => count > 1;

/** The width of a digit beside a mark. */
const DIGIT = 6.4;

/** Where the marks of a bone stand: around its centre, below each other or side by side with room for their numbers. */
export function markCentres({ centre, row, mark }: DrawnBone, marks: readonly SkeletonMark[]): readonly Point[] {
  const digits = Math.max(...marks.map((mark) => (isMany(mark) ? `${mark.count}`.length : 0)));
  const gap = 2 * mark + 3 + (row === "across" ? DIGIT * digits : 0);
  return marks.map((_, index) => {
    const away = (index - (marks.length - 1) / 2) * gap;
    return row === "down" ? [centre[0], centre[1] + away] : [centre[0] + away, centre[1]];
  });
}
