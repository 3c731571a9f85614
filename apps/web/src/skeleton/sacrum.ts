import { bow, closed, open, oval, points, symmetric } from "./outline.ts";
import { bone, bothSides, hollow, type Part, part, type Stroke, seam, shade } from "./part.ts";

const sacrumOutline = symmetric(
  ...points(`
      0,368 11,366.4 15,364.6 24,365.5 29.5,371 28.5,381 23,393 16.5,405 10.5,416.5 4.4,421 0,421.5`),
);

const coccyx = [
  [425.2, 4.4],
  [430.4, 3.2],
  [434.6, 2.2],
].map(([y = 0, half = 0]) => bone(oval([0, y], half, 2.4)));

const foramina = [
  [9.6, 378],
  [8.8, 389],
  [7.8, 399],
  [6.6, 408],
].map(([x = 0, y = 0]) => hollow(oval([x, y], 2.1, 1.5, -0.25)));

const sacrumShade = shade(closed(...points("28.4,371 27.4,381 22,393 15.6,405 9.6,415.6 14,402 19,388 22.5,374")));

const sacrum = (detail: readonly Stroke[]): Part =>
  part("sacrum", [0, 394], [...coccyx, bone(sacrumOutline), ...bothSides([sacrumShade, ...foramina]), ...detail], {
    midline: true,
    row: "down",
  });

/** The sacrum and the coccyx. */
export const SACRUM_FRONT: readonly Part[] = [
  sacrum([383.5, 394, 403.5, 412].map((y, index) => seam(bow([0, y + 0.5], [7.4 - index, y])))),
];

export const SACRUM_BACK: readonly Part[] = [
  sacrum([
    bone(symmetric(...points("0,369 2.6,374 1.6,379 2.5,384 1.5,389 2.2,394 1.2,399 1.6,404 0,410"))),
    ...bothSides([seam(open([14.6, 372], [13.4, 384], [11.4, 396], [8.6, 409]))]),
  ]),
];
