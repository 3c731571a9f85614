import type { Run, ToldStudy } from "@osteon/api";
import { accounts } from "@osteon/api";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { may, useMe } from "../api/me.ts";
import { useGet } from "../api/use-get.ts";
import { ChosenActions } from "../choosing/chosen-actions.tsx";
import { Panel } from "../design/page.tsx";
import { useBook } from "../words/codebook-words.ts";
import { useFormat } from "../words/format.ts";
import { useLanguage, useWords } from "../words/words.ts";
import { RunProgress } from "./run-progress.tsx";
import { RunTable } from "./run-table.tsx";
import { RUNS_WORDS } from "./runs-words.ts";
import { STUDY_WORDS } from "./study-words.ts";

type Period = ToldStudy["periods"][number];

interface Parts {
  readonly study: ToldStudy;
  readonly runs: readonly Run[];
  readonly busy: boolean;
  /** As of a day, or an empty text. */
  readonly onRun: (asOf: string) => void;
}

/** A study: what it is, what it tells about these children, and its runs. */
export function StudyPanel({ study, runs, busy, onRun }: Parts) {
  const words = useWords(STUDY_WORDS);
  const says = useWords(RUNS_WORDS);
  const format = useFormat();
  const language = useLanguage();
  const me = useMe();
  const people = useGet(accounts.listPeople, {});
  const { id, title, version, source, taken, chosen, newest } = study;
  const [latest] = runs;
  const nameOf = (who: string): string => people.data?.people.find(({ account }) => account === who)?.name ?? who;
  const [asOf, setAsOf] = useState("");
  return (
    <Panel title={title} lang={study.titleLanguage} flush>
      <div className="study-head" lang={language}>
        {study.says === undefined ? null : (
          <p className="notice bad" lang="en">
            {study.says}
          </p>
        )}
        <p className="quiet-text">
          <span lang="en">{source}</span> <span className="mono small">{id}</span>
          {version === "" ? "" : ` · ${says.version(version)}`}
          {taken === null ? "" : ` · ${says.takenIn(nameOf(taken.by), format.dateTime(taken.at))}`}
        </p>
        {chosen === null ? null : (
          <ChosenActions
            study={id}
            title={title}
            by={nameOf(chosen.by)}
            chosen={chosen}
            mine={chosen.by === me.account}
          />
        )}
        <Periods periods={study.periods} />
        {may(me, "study run") ? (
          <p className="row">
            <button
              type="button"
              className="primary"
              disabled={busy || study.says !== undefined}
              aria-label={busy ? undefined : says.runStudy(title)}
              onClick={() => onRun(asOf)}
            >
              {busy ? words.running : words.run}
            </button>
            <label className="as-of">
              {says.asOf}
              <input
                type="date"
                aria-label={says.asOfOf(title)}
                value={asOf}
                max={new Date().toISOString().slice(0, 10)}
                onChange={({ target }) => setAsOf(target.value)}
              />
            </label>
            <span className="quiet-text small">{asOf === "" ? says.asOfNone : says.asOfHint}</span>
            {newest === undefined ? null : (
              <Link to="/study/$run" params={{ run: newest.run }} className="button">
                {words.newest}
              </Link>
            )}
          </p>
        ) : (
          <p className="quiet-text">{words.mayNot}</p>
        )}
        {latest !== undefined && (latest.state === "running" || latest.state === "waiting") ? (
          <RunProgress run={latest} />
        ) : null}
        {newest === undefined || newest.headlines.length === 0 ? null : <Newest newest={newest} />}
      </div>
      <div lang={language}>
        {runs.length === 0 ? (
          <p className="table-notes">{words.noRuns}</p>
        ) : (
          <RunTable runs={runs} label={says.runsOf(id)} />
        )}
      </div>
    </Panel>
  );
}

/** Whom the study counts, and how many of these children that are. */
function Periods({ periods }: { readonly periods: readonly Period[] }) {
  const words = useWords(STUDY_WORDS);
  const says = useWords(RUNS_WORDS);
  const format = useFormat();
  const book = useBook();
  const told = ({ children, outside }: Period): string => {
    if (children === outside) return says.countsNone;
    if (outside > 0) return says.countsSome(format.number(children - outside), format.number(children));
    return children === 1 ? says.countsOne : says.countsAll(format.number(children));
  };
  return (
    <ul className="plain">
      {periods.map((period) => {
        const { cohort, from, to, children, outside } = period;
        const disease = book.cell("patient", "cohort", cohort);
        return (
          <li key={cohort}>
            {isAlways(period) ? says.whenever(disease) : words.period(disease, format.date(from), format.date(to))}{" "}
            {told(period)}{" "}
            {outside === 0 ? "" : <strong>{words.outside(format.number(outside), format.number(children))}</strong>}
          </li>
        );
      })}
    </ul>
  );
}

/** A period that reaches from before anyone spoke of CNO into the far future leaves nobody out. */
const isAlways = ({ from, to }: Period): boolean => from <= "1980-01-01" && to >= "2050-01-01";

function Newest({
  newest: { askedAt, sameStudy, headlines, language },
}: {
  readonly newest: NonNullable<ToldStudy["newest"]>;
}) {
  const says = useWords(RUNS_WORDS);
  const format = useFormat();
  return (
    <div className="newest-says">
      <p>
        {says.newestSays(format.dateTime(askedAt))} {sameStudy === false ? <strong>{says.changedSince}</strong> : null}
      </p>
      <ul lang={language}>
        {headlines.map(({ label, number, below }) => (
          <li key={label}>
            {label}: <strong>{number.text}</strong> <span className="quiet-text">({below})</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
