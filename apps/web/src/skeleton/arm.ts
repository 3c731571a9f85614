import { longBone } from "./long-bone.ts";
import { closed, open, type Point, points } from "./outline.ts";
import { hollow, type Part, part, type Stroke, seam } from "./part.ts";

const between = ([a, b]: Point, [c, d]: Point): Point => [(a + c) / 2, (b + d) / 2];

const SHOULDER: Point = [73.5, 177];
const ELBOW: Point = [96.5, 312];
const RADIUS: readonly [Point, Point] = [
  [103, 316],
  [122.6, 414],
];
const ULNA: readonly [Point, Point] = [
  [93, 312],
  [110.6, 414],
];

const humerus = (detail: readonly Stroke[]): Part =>
  part(
    "humerus",
    between([73.5, 181], ELBOW),
    [
      ...longBone({
        from: SHOULDER,
        to: ELBOW,
        near: points(`
      -5.6,27 -8.2,19 -11.4,11.6 -10.8,3.6 -6.6,-2.6 -1,-4 3.8,-1.6 7.8,2.8 9.2,10 7.6,19 6.2,28`),
        shaft: [
          [0.32, 5.3],
          [0.5, 4.7],
          [0.7, 4.9],
        ],
        far: points("6.6,-22 10.2,-12 11,-6 8.6,0.6 4.4,1.6 0.4,-0.6 -3.8,2.4 -8,1 -12.8,-5 -12.4,-9 -7.4,-20"),
        plates: [
          [14.4, -10.4, 8.6, -2.6],
          [-7.4, -11.4, 10.4, 1],
        ],
      }),
      ...detail,
    ],
    { row: "down" },
  );

const radius = part(
  "radius",
  between(...RADIUS),
  longBone({
    from: RADIUS[0],
    to: RADIUS[1],
    near: points("-2.8,12 -3,7 -4.6,4.6 -4.6,0.4 0,-0.6 4.6,0.4 4.6,4.6 3,7 2.8,12"),
    shaft: [
      [0.2, 3.3],
      [0.5, 3.4],
      [0.76, 3.7],
    ],
    far: points("5.6,-14 7.4,-7 7.2,-1 5,2 -1,0 -6,-0.6 -6.6,-5 -5.2,-13"),
    plates: [
      [5.6, -3.4, 3.4, 0],
      [-7, -6, 7, 0.6],
    ],
  }),
  { row: "down", reach: 3 },
);

const ulna = (olecranon: readonly Point[]): Part =>
  part(
    "ulna",
    between([98, 318], ULNA[1]),
    longBone({
      from: ULNA[0],
      to: ULNA[1],
      near: olecranon,
      shaft: [
        [0.26, 3.4],
        [0.5, 2.9],
        [0.78, 2.5],
      ],
      far: points("3,-12 3.9,-5 3.2,-0.6 0,0.2 -2,2.6 -3.6,1.8 -3.8,-5 -2.8,-12"),
      plates: [[-6, -3.4, 3.6, 0.4]],
    }),
    { row: "down", reach: 4 },
  );

const ulnaFront = ulna(points("-4.2,16 -5.4,8 -5.2,2.6 -1.4,2 2,4 5,5.4 5.2,9 4,15"));

const ulnaBack = ulna(points("-4.2,14 -5.8,2 -5.6,-9 -1.5,-13 3.4,-11 5,-4 4.4,4 4,14"));

const fossaFront = hollow(closed([92.4, 302.4], [96, 300.6], [98, 303.6], [94.6, 305.8]));
const groove = seam(open([78.6, 177.6], [79.2, 184], [79.6, 191]));

export const ARM_FRONT: readonly Part[] = [humerus([groove, fossaFront]), ulnaFront, radius];
export const ARM_BACK: readonly Part[] = [humerus([]), radius, ulnaBack];
