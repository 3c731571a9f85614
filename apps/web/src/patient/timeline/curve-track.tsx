import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { useWords } from "../../words/words.ts";
import { TIMELINE_WORDS } from "./timeline-words.ts";
import type { Track } from "./tracks.ts";

/** Height of a sparkline, in pixels. */
export const CURVE_HEIGHT = 46;

/** From a value to its height within a track: the largest value or limit reaches the top. */
export function heightOf({ happenings, limits = [], name }: Track): (value: number) => number {
  const most =
    name === "pain"
      ? 10
      : Math.max(1, ...happenings.map(({ value = 0 }) => value), ...limits.map(({ value }) => value));
  return scaleLinear([0, most], [CURVE_HEIGHT, 5]);
}

/** A sparkline with the laboratory's own upper limit, which may change over time. */
export function CurveTrack({ track, x }: { readonly track: Track; readonly x: (day: number) => number }) {
  const says = useWords(TIMELINE_WORDS);
  const y = heightOf(track);
  const points = track.happenings.map(({ day, value = 0 }): [number, number] => [x(day), y(value)]);
  const limits = (track.limits ?? []).map(({ day, value }): [number, number] => [x(day), y(value)]);
  const widened =
    limits.length === 0
      ? []
      : [
          [-9999, limits[0]?.[1] ?? 0] as [number, number],
          ...limits,
          [9999, limits.at(-1)?.[1] ?? 0] as [number, number],
        ];
  const path = line();
  return (
    <>
      {widened.length > 0 ? (
        <path className="limit" d={path(widened) ?? ""}>
          <title>{says.normal}</title>
        </path>
      ) : null}
      <path className="curve" d={path(points) ?? ""} />
    </>
  );
}
