import { useEffect, useRef, useState } from "react";
import { useGet } from "../../api/use-get.ts";
import { Panel } from "../../design/page.tsx";
import { Problems, Waiting } from "../../design/told.tsx";
import { useFormat } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { useBehind } from "../behind.tsx";
import type { Clock, Result } from "../pages-data.ts";
import { STUDY_WORDS } from "../study-words.ts";
import { CurveDrawing } from "./curve-drawing.tsx";
import { CurveTable } from "./curve-table.tsx";
import { curvesOf, logRankOf } from "./curves.ts";

const ANALYSES = {
  none: "relapse-free",
  presentation: "relapse-free-by-presentation",
  focality: "relapse-free-by-focality",
} as const;

interface Rows {
  readonly says: string;
  readonly rows: readonly Result[];
}

/** Relapse-free survival: the clock and the groups are chosen, and each step opens the children who relapsed then. */
export function SurvivalPanel({ run }: { readonly run: string }) {
  const says = useWords(STUDY_WORDS);
  const format = useFormat();
  const open = useBehind();
  const [clock, setClock] = useState<Clock>("diagnosis");
  const [by, setBy] = useState<keyof typeof ANALYSES>("none");
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(800);
  useEffect(() => {
    if (place.current === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.max(320, entry?.contentRect.width ?? 800)));
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  const analysis = ANALYSES[by];
  const read = useGet<Rows>(`/api/runs/${run}/survival?analysis=${analysis}&clock=${clock}`, { keep: true });
  const curves = curvesOf(read.data?.rows ?? []);
  const p = logRankOf(read.data?.rows ?? []);
  const show = (group: string, day: number) =>
    open(`${curves.length > 0 ? analysis : ""}.${group}.step-events@${day}`, clock);
  return (
    <Panel
      title={says.relapseFree}
      actions={
        <>
          <label className="row small">
            {says.clock}
            <select value={clock} onChange={(event) => setClock(event.target.value as Clock)}>
              <option value="diagnosis">{says.diagnosis}</option>
              <option value="onset">{says.onset}</option>
              <option value="first-treatment">{says.firstTreatment}</option>
            </select>
          </label>
          <label className="row small">
            {says.by}
            <select value={by} onChange={(event) => setBy(event.target.value as keyof typeof ANALYSES)}>
              <option value="none">{says.everyone}</option>
              <option value="presentation">{says.presentation}</option>
              <option value="focality">{says.focality}</option>
            </select>
          </label>
        </>
      }
    >
      <Problems error={read.error} />
      <div ref={place} className="survival-place">
        {read.data === undefined ? (
          <Waiting />
        ) : (
          <CurveDrawing curves={curves} width={width} label={`${says.relapseFree}. ${read.data.says}`} onOpen={show} />
        )}
      </div>
      <p className="row">
        {curves.map(({ group, n, events, median }, at) => (
          <span key={group} className={`curve-name-${at + 1}`}>
            <strong>{group === "all" ? says.everyone : group}</strong>: {events}/{n}, {says.median}{" "}
            {median === null ? says.notEstimable : format.number(median, 1)}
          </span>
        ))}
        {p === undefined || p === null ? null : (
          <span>{says.logRank(p < 0.001 ? "< 0.001" : format.number(p, 3))}</span>
        )}
      </p>
      <p className="quiet-text small">
        <span lang="en">{read.data?.says}</span> {says.stepHint}
      </p>
      <details>
        <summary>{says.table}</summary>
        <CurveTable curves={curves} onOpen={show} />
      </details>
    </Panel>
  );
}
