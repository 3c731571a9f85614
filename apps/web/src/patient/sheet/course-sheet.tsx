import type { Chart } from "@osteon/api";
import { isoDate } from "@osteon/codebook";
import { useLayoutEffect, useMemo, useRef, useState } from "react";
import { KeptNote } from "../../frame/kept-note.tsx";
import { useBook } from "../../words/codebook-words.ts";
import { useFormat } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { today } from "../age.ts";
import type { ReadCourse } from "../course.ts";

import type { GlanceItem } from "../glance/use-glance.ts";
import { PatientFacts } from "../patient-facts.tsx";
import { TimelineDrawing } from "../timeline/timeline-drawing.tsx";
import { TIMELINE_WORDS } from "../timeline/timeline-words.ts";
import { tracksOf, wholeOf } from "../timeline/tracks.ts";
import { useZeros } from "../timeline/zeros.ts";
import { SheetTables } from "./sheet-tables.tsx";
import { SHEET_WORDS } from "./sheet-words.ts";
import "../timeline/timeline.css";
import "./sheet.css";

interface Parts {
  readonly chart: Chart;
  readonly course: ReadCourse | undefined;
  readonly items: readonly GlanceItem[];
}

/** What A4 and Letter both have room for within their margins, in CSS pixels. */
const [WIDTH, HEIGHT] = [718, 960];
const TRIES = 12;

/**
 * A child's whole course on one page: what does not fit is made smaller, and nothing is cut. It is drawn while the page is
 * printed, in place of what stands on the screen.
 */
export function CourseSheet({ chart, course, items }: Parts) {
  const says = useWords(SHEET_WORDS);
  const words = useWords(TIMELINE_WORDS);
  const book = useBook();
  const format = useFormat();
  const complete = useMemo(
    () => ({ ...chart, rows: chart.rows.filter(({ table, status }) => status === "complete" || table === "patient") }),
    [chart],
  );
  const tracks = useMemo(
    () => tracksOf(complete, course, book, format, words.derived),
    [complete, course, book, format, words],
  );
  const zero = useZeros(complete, course)[0];
  const [from, until] = wholeOf(tracks, zero?.day);
  const sheet = useRef<HTMLElement>(null);
  const [{ width, tries }, setFit] = useState({ width: WIDTH, tries: 0 });
  useLayoutEffect(() => {
    const tall = sheet.current?.scrollHeight ?? 0;
    const room = (HEIGHT * width) / WIDTH;
    if (tall > room && tries < TRIES)
      setFit({ width: width * Math.max(1.02, Math.sqrt(tall / room)), tries: tries + 1 });
  }, [width, tries]);
  const drafts = chart.rows.filter(({ status }) => status === "draft").length;
  return (
    <article ref={sheet} className="course-sheet" style={{ width, zoom: WIDTH / width }}>
      <header>
        <h1>{chart.patient}</h1>
        <p>
          <PatientFacts chart={chart} />
        </p>
        <p className="quiet-text">
          {[
            says.printed(format.date(isoDate(today()))),
            says.complete,
            ...(drafts === 0 ? [] : [says.drafts(drafts)]),
          ].join(" · ")}
        </p>
        <KeptNote centre={chart.centre} />
      </header>
      <dl className="sheet-glance">
        {items.map(({ name, label, lines }) => (
          <div key={name}>
            <dt>{label}</dt>
            {lines.map(({ says: value, more, from: source }) => (
              <dd key={`${value} ${JSON.stringify(source)}`}>
                <strong>{value}</strong> {more}
              </dd>
            ))}
          </div>
        ))}
      </dl>
      {tracks.length === 0 ? null : (
        <figure className="timeline">
          <TimelineDrawing
            centre={chart.centre}
            patient={chart.patient}
            tracks={tracks}
            zero={zero}
            from={from}
            until={until}
            width={Math.floor(width)}
          />
        </figure>
      )}
      <SheetTables chart={complete} course={course} tracks={tracks} />
    </article>
  );
}
