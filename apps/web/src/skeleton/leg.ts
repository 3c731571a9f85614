import { longBone } from "./long-bone.ts";
import { closed, open, oval, type Point, points } from "./outline.ts";
import { bone, growth, type Part, part, type Stroke, seam, shade } from "./part.ts";

const HIP: Point = [65, 411];
const KNEE: Point = [33, 604];
const HEAD: Point = [44, 402.4];

const femurShaft = (far: readonly Point[]): readonly Stroke[] =>
  longBone({
    from: HIP,
    to: KNEE,
    near: points(`
      -6.8,44 -7.8,36 -10,29.6 -9,22 -12.6,13 -19,5 -24,-4 -18,-14 -11,-8.6 -4,-2.4 -0.4,-6 5.4,-6 9,1
      9.6,12 7.8,28`),
    shaft: [
      [0.28, 6.4],
      [0.45, 5.9],
      [0.62, 6],
      [0.76, 7],
    ],
    far,
    plates: [[-11, -15.6, 15.2, 1.2]],
  });

/** The head lies on the neck, its growth plate across it; the greater trochanter has its own. */
const hip = [
  bone(oval(HEAD, 10, 10)),
  shade(closed(...points("35.4,405 38.6,410 44,411.6 48.6,410 44,408.4 39,405.8"))),
  growth(open([48.4, 394.2], [50.6, 401], [48.2, 409])),
  growth(open([63.6, 405], [67.4, 412.4], [74.2, 416])),
];

const femur = (far: readonly Point[], detail: readonly Stroke[]): Part =>
  part("femur", [51.6, 500], [...femurShaft(far), ...hip, ...detail], { row: "down" });

const femurFront = femur(
  points(`
      10.4,-30 14.6,-18 16.4,-9 15.6,-1 10,3 4,0.6 0,-1 -4,1.2 -10,4 -16,1 -17,-8 -15.2,-18 -10.4,-30`),
  [],
);

const femurBack = femur(
  points(`
      10.4,-30 14.4,-18 16.2,-9 15.4,0 10.6,4.6 5.4,3 2.4,-4 0,-8 -2.4,-4 -5.4,3.6 -11,5.6 -16,1.4
      -17,-8 -15.2,-18 -10.4,-30`),
  [seam(open([54, 452], [50, 490], [45.4, 530], [41, 560]))],
);

const patella = part(
  "patella",
  [33, 592],
  [
    bone(closed(...points("33,581 39.4,583.4 42.4,589.6 40,597 34,603.4 32,603.4 26.4,597 23.8,590 26.4,583.6"))),
    shade(closed(...points("40.6,586 41.6,590 39,596.6 34.4,601.6 36,595 38.4,589"))),
  ],
  { reach: 3 },
);

const TIBIA: readonly [Point, Point] = [
  [33, 611],
  [32, 746],
];

const tibia = (detail: readonly Stroke[]): Part =>
  part(
    "tibia",
    [32.6, 682],
    [
      ...longBone({
        from: TIBIA[0],
        to: TIBIA[1],
        near: points(`
      -8.4,26 -13,15 -15.6,8 -15.4,1 -8,0 -2.4,-0.4 -1,-2.6 1,-2.6 2.4,-0.4 8,0 15.4,1 15.6,8 13,15
      8.8,26`),
        shaft: [
          [0.32, 6.8],
          [0.55, 5.6],
          [0.74, 5.3],
        ],
        far: points("7.2,-18 10,-8 10,-1.4 6,0.8 -3,0.4 -6,3 -8,6.4 -10.4,4.6 -10.6,-5 -7.2,-18"),
        plates: [
          [9, -14.4, 14.4, 1.2],
          [-8, -9, 9, 0.6],
        ],
      }),
      ...detail,
    ],
    { row: "down" },
  );

const fibula = part(
  "fibula",
  [47.6, 690],
  longBone({
    from: [50, 621],
    to: [45, 757],
    near: points("-2.6,14 -4,7 -4.4,2 -1,-0.6 2.4,-2.4 4.4,2 4,8 2.6,14"),
    shaft: [
      [0.25, 2.4],
      [0.5, 2.5],
      [0.8, 2.5],
    ],
    far: points("4,-16 4.8,-8 3.4,-1 0.6,1 -2.6,-2 -3.6,-9 -2.8,-17"),
    plates: [
      [6.4, -3.6, 3.8, 0],
      [-11, -3.2, 4.4, 0],
    ],
  }),
  { row: "down", reach: 4 },
);

const tuberosity = seam(open(...points("29.6,621 30.6,628 33,632 35.4,628 36.4,621")));
const crest = seam(open([33.6, 638], [33.4, 670], [32.4, 706]));
const lineBack = seam(open([41, 634], [36, 648], [31, 660]));

export const LEG_FRONT: readonly Part[] = [fibula, tibia([tuberosity, crest]), femurFront, patella];
export const LEG_BACK: readonly Part[] = [tibia([lineBack]), fibula, femurBack];
