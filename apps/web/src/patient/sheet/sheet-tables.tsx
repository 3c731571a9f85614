import type { Chart, Row } from "@osteon/api";
import { isoDate } from "@osteon/codebook";
import { keyed } from "../../design/keyed.ts";
import { useBook } from "../../words/codebook-words.ts";
import { useFormat } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { rowsOf } from "../chart-rows.ts";
import type { ReadCourse } from "../course.ts";

import { GLANCE_WORDS } from "../glance/glance-words.ts";
import { examinationsOf, lesionsAt, placeOf } from "../lesion-states.ts";
import { LESION_WORDS, usePlaceName } from "../lesion-words.ts";
import { givenLines, statesOf } from "../present-line.ts";
import { STATE_WORDS, stateWord } from "../state-words.ts";
import { TIMELINE_WORDS } from "../timeline/timeline-words.ts";
import type { Track } from "../timeline/tracks.ts";
import { SHEET_WORDS } from "./sheet-words.ts";

interface Parts {
  readonly chart: Chart;
  readonly course: ReadCourse | undefined;
  readonly tracks: readonly Track[];
}

/** The course in words beside its drawing: every drug with its dose, states, last values, lesions, events. */
export function SheetTables({ chart, course, tracks }: Parts) {
  const says = useWords(SHEET_WORDS);
  return (
    <>
      <States course={course} />
      <div className="sheet-columns">
        <Drugs chart={chart} tracks={tracks} />
        <LastValues tracks={tracks} />
        <section>
          <h2>{says.score}</h2>
          <Score course={course} />
        </section>
        <Lesions chart={chart} />
        <Events tracks={tracks} />
      </div>
    </>
  );
}

function Drugs({ chart, tracks }: Omit<Parts, "course">) {
  const says = useWords(SHEET_WORDS);
  const words = useWords(TIMELINE_WORDS);
  const book = useBook();
  const format = useFormat();
  const drugs = tracks.filter(({ shape }) => shape === "bars").flatMap(({ happenings }) => happenings);
  const rowOf = (table: string, key: string): Row | undefined => rowsOf(chart, table).find((row) => row.key === key);
  return (
    <section>
      <h2>{says.drug}</h2>
      {drugs.length === 0 ? <p>{says.none}</p> : null}
      <table>
        <tbody>
          {drugs
            .toSorted((a, b) => a.day - b.day)
            .map(({ table, key, says: drug, day, until, goesOn }) => {
              const why = rowOf(table, key)?.cells.stop_reason ?? "";
              return (
                <tr key={`${table} ${key}`}>
                  <th scope="row">{drug}</th>
                  <td>
                    {format.date(isoDate(day))} –{" "}
                    {goesOn || until === undefined ? words.goesOn : format.date(isoDate(until))}
                    {why === "" ? "" : ` (${book.cell("treatment", "stop_reason", why)})`}
                  </td>
                </tr>
              );
            })}
        </tbody>
      </table>
    </section>
  );
}

function States({ course }: Pick<Parts, "course">) {
  const says = useWords(SHEET_WORDS);
  const words = useWords(STATE_WORDS);
  const format = useFormat();
  const lines = course === undefined ? [] : givenLines(course);
  const points = [
    ...new Set(
      course === undefined ? [] : lines.flatMap(({ line }) => statesOf(course, line).map(({ timePoint }) => timePoint)),
    ),
  ];
  return (
    <section>
      <h2>{says.states}</h2>
      {course === undefined || lines.length === 0 ? (
        <p>{says.noStates}</p>
      ) : (
        <table className="sheet-states">
          <thead>
            <tr>
              <th scope="col">{words.line}</th>
              {points.map((point) => (
                <th scope="col" key={point}>
                  {stateWord(words, point)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ line, startedOn }) => (
              <tr key={line}>
                <th scope="row">
                  {stateWord(words, line)}, {format.date(startedOn)}
                </th>
                {points.map((point) => {
                  const state = statesOf(course, line).find(({ timePoint }) => timePoint === point);
                  return <td key={point}>{state === undefined ? "–" : stateWord(words, state.state)}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function LastValues({ tracks }: Pick<Parts, "tracks">) {
  const says = useWords(SHEET_WORDS);
  const words = useWords(TIMELINE_WORDS);
  const format = useFormat();
  const curves = tracks.filter(({ shape }) => shape === "curve");
  return (
    <section>
      <h2>{says.values}</h2>
      {curves.length === 0 ? <p>{says.none}</p> : null}
      <table>
        <tbody>
          {curves.map(({ name, label, happenings, limits = [] }) => {
            const last = happenings.at(-1);
            const limit = limits.at(-1)?.value;
            return (
              <tr key={name}>
                <th scope="row">{label}</th>
                <td>
                  {last === undefined ? says.none : `${last.says}, ${format.date(isoDate(last.day))}`}
                  {limit === undefined ? "" : ` (${words.limit(format.number(limit, limit % 1 === 0 ? 0 : 1))})`}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Score({ course }: Pick<Parts, "course">) {
  const says = useWords(SHEET_WORDS);
  const score = course?.score;
  if (!score || score.items.every(({ held }) => held === null)) return <p>{says.noScore}</p>;
  const most = score.items.reduce((sum, { points: own }) => sum + own, 0);
  const points = score.lowest === score.highest ? String(score.lowest) : `${score.lowest}–${score.highest}`;
  return <p>{says.outOf(points, most)}</p>;
}

function Lesions({ chart }: Pick<Parts, "chart">) {
  const says = useWords(SHEET_WORDS);
  const words = useWords(LESION_WORDS);
  const book = useBook();
  const format = useFormat();
  const placeName = usePlaceName();
  const examination = examinationsOf(chart).at(-1);
  const seen = examination === undefined ? [] : lesionsAt(chart, examination.key);
  return (
    <section>
      <h2>{says.lesions}</h2>
      {seen.length === 0 ? <p>{says.none}</p> : null}
      <table>
        <tbody>
          {seen.map(({ lesion, state, before }) => {
            const now = state ?? before?.state;
            const on = state === undefined ? before?.imaging : examination;
            const part = lesion.cells.part ? `, ${book.cell("lesion", "part", lesion.cells.part).split(" (")[0]}` : "";
            return (
              <tr key={lesion.key}>
                <th scope="row">
                  {placeName(placeOf(lesion))}
                  {part}
                </th>
                <td>{now === undefined ? words.notLooked : `${words[now]}, ${format.date(on?.cells.imaged_on)}`}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

const TOLD_BY_THE_DRAWING: ReadonlySet<string> = new Set(["visit", "imaging"]);

function Events({ tracks }: Pick<Parts, "tracks">) {
  const says = useWords(SHEET_WORDS);
  const glance = useWords(GLANCE_WORDS);
  const format = useFormat();
  const events = tracks
    .filter(({ shape, name }) => shape === "dots" && !TOLD_BY_THE_DRAWING.has(name))
    .flatMap(({ label, happenings }) => happenings.map((happening) => ({ label, ...happening })))
    .toSorted((a, b) => a.day - b.day);
  return (
    <section>
      <h2>{says.events}</h2>
      {events.length === 0 ? <p>{glance.none}</p> : null}
      <table>
        <tbody>
          {keyed(events, ({ table, key, kind, day }) => `${table} ${key} ${kind} ${day}`).map(({ key, item }) => (
            <tr key={key}>
              <th scope="row">{format.date(isoDate(item.day))}</th>
              <td>{item.says}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
