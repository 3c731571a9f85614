import type { Chart } from "@osteon/api";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Panel } from "../design/page.tsx";
import { Empty } from "../design/told.tsx";
import { SkeletonLegend } from "../skeleton/legend.tsx";
import { MarkSymbol } from "../skeleton/mark-symbol.tsx";
import { Skeleton } from "../skeleton/skeleton.tsx";
import { useBook } from "../words/codebook-words.ts";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { examinationsOf, lesionsAt, marksOf, placeOf } from "./lesion-states.ts";
import { LESION_WORDS, usePlaceName } from "./lesion-words.ts";

/** Lesions on the skeleton as one examination after the other shows them, and the same as a table. */
export function LesionsPanel({ chart }: { readonly chart: Chart }) {
  const says = useWords(LESION_WORDS);
  const book = useBook();
  const format = useFormat();
  const placeName = usePlaceName();
  const examinations = examinationsOf(chart);
  const [chosen, setChosen] = useState<number>();
  const at = Math.min(chosen ?? examinations.length - 1, examinations.length - 1);
  const examination = examinations[at];
  if (examination === undefined) {
    return (
      <Panel id="lesions" title={says.title}>
        <Empty says={says.none} />
      </Panel>
    );
  }
  const seen = lesionsAt(chart, examination.key).filter(
    ({ state, before }) => state !== undefined || before !== undefined,
  );
  const marks = marksOf(seen);
  const words = { new: says.new, active: says.active, remaining: says.remaining, not_visible: says.not_visible };
  const title = `${book.cell("imaging", "modality", examination.cells.modality ?? "")}, ${format.date(examination.cells.imaged_on)}`;
  return (
    <Panel id="lesions" title={says.title}>
      <div className="lesions">
        <div className="stack">
          <Skeleton
            marks={marks}
            label={(place) => {
              const mark = marks.find(
                ({ bone, side, level }) => bone === place.bone && side === place.side && level === place.level,
              );
              return `${placeName(place)}: ${mark === undefined ? says.healthy : `${says.count(mark.count ?? 1)}, ${words[mark.state]}`}`;
            }}
            views={{ front: says.front, back: says.back, left: says.left, right: says.right }}
          />
          <SkeletonLegend says={words} />
        </div>
        <div className="stack">
          <label className="stack lesion-slider">
            <span>
              {says.examination}: <strong>{title}</strong> ({at + 1}/{examinations.length})
            </span>
            <input
              type="range"
              min={0}
              max={examinations.length - 1}
              value={at}
              aria-valuetext={title}
              disabled={examinations.length === 1}
              onChange={(event) => setChosen(Number(event.target.value))}
            />
          </label>
          <div className="scrolls">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{says.lesion}</th>
                  <th scope="col">{says.state}</th>
                  <th scope="col">{says.before}</th>
                </tr>
              </thead>
              <tbody>
                {seen.map(({ lesion, state, before }) => (
                  <tr key={lesion.key}>
                    <th scope="row">
                      <Link
                        to="/centres/$centre/patients/$patient/$table/$key"
                        params={{
                          centre: chart.centre,
                          patient: chart.patient,
                          table: "imaging",
                          key: examination.key,
                        }}
                      >
                        {placeName(placeOf(lesion))}
                      </Link>{" "}
                      <span className="quiet-text small">
                        {lesion.cells.part ? book.cell("lesion", "part", lesion.cells.part).split(" (")[0] : ""}
                      </span>
                    </th>
                    <td className="nowrap">
                      {state === undefined ? (
                        <span className="quiet-text">{says.notLooked}</span>
                      ) : (
                        <>
                          <MarkSymbol state={state} /> {words[state]}
                        </>
                      )}
                    </td>
                    <td className="quiet-text small">
                      {before === undefined
                        ? ""
                        : `${words[before.state]} (${format.date(before.imaging.cells.imaged_on)})`}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      </div>
    </Panel>
  );
}
