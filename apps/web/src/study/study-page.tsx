import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { may, useMe } from "../api/me.ts";
import { send } from "../api/request.ts";
import { readAgain, useGet } from "../api/use-get.ts";
import { Page, Panel } from "../design/page.tsx";
import { Empty, Problems, useProblemWords, Waiting } from "../design/told.tsx";
import { ExportLink } from "../export/export-link.tsx";
import { useBook } from "../words/codebook-words.ts";
import { useFormat } from "../words/format.ts";
import { useLanguage, useWords } from "../words/words.ts";
import type { Run } from "./pages-data.ts";
import { ReadinessPanel } from "./readiness-panel.tsx";
import { RunProgress } from "./run-progress.tsx";
import { STUDY_WORDS } from "./study-words.ts";
import "./study.css";

interface Period {
  readonly cohort: string;
  readonly from: string;
  readonly to: string;
  readonly children: number;
  readonly outside: number;
}

interface Studies {
  readonly studies: readonly {
    readonly id: string;
    readonly title: string;
    readonly source: string;
    /** The days of diagnosis that it counts, and how many children of the disease lie outside. */
    readonly periods: readonly Period[];
  }[];
}

const SECOND = 1000;

/** The studies of the registry and their runs; a run is started here and followed live. */
export function StudyPage() {
  const says = useWords(STUDY_WORDS);
  const format = useFormat();
  const book = useBook();
  const language = useLanguage();
  const me = useMe();
  const client = useQueryClient();
  const [error, setError] = useState<unknown>();
  const studies = useGet<Studies>("/api/studies");
  const people = useGet<{ people: readonly { account: string; name: string }[] }>("/api/people");
  const [going, setGoing] = useState(false);
  const runs = useGet<{ runs: readonly Run[] }>("/api/runs", going ? { every: SECOND } : {});
  const list = runs.data?.runs ?? [];
  const underWay = list.some(({ state }) => state === "running" || state === "waiting");
  if (underWay !== going && runs.data !== undefined) setGoing(underWay);
  const mayRun = may(me, "study run");
  const inWords = useProblemWords();
  const newest = list.find(({ state }) => state === "done");
  const frozen = list.some(({ freezeHash }) => freezeHash !== null);

  async function start(study: string): Promise<void> {
    setError(undefined);
    try {
      await send("POST", "/api/runs", { study });
      await readAgain(client, "/api/runs");
    } catch (problem) {
      setError(problem);
    }
  }

  return (
    <Page title={says.title} lead={says.lead} actions={<ExportLink />}>
      <Problems error={error ?? studies.error ?? runs.error} />
      {studies.isPending ? (
        <div className="panel study-waiting">
          <Waiting />
        </div>
      ) : null}
      {(studies.data?.studies ?? []).map(({ id, title, source, periods }) => (
        <Panel key={id} title={title} lang="en">
          <p className="quiet-text" lang="en">
            {source}
          </p>
          <ul className="plain" lang={language}>
            {periods.map(({ cohort, from, to, children, outside }) => (
              <li key={cohort}>
                {says.period(book.cell("patient", "cohort", cohort), format.date(from), format.date(to))}{" "}
                {outside === 0 ? "" : <strong>{says.outside(format.number(outside), format.number(children))}</strong>}
              </li>
            ))}
          </ul>
          {mayRun ? (
            <p className="row">
              <button type="button" className="primary" disabled={underWay} onClick={() => void start(id)}>
                {underWay ? says.running : says.run}
              </button>
              {newest === undefined ? null : (
                <Link to="/study/$run" params={{ run: newest.run }} className="button">
                  {says.newest}
                </Link>
              )}
            </p>
          ) : (
            <p className="quiet-text">{says.mayNot}</p>
          )}
          {list[0] !== undefined && (list[0].state === "running" || list[0].state === "waiting") ? (
            <RunProgress run={list[0]} />
          ) : null}
        </Panel>
      ))}
      {mayRun ? <ReadinessPanel /> : null}
      <Panel title={says.runs} flush>
        {runs.isPending ? (
          <Waiting />
        ) : list.length === 0 ? (
          <Empty says={says.noRuns} />
        ) : (
          <div className="scrolls">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{says.when}</th>
                  <th scope="col">{says.who}</th>
                  <th scope="col">{says.state}</th>
                  {frozen ? <th scope="col">{says.freeze}</th> : null}
                </tr>
              </thead>
              <tbody>
                {list.map((run) => (
                  <tr key={run.run}>
                    <th scope="row">
                      {run.state === "done" ? (
                        <Link to="/study/$run" params={{ run: run.run }}>
                          {format.dateTime(run.askedAt)}
                        </Link>
                      ) : (
                        format.dateTime(run.askedAt)
                      )}
                    </th>
                    <td>{people.data?.people.find(({ account }) => account === run.askedBy)?.name ?? run.askedBy}</td>
                    <td>
                      <span
                        className={`chip ${run.state === "done" ? "good" : run.state === "failed" ? "bad" : "accent"}`}
                      >
                        {
                          { done: says.done, failed: says.failed, running: says.runningState, waiting: says.waiting }[
                            run.state
                          ]
                        }
                      </span>
                      {run.problems?.map((problem) => (
                        <p key={`${problem.code} ${problem.says}`}>
                          {inWords(problem).says} {inWords(problem).fix}
                        </p>
                      ))}
                    </td>
                    {frozen ? <td className="mono">{run.freezeHash?.slice(0, 12) ?? ""}</td> : null}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Panel>
    </Page>
  );
}
