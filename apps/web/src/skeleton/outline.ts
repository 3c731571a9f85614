import { curveCatmullRom, curveCatmullRomClosed, line } from "d3-shape";

/** Across and down, in units of the figure: one unit is one pixel where both views together are 640 pixels wide. */
export type Point = readonly [x: number, y: number];

/** A smooth line through points. A point that stands twice is a corner. */
export interface Outline {
  readonly points: readonly Point[];
  readonly closed: boolean;
}

/** Points as SVG writes them: "0,14.4 14,16.2". */
export function points(text: string): readonly Point[] {
  return text
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const [x = "", y = ""] = pair.split(",");
      return [Number(x), Number(y)];
    });
}

export const closed = (...points: readonly Point[]): Outline => ({ points, closed: true });
export const open = (...points: readonly Point[]): Outline => ({ points, closed: false });

/** A closed outline across the midline, of the points of its half from the top down. */
export function symmetric(...half: readonly Point[]): Outline {
  return closed(...half, ...mirroredPoints(half).reverse());
}

/** An open line across the midline, of the points of its half from the midline outwards. */
export function bow(...half: readonly Point[]): Outline {
  return open(...mirroredPoints(half.slice(1)).reverse(), ...half);
}

function mirroredPoints(points: readonly Point[]): Point[] {
  return points.map(([x, y]) => [-x, y]);
}

export function mirrored({ points, closed }: Outline): Outline {
  return { points: mirroredPoints(points), closed };
}

export function moved({ points, closed }: Outline, [dx, dy]: Point): Outline {
  return { points: points.map(([x, y]) => [x + dx, y + dy]), closed };
}

export function oval([x, y]: Point, across: number, down: number, turn = 0): Outline {
  const at = (eighth: number): Point => {
    const angle = (eighth * Math.PI) / 4;
    const [a, d] = [across * Math.cos(angle), down * Math.sin(angle)];
    return [x + a * Math.cos(turn) - d * Math.sin(turn), y + a * Math.sin(turn) + d * Math.cos(turn)];
  };
  return closed(...[0, 1, 2, 3, 4, 5, 6, 7].map(at));
}

/** Points of a Bézier curve, its ends among them. */
export function bezier([a, b, c, d]: readonly [Point, Point, Point, Point], steps = 8): readonly Point[] {
  return Array.from({ length: steps + 1 }, (_, step) => {
    const t = step / steps;
    const u = 1 - t;
    const at = (axis: 0 | 1): number =>
      u ** 3 * a[axis] + 3 * u * u * t * b[axis] + 3 * u * t * t * c[axis] + t ** 3 * d[axis];
    return [at(0), at(1)];
  });
}

const smoothLine = line<Point>().curve(curveCatmullRom).digits(2);
const smoothRing = line<Point>().curve(curveCatmullRomClosed).digits(2);

/** The outline as the `d` of an SVG path. */
export function pathOf({ points, closed }: Outline): string {
  return (closed ? smoothRing : smoothLine)([...points]) ?? "";
}
