import type { Chart } from "@osteon/api";
import { Link } from "@tanstack/react-router";
import { Panel } from "../design/page.tsx";
import { useQuestion } from "../quality/queries/use-question.ts";
import { useBook } from "../words/codebook-words.ts";
import { useWords } from "../words/words.ts";
import { PATIENT_WORDS } from "./patient-words.ts";

/** What waits to be done with a chart: drafts and queries. Draws nothing where nothing waits. */
export function OpenPanel({ chart }: { readonly chart: Chart }) {
  const says = useWords(PATIENT_WORDS);
  const book = useBook();
  const question = useQuestion();
  const drafts = chart.rows.filter(({ status }) => status === "draft");
  const queries = chart.queries.filter(({ state }) => state !== "closed");
  if (drafts.length + queries.length === 0) return null;
  return (
    <Panel id="todo" title={says.openTitle}>
      {drafts.length === 0 ? null : (
        <p className="row">
          <span className="quiet-text">{says.drafts}:</span>
          {drafts.map(({ table, key }) => (
            <Link
              key={`${table} ${key}`}
              to="/centres/$centre/patients/$patient/$table/$key"
              params={{ centre: chart.centre, patient: chart.patient, table, key }}
              className="chip warn"
            >
              {book.one(table)} {key}
            </Link>
          ))}
        </p>
      )}
      {queries.length === 0 ? null : (
        <ul className="open-queries">
          {queries.map((asked) => {
            const { query, entity, rowKey, field, values, state } = asked;
            return (
              <li key={query}>
                <Link
                  to="/centres/$centre/patients/$patient/$table/$key"
                  params={{ centre: chart.centre, patient: chart.patient, table: entity, key: rowKey }}
                >
                  {book.one(entity)} {rowKey}
                  {field === null ? "" : `, ${book.label(entity, field)}`}
                </Link>
                : <span {...(values === null ? { lang: "en" } : {})}>{question(asked)}</span>{" "}
                {state === "answered" ? <span className="chip accent">{says.answered}</span> : null}
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}
