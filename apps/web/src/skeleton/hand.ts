import { frame, shortBone } from "./long-bone.ts";
import { oval, type Point } from "./outline.ts";
import { bone, type Part, part, type Stroke } from "./part.ts";

/** The hand's own frame: from the wrist towards the middle finger, outwards to the thumb. */
const { at } = frame([117, 418.4], [128, 497]);

const CARPALS: readonly (readonly [Point, number, number, number])[] = [
  [[6.8, 3.6], 4.7, 3.3, 0.5],
  [[-0.6, 2.2], 3.8, 3.3, 0.1],
  [[-7, 4.2], 3.5, 3.2, -0.4],
  [[11.2, 9], 3.4, 3, 0.4],
  [[6.1, 10], 2.7, 2.9, 0],
  [[0.6, 9.6], 3.2, 4.4, 0.1],
  [[-5.6, 10.2], 3.6, 3.6, -0.2],
  [[-10, 7], 2.1, 2.1, 0],
];

/** A ray: where it begins, its direction in degrees towards the thumb, the lengths of its bones, half the first one's width. */
const RAYS: readonly (readonly [Point, number, readonly number[], number])[] = [
  [[12.6, 12], 29, [16.6, 12.4, 9.4], 3.2],
  [[7.4, 14.4], 8, [24, 16, 10, 7], 3],
  [[2, 15.2], 0.5, [23, 17.4, 11.4, 7.4], 3],
  [[-3.2, 14.8], -6.5, [21, 16, 10.6, 7.2], 2.7],
  [[-7.8, 13.6], -14, [19, 12.4, 8, 6.4], 2.5],
];

const rays = RAYS.map(([from, degrees, lengths, half]) => {
  const angle = (degrees * Math.PI) / 180;
  const on = (distance: number): Point =>
    at([from[0] + distance * Math.sin(angle), from[1] + distance * Math.cos(angle)]);
  let start = 0;
  return lengths.map((length, index): Stroke => {
    const [a, b] = [on(start), on(start + length - 1.4)];
    start += length;
    return shortBone(a, b, half * (1 - index * 0.1), index === lengths.length - 1 ? 0.62 : 0.86);
  });
});

const metacarpals = rays.flatMap((ray) => ray.slice(0, 1));
const phalanges = rays.flatMap((ray) => ray.slice(1));
const carpals = CARPALS.map(([centre, across, down, turn]) => bone(oval(at(centre), across, down, turn - 0.15)));

export const HAND: readonly Part[] = [
  part("metacarpus", at([0, 26]), metacarpals, { reach: 3, mark: 6 }),
  part("finger", at([-0.4, 50]), phalanges, { reach: 3, mark: 6 }),
  part("carpus", at([0, 6]), carpals, { reach: 4, mark: 6 }),
];
