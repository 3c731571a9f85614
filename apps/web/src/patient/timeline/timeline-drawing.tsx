import { isoDate } from "@osteon/codebook";
import { Link } from "@tanstack/react-router";
import { scaleLinear } from "d3-scale";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { useFormat } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { CurveScale, CurveTrack } from "./curve-track.tsx";
import { HappeningShape } from "./happening-shape.tsx";
import { TimelineAxis } from "./timeline-axis.tsx";
import { CURVE_HEIGHT, timelineLayout } from "./timeline-layout.ts";
import { TIMELINE_WORDS } from "./timeline-words.ts";
import type { Happening, Track } from "./tracks.ts";
import type { Zero } from "./zeros.ts";

interface Parts {
  readonly centre: string;
  readonly patient: string;
  readonly tracks: readonly Track[];
  readonly zero: Zero | undefined;
  readonly from: number;
  readonly until: number;
  readonly width: number;
}

/** The timeline as a picture; every happening leads to its chart row, and arrow keys go from one to the next in time. */
export function TimelineDrawing({ centre, patient, tracks, zero, from, until, width }: Parts) {
  const format = useFormat();
  const says = useWords(TIMELINE_WORDS);
  const drawing = useRef<SVGSVGElement>(null);
  const [focused, setFocused] = useState("");
  const sight = useId();
  const layout = timelineLayout(tracks, width);
  const { left, right, height, narrow } = layout;
  const x = scaleLinear([from, until], [left, right]);
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
      to: "/centres/$centre/patients/$patient/$table/$key" as const,
      params: { centre, patient, table: happening.table, key: happening.key },
      "aria-label": `${track.label}: ${happening.says}, ${when}`,
      "data-happening": own,
      tabIndex: own === stop ? 0 : -1,
      onFocus: () => setFocused(own),
      onKeyDown: (event: KeyboardEvent) => press(event, own),
    };
  };
  return (
    <svg ref={drawing} role="presentation" width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <clipPath id={sight}>
        <rect width={Math.max(0, right - left)} height={CURVE_HEIGHT + 10} />
      </clipPath>
      <TimelineAxis x={x} zero={zero} from={from} until={until} height={height - 6} narrow={narrow} />
      {layout.places.map(({ track, top, marks, height: own, lines }) => (
        <g key={track.name} transform={`translate(0 ${top})`}>
          <line className="track-line" x1={narrow ? 0 : left} x2={right} y1={own} y2={own} />
          <text className="track-label" textAnchor={narrow ? "start" : "end"}>
            {lines.map((line, place) => (
              <tspan
                key={line}
                x={narrow ? 0 : left - 34}
                y={narrow ? 13 : own / 2 + 4 + (place - (lines.length - 1) / 2) * 13}
              >
                {line}
              </tspan>
            ))}
          </text>
          <g transform={`translate(0 ${marks})`}>
            {track.shape === "curve" ? (
              <>
                <g transform={`translate(${left} 0)`} clipPath={`url(#${sight})`}>
                  <CurveTrack track={track} x={(day) => x(day) - left} />
                </g>
                <CurveScale track={track} layout={layout} />
              </>
            ) : null}
            {track.happenings.filter(inSight).map((happening) => (
              <Link key={nameOf(happening)} {...link(track, happening)}>
                <title>{`${happening.says}, ${format.date(isoDate(happening.day))}`}</title>
                <HappeningShape track={track} happening={happening} x={x} left={left} right={right} />
              </Link>
            ))}
          </g>
        </g>
      ))}
    </svg>
  );
}

const nameOf = ({ table, key, kind, day }: Happening): string => `${table} ${key} ${kind} ${day}`;
