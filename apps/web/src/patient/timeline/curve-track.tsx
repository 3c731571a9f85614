import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { useFormat } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { CURVE_HEIGHT, type TimelineLayout } from "./timeline-layout.ts";
import { TIMELINE_WORDS } from "./timeline-words.ts";
import type { Track } from "./tracks.ts";

const TOP = 5;

/** The values at the foot and the head of a curve: from zero, but for the weight, which never comes near it. */
export function spanOf({ happenings, limits = [], name }: Track): readonly [least: number, most: number] {
  const values = [...happenings.map(({ value = 0 }) => value), ...limits.map(({ value }) => value)];
  if (name === "pain") return [0, 10];
  const least = name === "weight" ? Math.min(...values) : 0;
  const [from = 0, to = 1] = scaleLinear([least, Math.max(least + 1, ...values)], [0, 1])
    .nice(4)
    .domain();
  return [from, to];
}

/** From a value to its height within a track. */
export const heightOf = (track: Track): ((value: number) => number) => scaleLinear(spanOf(track), [CURVE_HEIGHT, TOP]);

/** A curve with the laboratory's own upper limit, which may change over time. */
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

/** The scale of a curve at its left, and at its right the last value with the limit that held then. */
export function CurveScale({ track, layout }: { readonly track: Track; readonly layout: TimelineLayout }) {
  const says = useWords(TIMELINE_WORDS);
  const format = useFormat();
  const { left, right, narrow } = layout;
  const [least, most] = spanOf(track);
  const y = heightOf(track);
  const last = track.happenings.at(-1);
  const limit = track.limits?.at(-1)?.value;
  // Of a result below a limit of measurement nobody knows that it lies above that of normal.
  const isAbove =
    limit !== undefined && last?.value !== undefined && last.value > limit && !/^(below|at_most)$/.test(last.kind);
  const inDigits = (value: number) => format.number(value, value % 1 === 0 ? 0 : 1);
  const limitSays = limit === undefined ? "" : says.limit(inDigits(limit));
  const [at, anchor] = narrow ? [right, "end" as const] : [right + 10, "start" as const];
  return (
    <g className="scale">
      {[least, most].map((value) => (
        <g key={value} transform={`translate(0 ${y(value)})`}>
          <path className="scale-tick" d={`M${left - 4} 0H${left}`} />
          <text x={left - 6} y={4} textAnchor="end">
            {inDigits(value)}
          </text>
        </g>
      ))}
      {last === undefined ? null : (
        <text className={isAbove ? "last-value above" : "last-value"} x={at} y={narrow ? -4 : 20} textAnchor={anchor}>
          {narrow && limitSays !== "" ? `${last.says} (${limitSays})` : last.says}
        </text>
      )}
      {narrow || limitSays === "" ? null : (
        <text x={at} y={36}>
          {limitSays}
        </text>
      )}
    </g>
  );
}
