import { DAYS_PER_MONTH, isoDate } from "@osteon/codebook";
import { Link } from "@tanstack/react-router";
import { scaleLinear } from "d3-scale";
import { type KeyboardEvent, useRef, useState } from "react";
import { useFormat } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { CURVE_HEIGHT, CurveTrack } from "./curve-track.tsx";
import { HappeningShape } from "./happening-shape.tsx";
import { TIMELINE_WORDS } from "./timeline-words.ts";
import type { Happening, Track } from "./tracks.ts";
import type { Zero } from "./zeros.ts";

interface Parts {
  readonly patient: string;
  readonly tracks: readonly Track[];
  readonly zero: Zero | undefined;
  readonly from: number;
  readonly until: number;
  readonly width: number;
}

const LINE_HEIGHT = 24;
const AXIS = 34;

/** The timeline as a picture; every happening leads to its chart row, and arrow keys go from one to the next in time. */
export function TimelineDrawing({ patient, tracks, zero, from, until, width }: Parts) {
  const format = useFormat();
  const says = useWords(TIMELINE_WORDS);
  const drawing = useRef<SVGSVGElement>(null);
  const [focused, setFocused] = useState("");
  const left = width < 560 ? 84 : 150;
  const x = scaleLinear([from, until], [left, width - 12]);
  const tops: number[] = [];
  let height = AXIS;
  for (const track of tracks) {
    tops.push(height);
    height += track.shape === "curve" ? CURVE_HEIGHT + 10 : LINE_HEIGHT;
  }
  const inSight = ({ day, until: end = day }: Happening) => end >= from && day <= until;
  const order = tracks
    .flatMap(({ happenings }) => happenings.filter(inSight))
    .sort((a, b) => a.day - b.day || nameOf(a).localeCompare(nameOf(b)))
    .map(nameOf);
  const stop = order.includes(focused) ? focused : order[0];
  const press = (event: KeyboardEvent, own: string) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const next = step === undefined ? undefined : order[order.indexOf(own) + step];
    if (next === undefined) return;
    event.preventDefault();
    setFocused(next);
    drawing.current?.querySelector<SVGAElement>(`[data-happening="${CSS.escape(next)}"]`)?.focus();
  };
  const link = (track: Track, happening: Happening) => {
    const { day, until: end, goesOn } = happening;
    const when =
      end === undefined
        ? format.date(isoDate(day))
        : `${format.date(isoDate(day))} – ${goesOn ? says.goesOn : format.date(isoDate(end))}`;
    const own = nameOf(happening);
    return {
      to: "/patients/$patient/$table/$key" as const,
      params: { patient, table: happening.table, key: happening.key },
      "aria-label": `${track.label}: ${happening.says}, ${when}`,
      "data-happening": own,
      tabIndex: own === stop ? 0 : -1,
      onFocus: () => setFocused(own),
      onKeyDown: (event: KeyboardEvent) => press(event, own),
    };
  };
  return (
    <svg ref={drawing} role="presentation" width={width} height={height + 6} viewBox={`0 0 ${width} ${height + 6}`}>
      <clipPath id="timeline-sight">
        <rect width={Math.max(0, width - 12 - left)} height={CURVE_HEIGHT + 10} />
      </clipPath>
      <Axis x={x} zero={zero} from={from} until={until} height={height} title={says.months} />
      {tracks.map((track, place) => {
        const top = tops[place] ?? 0;
        return (
          <g key={track.name} transform={`translate(0 ${top})`}>
            <line
              className="track-line"
              x1={left}
              x2={width - 12}
              y1={track.shape === "curve" ? CURVE_HEIGHT + 5 : LINE_HEIGHT}
              y2={track.shape === "curve" ? CURVE_HEIGHT + 5 : LINE_HEIGHT}
            />
            <text
              className="track-label"
              x={left - 10}
              y={track.shape === "curve" ? CURVE_HEIGHT / 2 + 4 : LINE_HEIGHT / 2 + 4}
              textAnchor="end"
            >
              {shortened(track.label, left)}
            </text>
            {track.shape === "curve" ? (
              <g transform={`translate(${left} 0)`} clipPath="url(#timeline-sight)">
                <CurveTrack track={track} x={(day) => x(day) - left} />
              </g>
            ) : null}
            {track.happenings.filter(inSight).map((happening) => (
              <Link key={nameOf(happening)} {...link(track, happening)}>
                <title>{`${happening.says}, ${format.date(isoDate(happening.day))}`}</title>
                <HappeningShape track={track} happening={happening} x={x} left={left} right={width - 12} />
              </Link>
            ))}
          </g>
        );
      })}
    </svg>
  );
}

const nameOf = ({ table, key, kind, day }: Happening): string => `${table} ${key} ${kind} ${day}`;

const shortened = (label: string, left: number): string => {
  const most = Math.floor(left / 7.4);
  return label.length > most ? `${label.slice(0, most - 1)}…` : label;
};

interface AxisParts extends Pick<Parts, "zero" | "from" | "until"> {
  readonly x: (day: number) => number;
  readonly height: number;
  readonly title: string;
}

/** Months from the chosen zero, every so many as fit. */
function Axis({ x, zero, from, until, height, title }: AxisParts) {
  const origin = zero?.day ?? from;
  const months = scaleLinear(
    [(from - origin) / DAYS_PER_MONTH, (until - origin) / DAYS_PER_MONTH],
    [x(from), x(until)],
  );
  const every =
    [1, 3, 6, 12, 24, 60].find((step) => ((until - from) / DAYS_PER_MONTH / step) * 46 < x(until) - x(from)) ?? 120;
  const first = Math.ceil((from - origin) / DAYS_PER_MONTH / every) * every;
  const ticks: number[] = [];
  for (let month = first; month <= (until - origin) / DAYS_PER_MONTH; month += every) ticks.push(month);
  return (
    <g className="axis">
      <text x={x(from) - 10} y={16} textAnchor="end">
        {title}
      </text>
      {ticks.map((month) => (
        <g key={month} transform={`translate(${months(month)} 0)`}>
          <line y1={22} y2={height} className={month === 0 ? "zero" : ""} />
          <text y={16} textAnchor="middle" className={month === 0 ? "zero" : ""}>
            {month}
          </text>
        </g>
      ))}
    </g>
  );
}
