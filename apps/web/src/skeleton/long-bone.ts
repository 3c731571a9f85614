import { closed, type Outline, open, type Point } from "./outline.ts";
import { bone, growth, type Stroke, shade } from "./part.ts";

/**
 * A long bone between two joints. Points of its ends are [outwards, along], along from that joint towards the other end
 * of the body: the near end from the inner to the outer side, the far end back from the outer to the inner.
 */
export interface LongBone {
  readonly from: Point;
  readonly to: Point;
  readonly near: readonly Point[];
  readonly far: readonly Point[];
  /** Half the width of the shaft, at these parts of the length. */
  readonly shaft: readonly (readonly [part: number, half: number])[];
  /** Growth plates: distance from the near joint (or before the far one, if negative), inner and outer end, bow. */
  readonly plates?: readonly (readonly [along: number, inner: number, outer: number, bow: number])[];
}

/** Points of the bone's own frame, placed in the figure. */
export function frame(from: Point, to: Point): { readonly length: number; readonly at: (point: Point) => Point } {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  const [ux, uy] = [dx / length, dy / length];
  return {
    length,
    at: ([out, along]) => [from[0] + ux * along + uy * out, from[1] + uy * along - ux * out],
  };
}

/** The outline of a long bone, its shaded outer side and its growth plates. */
export function longBone({ from, to, near, far, shaft, plates = [] }: LongBone): readonly Stroke[] {
  const { length, at } = frame(from, to);
  const end = far.map(([out, along]): Point => [out, length + along]);
  const outer = shaft.map(([part, half]): Point => [half, part * length]);
  const inner = shaft.map(([part, half]): Point => [-half, part * length]).reverse();
  const lit = shaft.map(([part, half]): Point => [half * 0.35, part * length]).reverse();
  const corner = near.at(-1) ?? [0, 0];
  const heel = end[0] ?? [0, length];
  return [
    bone(placed([...near, ...outer, ...end, ...inner], at)),
    shade(placed([[corner[0] * 0.93, corner[1]], ...outer.map(narrower), [heel[0] * 0.93, heel[1]], ...lit], at)),
    ...plates.map(([along, from, to, bend]) => {
      const y = along < 0 ? length + along : along;
      return growth(
        open(...[[from, y] as const, [(from + to) / 2, y + bend] as const, [to, y] as const].map((p) => at(p))),
      );
    }),
  ];
}

const narrower = ([out, along]: Point): Point => [out - 0.5, along];
const placed = (points: readonly Point[], at: (point: Point) => Point): Outline => closed(...points.map(at));

/** A short bone of hand or foot, of this half width at its base. */
export function shortBone(from: Point, to: Point, half: number, head = 0.85): Stroke {
  const { length, at } = frame(from, to);
  const tip = half * head;
  const waist = half * Math.max(0.54, 0.95 - (0.06 * length) / half);
  return bone(
    placed(
      [
        [-half * 0.9, 0.4],
        [0, -0.4],
        [half * 0.9, 0.4],
        [half, length * 0.14],
        [waist, length * 0.45],
        [waist, length * 0.62],
        [tip, length * 0.88],
        [tip * 0.6, length],
        [-tip * 0.6, length],
        [-tip, length * 0.88],
        [-waist, length * 0.62],
        [-waist, length * 0.45],
        [-half, length * 0.14],
      ],
      at,
    ),
  );
}
