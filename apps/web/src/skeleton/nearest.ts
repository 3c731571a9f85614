import type { Point } from "./outline.ts";
import type { DrawnBone } from "./view.ts";

const DIRECTIONS: Readonly<Record<string, Point>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** How much a step aside counts against a step ahead. */
const ASIDE = 2;

/** The bone that an arrow key leads to from another: the nearest that lies more ahead than aside. Nothing for other keys. */
export function nearestBone(bones: readonly DrawnBone[], from: DrawnBone, key: string): DrawnBone | undefined {
  const direction = DIRECTIONS[key];
  if (direction === undefined) return undefined;
  let nearest: DrawnBone | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const bone of bones) {
    const [dx, dy] = [bone.centre[0] - from.centre[0], bone.centre[1] - from.centre[1]];
    const ahead = dx * direction[0] + dy * direction[1];
    const aside = Math.abs(dx * direction[1]) + Math.abs(dy * direction[0]);
    const cost = ahead + ASIDE * aside;
    if (bone.key !== from.key && ahead > 0 && ahead >= aside && cost < least) [nearest, least] = [bone, cost];
  }
  return nearest;
}
