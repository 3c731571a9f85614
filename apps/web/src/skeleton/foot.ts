import { frame, shortBone } from "./long-bone.ts";
import { closed, open, type Point, points } from "./outline.ts";
import { bone, far, growth, type Part, part, type Stroke, seam, shade } from "./part.ts";

interface Ray {
  readonly from: Point;
  readonly degrees: number;
  readonly lengths: readonly number[];
  readonly half: number;
}

const foot = (at: (point: Point) => Point, rays: readonly Ray[]) => {
  const bones = rays.map(({ from, degrees, lengths, half }) => {
    const angle = (degrees * Math.PI) / 180;
    const on = (distance: number): Point =>
      at([from[0] + distance * Math.sin(angle), from[1] + distance * Math.cos(angle)]);
    let start = 0;
    return lengths.map((length, index): Stroke => {
      const [a, b] = [on(start), on(start + length - 1.2)];
      start += length;
      return shortBone(a, b, half * (1 - index * 0.1), index === lengths.length - 1 ? 0.6 : 0.86);
    });
  });
  return { metatarsals: bones.flatMap((ray) => ray.slice(0, 1)), toes: bones.flatMap((ray) => ray.slice(1)) };
};

/** Five rays from the big toe outwards, beginning this far down. */
const raysAt = (down: number): readonly Ray[] => [
  { from: [-9, down], degrees: -8, lengths: [20, 11.4, 8.6], half: 4.3 },
  { from: [-2.6, down - 2], degrees: -2, lengths: [23, 9.4, 6, 5], half: 2.8 },
  { from: [2.6, down - 1], degrees: 3.6, lengths: [21.6, 9, 5.6, 4.8], half: 2.7 },
  { from: [7.4, down + 0.4], degrees: 9, lengths: [20, 8.4, 5, 4.6], half: 2.7 },
  { from: [12, down + 2], degrees: 15, lengths: [18.4, 7.6, 4.6, 4.4], half: 2.7 },
];

/** From the ankle down the foot, which points a little outwards. */
const front = frame([34, 750], [44, 824]).at;
const frontRays = foot(front, raysAt(29.5));
const placed = (...points: readonly Point[]) => closed(...points.map(front));

const tarsals = [
  placed(...points("3.4,18.4 9.4,17.4 12,22 14.4,29.6 9,30 5,28.4 3.6,24")),
  placed(...points("-10.4,18.6 -4,17.2 2,18.2 2,21.4 -4,21 -10,22.2")),
  placed(...points("-13,23.6 -10,22.8 -6.8,23 -6,28.8 -9,29.4 -12.8,29")),
  placed([-5.6, 22.4], [-1.6, 22], [-1.2, 26.8], [-5, 26.8]),
  placed([-0.6, 22.6], [2.6, 22.2], [4.2, 27.6], [0, 27.8]),
];

export const FOOT_FRONT: readonly Part[] = [
  part("toe", front([3, 56]), frontRays.toes, { reach: 4, mark: 5 }),
  part("metatarsus", front([1.6, 39]), frontRays.metatarsals, { reach: 3, mark: 5 }),
  part("tarsus", front([0, 24.4]), tarsals.map(bone), { reach: 3, mark: 5 }),
  part(
    "calcaneus",
    front([10.4, 12.8]),
    [bone(placed(...points("4.6,6 9,4.4 13.4,7.6 14.6,13 12.4,17.2 7,17.6 3.4,14")))],
    { reach: 4, mark: 4.2 },
  ),
  part(
    "talus",
    front([-2.2, 6.4]),
    [
      bone(placed(...points("-8,1.6 0,0.4 7.4,1.6 8,6 4.6,9 2.6,14 -2,16.4 -7,15 -7.6,10 -9,6"))),
      seam(open(front([-6.4, 8]), front([-1, 9.6]), front([5, 8]))),
    ],
    { reach: 3, mark: 5 },
  ),
];

/** From behind: the heel is lifted and the sole is seen. */
const back = frame([36, 752], [41, 826]).at;
const backRays = foot(back, raysAt(46));
const sole = (...points: readonly Point[]) => closed(...points.map(back));
const asFar = (strokes: readonly Stroke[]): readonly Stroke[] =>
  strokes.map((stroke) => ({ ...stroke, ink: stroke.ink === "bone" ? "far" : stroke.ink }));

export const FOOT_BACK: readonly Part[] = [
  part("toe", back([3, 71]), asFar(backRays.toes), { reach: 4, mark: 5 }),
  part("metatarsus", back([1.6, 55.6]), asFar(backRays.metatarsals), { reach: 3, mark: 5 }),
  part(
    "tarsus",
    back([0.6, 40.6]),
    [
      far(sole(...points("-12.6,30 -6,28 -3,34 -3.4,45 -8,45.4 -13.2,45"))),
      far(sole(...points("-2.4,33 3.4,33 4.6,44 0,43 -2.6,43.4"))),
      far(sole(...points("4.4,30 11,29 13.4,36 15,46 10,46.4 5.6,45"))),
    ],
    { reach: 2, mark: 5 },
  ),
  part(
    "calcaneus",
    back([0.4, 23]),
    [
      bone(sole(...points("-6,11 0,10 6,11 8.4,18 9.6,27 7,34 0,36 -7,34.4 -9.4,28 -8,18"))),
      shade(sole(...points("6.6,13 8.4,27 6,33 0,35 4.6,29 5,17"))),
      growth(open(back([-8.6, 28]), back([0, 29.6]), back([8.6, 28]))),
    ],
    { reach: 2, mark: 5 },
  ),
  part("talus", back([-1, 5.6]), [bone(sole(...points("-9,1.6 0,0.4 8,1.6 9.4,7 6,11.4 0,10.4 -6,11.4 -10.4,7")))], {
    reach: 1,
    mark: 5,
  }),
];
