import type { Run } from "@osteon/api";
import { accounts } from "@osteon/api";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useGet } from "../api/use-get.ts";
import { keyed } from "../design/keyed.ts";
import { reachable } from "../design/reachable.ts";
import { useProblemWords } from "../design/told.tsx";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { RUNS_WORDS } from "./runs-words.ts";
import { STUDY_WORDS } from "./study-words.ts";

/** So many runs of a study are listed at first. */
const FIRST = 5;
const CHIPS = { done: "good", failed: "bad", running: "accent", waiting: "accent" } as const;

/** Runs, the newest first; one that failed says why. */
export function RunTable({ runs, label }: { readonly runs: readonly Run[]; readonly label: string }) {
  const words = useWords(STUDY_WORDS);
  const says = useWords(RUNS_WORDS);
  const people = useGet(accounts.listPeople, {});
  const [all, setAll] = useState(false);
  const states = { done: words.done, failed: words.failed, running: words.runningState, waiting: words.waiting };
  const shown = all ? runs : runs.slice(0, FIRST);
  return (
    <>
      <div ref={reachable} className="scrolls">
        <table className="table" aria-label={label}>
          <thead>
            <tr>
              <th scope="col">{words.when}</th>
              <th scope="col">{words.who}</th>
              <th scope="col">{words.state}</th>
              <th scope="col">{words.freeze}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((run) => (
              <tr key={run.run}>
                <th scope="row">
                  <RunName run={run} />
                </th>
                <td>{people.data?.people.find(({ account }) => account === run.askedBy)?.name ?? run.askedBy}</td>
                <td>
                  <span className={`chip ${CHIPS[run.state]}`}>{states[run.state]}</span>
                  {run.kept ? <span className="chip">{says.kept}</span> : null}
                  <RunProblems run={run} />
                  {run.state === "failed" ? <span className="mono small quiet-text">{run.run}</span> : null}
                </td>
                <td className="mono">{run.freezeHash?.slice(0, 12) ?? "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length === runs.length ? null : (
        <p className="table-notes">
          <button type="button" className="quiet" onClick={() => setAll(true)}>
            {says.allRuns(runs.length)}
          </button>
        </p>
      )}
    </>
  );
}

/** A run by its name and when it was asked for; a finished one can be opened. */
function RunName({ run: { run, state, name, askedAt, asOf } }: { readonly run: Run }) {
  const says = useWords(RUNS_WORDS);
  const format = useFormat();
  const when = [format.dateTime(askedAt), ...(asOf === null ? [] : [says.asOfDay(format.date(asOf))])].join(", ");
  const told = name === null ? when : `${name}, ${when}`;
  return state === "done" ? (
    <Link to="/study/$run" params={{ run }}>
      {told}
    </Link>
  ) : (
    told
  );
}

/** Every problem that ended a run, with the place in the charts where it is of one. */
function RunProblems({ run: { problems } }: { readonly run: Run }) {
  const inWords = useProblemWords();
  const places = ({ file, column, row, value }: NonNullable<Run["problems"]>[number]["where"]): string =>
    [file, row, column, value].filter((one) => one !== undefined).join(", ");
  if (problems === null) return null;
  return keyed(problems, ({ code, says }) => `${code} ${says}`).map(({ key, item }) => (
    <p key={key} className="run-problem">
      {places(item.where) === "" ? null : <span className="mono small">{places(item.where)}: </span>}
      {inWords(item).says} <span className="quiet-text">{inWords(item).fix}</span>
    </p>
  ));
}
