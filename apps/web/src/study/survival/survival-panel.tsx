import type { Clock, Drawn, Figure } from "@osteon/api";
import { runPages } from "@osteon/api";
import { useEffect, useRef, useState } from "react";
import { useGet } from "../../api/use-get.ts";
import { Panel } from "../../design/page.tsx";
import { Problems, Waiting } from "../../design/told.tsx";
import { useWords } from "../../words/words.ts";
import { useBehind } from "../behind.tsx";
import { FigureFiles } from "../figure-panel.tsx";
import { STUDY_WORDS } from "../study-words.ts";
import { CurveDrawing } from "./curve-drawing.tsx";
import { CurveTable } from "./curve-table.tsx";
import { curveWords } from "./curve-words.ts";
import { curvesOf } from "./curves.ts";
import { GroupTable } from "./group-table.tsx";

/** Curves of a part of a report. Of relapse-free survival the clock and the groups are chosen, and each step opens the children who relapsed then. */
export function SurvivalPanel({
  run,
  figures,
  curves: drawn,
}: {
  readonly run: string;
  readonly figures: readonly Figure[];
  readonly curves: readonly Drawn[];
}) {
  const studyWords = useWords(STUDY_WORDS);
  const open = useBehind();
  const [clock, setClock] = useState<Clock>("diagnosis");
  const [by, setBy] = useState(drawn[0]?.analysis ?? "");
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(800);
  useEffect(() => {
    if (place.current === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.max(280, entry?.contentRect.width ?? 800)));
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  const read = useGet(
    runPages.readSurvival,
    { params: { run }, query: { analysis: by, clock } },
    {
      keep: true,
    },
  );
  const clocked = read.data?.clocked !== false;
  const says = curveWords(studyWords, clocked);
  const chosen = drawn.find(({ analysis }) => analysis === by);
  const figure = figures.find(({ id }) => id === chosen?.figure);
  const name = clocked ? says.relapseFree : (chosen?.title ?? says.relapseFree);
  const rows = read.data?.rows ?? [];
  const curves = curvesOf(rows);
  const strata: Readonly<Record<string, string>> = { presentation: says.presentation, focality: says.focality };
  const zeros = { diagnosis: says.diagnosis, onset: says.onset, "first-treatment": says.firstTreatment };
  const zero = read.data === undefined ? clock : read.data.clock;
  const show = (result: string) => open(result, zero);
  return (
    <Panel
      title={name}
      {...(clocked ? {} : { lang: "en" })}
      actions={
        <>
          {figure === undefined ? null : <FigureFiles run={run} id={figure.id} title={figure.title} />}
          {clocked ? (
            <label className="row small">
              {says.clock}
              <select value={clock} onChange={(event) => setClock(event.target.value as Clock)}>
                {Object.entries(zeros).map(([one, label]) => (
                  <option key={one} value={one}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
          ) : null}
          {drawn.length === 1 ? null : (
            <label className="row small">
              {says.by}
              <select value={by} onChange={(event) => setBy(event.target.value)}>
                {drawn.map(({ analysis, by: column, title }) => (
                  <option key={analysis} value={analysis}>
                    {column === undefined && clocked ? says.everyone : (strata[column ?? ""] ?? title)}
                  </option>
                ))}
              </select>
            </label>
          )}
        </>
      }
    >
      <Problems error={read.error} />
      <div className="survival-panel">
        <div ref={place} className="survival-place" aria-busy={read.isPlaceholderData}>
          {read.data === undefined ? (
            <Waiting />
          ) : (
            <CurveDrawing
              curves={curves}
              width={width}
              label={clocked ? `${name}, ${says.clock} ${zeros[zero]}` : name}
              zero={clocked ? `${says.clock} ${zeros[zero]}` : says.months}
              says={says}
              onOpen={show}
            />
          )}
        </div>
        {read.data === undefined ? null : (
          <>
            <GroupTable curves={curves} rows={rows} clock={zero} says={says} />
            <p className="quiet-text small">
              <span lang="en">{read.data.says}</span> {says.stepHint}
            </p>
            <details>
              <summary>{says.table}</summary>
              <CurveTable curves={curves} onOpen={show} says={says} />
            </details>
          </>
        )}
      </div>
    </Panel>
  );
}
