import { heightOf } from "./curve-track.tsx";
import type { Happening, Track } from "./tracks.ts";

interface Parts {
  readonly track: Track;
  readonly happening: Happening;
  readonly x: (day: number) => number;
  readonly left: number;
  readonly right: number;
}

const MIDDLE = 12;
const LETTER = 6.2;

/** The mark of one happening: told apart by shape as well as by colour. */
export function HappeningShape({ track, happening, x, left, right }: Parts) {
  const { day, kind, value } = happening;
  if (track.shape === "bars") return <Bar {...{ track, happening, x, left, right }} />;
  if (track.shape === "curve") {
    const limit = [...(track.limits ?? [])].reverse().find((one) => one.day <= day)?.value;
    const above = limit !== undefined && (value ?? 0) > limit;
    return (
      <circle
        className={above ? "result above" : "result"}
        cx={x(day)}
        cy={heightOf(track)(value ?? 0)}
        r={above ? 4 : 3}
      />
    );
  }
  return (
    <path
      className={`dot dot-${track.name} kind-${kind}`}
      transform={`translate(${x(day)} ${MIDDLE})`}
      d={SHAPES[track.name] ?? SHAPES.visit}
    />
  );
}

/** A bar with what it stands for inside, or beside it where that does not fit. */
function Bar({ track, happening, x, left, right }: Parts) {
  const { day, until = day, kind, goesOn, says } = happening;
  const begin = Math.max(left, x(day));
  const end = Math.max(begin + 4, Math.min(right, x(until)));
  const wide = says.length * LETTER + 10;
  const others = track.happenings.filter((one) => one !== happening);
  const isFree = (from: number, to: number) =>
    from >= left && to <= right && !others.some((one) => x(one.day) < to && x(one.until ?? one.day) > from);
  const beside = end + (goesOn ? 8 : 0);
  const label =
    end - begin > wide
      ? { at: begin + 6, className: "bar-label", anchor: "start" as const }
      : isFree(beside, beside + wide)
        ? { at: beside + 5, className: "bar-beside", anchor: "start" as const }
        : isFree(begin - wide, begin)
          ? { at: begin - 5, className: "bar-beside", anchor: "end" as const }
          : undefined;
  return (
    <>
      <rect className={`bar class-${kind}`} x={begin} y={4} width={end - begin} height={16} rx={3} />
      {goesOn ? <path className={`bar class-${kind}`} d={`M${end} 4l7 8-7 8z`} /> : null}
      {label === undefined ? null : (
        <text className={label.className} x={label.at} y={16} textAnchor={label.anchor}>
          {says}
        </text>
      )}
    </>
  );
}

const SHAPES: Readonly<Record<string, string>> = {
  visit: "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z",
  imaging: "M0-6.5 6.5 0 0 6.5-6.5 0z",
  relapse: "M0-7 7 5.5H-7z",
  adverse_effect: "M-5-5H5V5H-5z",
  manifestation: "M-1.8-6h3.6v4.2H6v3.6H1.8V6h-3.6V1.8H-6v-3.6h4.2z",
};
