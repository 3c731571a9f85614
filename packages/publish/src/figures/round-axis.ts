import { ticks } from "d3-array";

/** About six round ticks from 0 to at or beyond the last value. */
export function roundAxis(last: number): readonly number[] {
  const inside = ticks(0, last > 0 ? last : 1, 6);
  const step = (inside[1] ?? 1) - (inside[0] ?? 0);
  const end = inside.at(-1) ?? 1;
  return end < last ? [...inside, Number((end + step).toPrecision(12))] : inside;
}
