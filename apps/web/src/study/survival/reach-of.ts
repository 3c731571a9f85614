/** A finger or a quick pointer finds a step this far from its dot. */
const FAR = 12;
const DOT = 4;

export interface Dot {
  readonly x: number;
  readonly y: number;
}

/** How far round its dot a step is found: not as far as a dot that was drawn before, which it would cover and take its clicks. */
export function reachOf({ x, y }: Dot, drawn: readonly Dot[]): number {
  const before = drawn.slice(
    0,
    drawn.findIndex((one) => one.x === x && one.y === y),
  );
  const nearest = Math.min(...before.map((other) => Math.hypot(other.x - x, other.y - y)));
  return Math.max(DOT, Math.min(FAR, nearest - DOT));
}
