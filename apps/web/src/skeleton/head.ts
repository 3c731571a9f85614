import { bow, closed, open, points, symmetric } from "./outline.ts";
import { bone, bothSides, hollow, type Part, part, type Stroke, seam, shade } from "./part.ts";

const tooth = (x: number, top: number, bottom: number, half: number): Stroke =>
  bone(
    closed(
      [x - half, top],
      [x - half, top],
      [x + half, top],
      [x + half, top],
      [x + half * 0.8, bottom],
      [x - half * 0.8, bottom],
    ),
  );

const cranium = symmetric(
  ...points(`
      0,14.4 14,16.2 28,22.6 39,36 44.5,55 43,69 40.5,77 41,84 38.5,92 33,100 27,103 18,107 0,108`),
);

const orbit = closed(...points("6.6,72 9,64.5 17,61.5 26,63.5 30.3,70 29.4,78 24,83.5 15,84 8.6,79.5"));

const skullFront = part(
  "skull",
  [0, 38],
  [
    bone(cranium),
    ...bothSides([
      shade(closed(...points("31,25 39.4,38 43.4,55 42,69 38.5,77 37,66 38,50 36,37"))),
      seam(open(...points("33.5,33 36,48 35.5,60 32,66 34,74 32.5,84"))),
      hollow(orbit),
      shade(closed(...points("34,82 38,84 36.5,91 32,97 29,96.5 33,90"))),
      seam(open([7, 59.5], [13, 56.5], [22, 57.5], [29, 61.5])),
    ]),
    hollow(symmetric(...points("0,83.5 2.6,86 5.2,92.5 6.8,98.5 4.6,101.8 1.4,100.4"))),
    seam(open([0, 88], [0.3, 93], [0, 100])),
    seam(bow([0, 69.5], [2.6, 70.6], [3.4, 76], [2.8, 83])),
  ],
  { midline: true, reach: 0 },
);

const maxillaFront = part(
  "maxilla",
  [16.6, 96],
  [
    bone(
      closed(
        ...points(`
      4.2,79 7.6,81 13.6,85.4 20.5,86.4 24.5,92 27.4,100 22.5,102 20,106.5 19,111.6 10,113 0,113 0,113
      0,101 0,101 4.8,102.8 7.8,99 6.2,92 3.6,85.6`),
      ),
    ),
    ...[2.6, 6.9, 10.9, 14.6].map((x, index) => tooth(x, 111, 117.2 - index * 0.5, index === 0 ? 2.1 : 1.8)),
    seam(open([14, 89.5], [14.9, 90.3], [15.9, 89.7])),
  ],
  { reach: 1, mark: 5.6 },
);

const mandible = bone(
  symmetric(
    ...points(`
      0,119.5 10,119.2 18.5,117.6 23.5,112 26.5,101 29,96 32,98 35,93 38,94 37.2,102 34.6,113 31,121
      22,129.4 12,134.6 6,135.4 0,134.6`),
  ),
);

const mandibleFront = part(
  "mandible",
  [0, 128],
  [
    mandible,
    ...bothSides([
      shade(closed(...points("36.4,102 33.9,112.6 30,120.4 21.5,128.4 13,133 24,123 30,112 34,101"))),
      ...[2.3, 6.2, 10.1, 14].map((x, index) => tooth(x, 123, 117.4 - index * 0.4, 1.75)),
      seam(open([13.4, 127], [14.2, 127.8], [15, 127.2])),
    ]),
    seam(bow([0, 130.5], [3, 131.4], [5.5, 130.6])),
  ],
  { midline: true },
);

const skullBack = part(
  "skull",
  [0, 36],
  [
    bone(
      symmetric(
        ...points(`
      0,15 16,16.5 31,24.5 41,38 45.5,56 44,74 40,88 38.2,97 35,104 31,103 28.4,97.5 20,105 9,108.6
      0,109`),
      ),
    ),
    ...bothSides([
      shade(closed(...points("32,25 40.2,39 44.3,56 42.8,74 39,87 37,95 36,84 39,68 39.5,52"))),
      seam(open(...points("0,53 4,57.5 7,57.6 11,63 15,63.6 19,70 23.5,72 27,78.4 32,82 36,90"))),
      seam(open(...points("0,86 7,84.4 15,85.6 23,90 29,96"))),
      seam(open([0, 95], [8, 94.6], [17, 98.6], [21, 103])),
    ]),
    seam(open(...points("0,16 0.7,22 -0.7,27 0.8,32 -0.6,38 0.7,43 -0.5,48 0,53"))),
    seam(open([0, 84], [0, 98])),
  ],
  { midline: true, reach: 0 },
);

const mandibleBack = part(
  "mandible",
  [25.6, 121.6],
  [mandible, ...bothSides([seam(open([35, 106], [30.5, 118], [21, 126.5], [9, 131]))])],
  { midline: true },
);

/** The skull, its jaws and the first teeth. From behind, the jaw stands below the occiput and the maxilla is not seen. */
export const HEAD_FRONT: readonly Part[] = [mandibleFront, skullFront, maxillaFront];
export const JAW_BACK: readonly Part[] = [mandibleBack];
export const SKULL_BACK: readonly Part[] = [skullBack];
