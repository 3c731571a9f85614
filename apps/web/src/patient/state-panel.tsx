import type { OutcomeState } from "@osteon/cno";
import type { Format } from "@osteon/words";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { ChildName } from "../api/addresses.ts";
import { Mark, type MarkKind } from "../design/mark.tsx";
import { Panel } from "../design/page.tsx";
import { Empty } from "../design/told.tsx";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import type { ReadCourse, State } from "./course.ts";
import { givenLines, lastState, presentLine, statesOf } from "./present-line.ts";
import { STATE_WORDS, type StateWords, stateWord, useLineName } from "./state-words.ts";

const MARKS: Readonly<Record<string, MarkKind>> = {
  full_remission: "done",
  partial_remission: "part",
  active: "due",
  relapse: "late",
  inefficacy: "late",
  undetermined: "none",
  not_seen: "missed",
} satisfies Readonly<Record<OutcomeState, MarkKind>>;

/** The derived states of one line, each with its reason and the chart rows that decided it. */
export function StatePanel({ centre, patient, course }: ChildName & { readonly course: ReadCourse }) {
  const says = useWords(STATE_WORDS);
  const format = useFormat();
  const lineName = useLineName();
  const given = givenLines(course);
  const [chosen, setChosen] = useState<string>();
  const line = chosen ?? presentLine(course);
  const states = statesOf(course, line);
  const last = lastState(states);
  return (
    <Panel
      id="state"
      title={says.title}
      actions={
        given.length > 1 ? (
          <label className="row small">
            {says.line}
            <select value={line} onChange={(event) => setChosen(event.target.value)}>
              {given.map(({ line: name, startedOn }) => (
                <option key={name} value={name}>
                  {lineName(name)}, {format.date(startedOn)}
                </option>
              ))}
            </select>
          </label>
        ) : undefined
      }
    >
      {line === undefined || states.length === 0 ? (
        <Empty says={says.notYet} />
      ) : (
        <>
          {last === undefined ? null : (
            <p className="state-now">
              <Mark kind={MARKS[last.state] ?? "none"} says="" />{" "}
              <strong>
                {says.explain(lineName(line), stateWord(says, last.state), stateWord(says, last.timePoint))}
              </strong>
              {`: ${reasonOf(last, says, format)}`}
              {last.visitedOn === null ? "" : `, ${says.visitOf(format.date(last.visitedOn))}`}
            </p>
          )}
          <div className="scrolls">
            <table className="table states">
              <caption className="unseen">{says.lead}</caption>
              <thead>
                <tr>
                  <th scope="col">{says.timePoint}</th>
                  <th scope="col">{says.title}</th>
                  <th scope="col">{says.reason}</th>
                  <th scope="col">{says.evidence}</th>
                </tr>
              </thead>
              <tbody>
                {runsOf(states).map(({ state, until }) => (
                  <tr key={state.timePoint}>
                    <th scope="row">
                      {until === undefined
                        ? stateWord(says, state.timePoint)
                        : says.through(stateWord(says, state.timePoint), stateWord(says, until.timePoint))}
                    </th>
                    <td className="nowrap">
                      <Mark kind={MARKS[state.state] ?? "none"} says={stateWord(says, state.state)} shown />
                    </td>
                    <td>{reasonOf(state, says, format)}</td>
                    <td>
                      <Evidence centre={centre} patient={patient} state={state} says={says} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p className="quiet-text small">{says.lead}</p>
        </>
      )}
    </Panel>
  );
}

/** States with those in a row that say the same, since the child was not seen, as one. */
function runsOf(states: readonly State[]): readonly { readonly state: State; readonly until: State | undefined }[] {
  const runs: { state: State; until: State | undefined }[] = [];
  for (const state of states) {
    const before = runs.at(-1);
    const isSame =
      state.state === "not_seen" && before?.state.state === "not_seen" && before.state.reason === state.reason;
    if (isSame && before !== undefined) before.until = state;
    else runs.push({ state, until: undefined });
  }
  return runs;
}

function reasonOf({ reason, marker }: State, says: StateWords, format: Format): string {
  const words = stateWord(says, reason);
  if (marker === null) return words;
  const result = (sign: string, value: number): string => `${sign}${format.number(value, value % 1 === 0 ? 0 : 1)}`;
  const { before, beforeSign, after, afterSign, unit } = marker;
  return `${words}, ${result(beforeSign, before)} → ${result(afterSign, after)} ${unit}`;
}

/** The chart rows behind a state, each a way to open it. */
function Evidence({
  centre,
  patient,
  state,
  says,
}: ChildName & {
  readonly state: State;
  readonly says: StateWords;
}) {
  const { visit, baselineVisit, relapseVisit, marker } = state;
  const rows = [
    { before: "", table: "visit", key: visit },
    { before: says.against, table: "visit", key: baselineVisit },
    { before: says.relapseAt, table: "visit", key: relapseVisit },
    { before: "", table: "laboratory", key: marker?.beforeKey ?? null },
    { before: "→", table: "laboratory", key: marker?.afterKey ?? null },
  ].filter(({ key }) => key !== null);
  return (
    <span className="evidence">
      {rows.map(({ before, table, key }) => (
        <span key={`${before} ${table} ${key}`}>
          {before}{" "}
          <Link
            to="/centres/$centre/patients/$patient/$table/$key"
            params={{ centre, patient, table, key: key ?? "" }}
            className="mono"
          >
            {key}
          </Link>{" "}
        </span>
      ))}
    </span>
  );
}
