import type { Chart } from "@osteon/api";
import { useEffect, useMemo, useRef, useState } from "react";
import { Panel } from "../../design/page.tsx";
import { useBook } from "../../words/codebook-words.ts";
import { useFormat } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import type { ReadCourse } from "../course.ts";

import { TimelineDrawing } from "./timeline-drawing.tsx";
import { TimelineTable } from "./timeline-table.tsx";
import { TIMELINE_WORDS } from "./timeline-words.ts";
import { tracksOf, wholeOf } from "./tracks.ts";
import { useZeros } from "./zeros.ts";
import "./timeline.css";

const ZOOM = 2;
const LEAST_DAYS = 60;

/** A child's course on one axis of time, its zero to be chosen; the same as a table below. */
export function Timeline({ chart, course }: { readonly chart: Chart; readonly course: ReadCourse | undefined }) {
  const says = useWords(TIMELINE_WORDS);
  const book = useBook();
  const format = useFormat();
  const tracks = useMemo(
    () => tracksOf(chart, course, book, format, says.derived),
    [chart, course, book, format, says],
  );
  const zeros = useZeros(chart, course);
  const [chosen, setChosen] = useState("diagnosis");
  const zero = zeros.find(({ name }) => name === chosen) ?? zeros[0];
  const whole = wholeOf(tracks, zero?.day);
  const [seen, setSeen] = useState<readonly [number, number]>();
  const [from, until] = seen ?? whole;
  const place = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(900);
  useEffect(() => {
    if (place.current === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.max(260, entry?.contentRect.width ?? 900)));
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  const look = (first: number, last: number) => {
    const length = Math.min(Math.max(last - first, LEAST_DAYS), whole[1] - whole[0]);
    const begin = Math.min(Math.max(first, whole[0]), whole[1] - length);
    setSeen([begin, begin + length]);
  };
  const zoom = (factor: number) => {
    const centre =
      zero !== undefined && zero.day >= from && zero.day <= until && factor > 1 ? zero.day : (from + until) / 2;
    look(centre - (centre - from) / factor, centre + (until - centre) / factor);
  };
  const shift = (part: number) => look(from + part * (until - from), until + part * (until - from));
  if (tracks.length === 0) return null;
  return (
    <Panel
      title={says.title}
      actions={
        <>
          <label className="row small">
            {says.zero}
            <select value={zero?.name} onChange={(event) => setChosen(event.target.value)}>
              {zeros.map(({ name, label }) => (
                <option key={name} value={name}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <div className="choices">
            <button type="button" aria-label={says.earlier} onClick={() => shift(-0.5)}>
              ←
            </button>
            <button type="button" aria-label={says.zoomOut} onClick={() => zoom(1 / ZOOM)}>
              −
            </button>
            <button type="button" aria-label={says.zoomIn} onClick={() => zoom(ZOOM)}>
              +
            </button>
            <button type="button" aria-label={says.later} onClick={() => shift(0.5)}>
              →
            </button>
            <button type="button" onClick={() => setSeen(undefined)}>
              {says.whole}
            </button>
          </div>
        </>
      }
    >
      <figure ref={place} className="timeline" aria-label={`${says.title}: ${chart.patient}`}>
        <TimelineDrawing
          centre={chart.centre}
          patient={chart.patient}
          tracks={tracks}
          zero={zero}
          from={from}
          until={until}
          width={width}
        />
      </figure>
      <TimelineTable centre={chart.centre} patient={chart.patient} tracks={tracks} />
    </Panel>
  );
}
