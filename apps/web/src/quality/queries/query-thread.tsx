import type { Query } from "@osteon/api";
import { charts } from "@osteon/api";
import { Link } from "@tanstack/react-router";
import type { RefObject } from "react";
import { useGet } from "../../api/use-get.ts";
import { Mark } from "../../design/mark.tsx";
import { Panel } from "../../design/page.tsx";
import { useBook } from "../../words/codebook-words.ts";
import { useFormat } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { useNames } from "../use-names.ts";
import { STATE_MARKS } from "./query-list.tsx";
import { QueryReply } from "./query-reply.tsx";
import { QUERY_WORDS } from "./query-words.ts";
import { useQuestion } from "./use-question.ts";

interface Parts {
  readonly query: Query;
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly onMoved: (query: Query, state: Query["state"]) => void;
}

/** A query with what stands in the chart now, everything that was said, and what this person may do. */
export function QueryThread({ query, box, onMoved }: Parts) {
  const says = useWords(QUERY_WORDS);
  const book = useBook();
  const format = useFormat();
  const names = useNames();
  const question = useQuestion();
  const { centre, entity, rowKey, field, patient } = query;
  return (
    <Panel
      title={`${says.thread} ${query.query}`}
      actions={<Mark kind={STATE_MARKS[query.state]} says={says[query.state]} shown />}
    >
      <dl className="facts">
        <dt>{book.label("patient", "patient")}</dt>
        <dd>
          <Link to="/centres/$centre/patients/$patient" params={{ centre, patient }} className="mono">
            {patient}
          </Link>{" "}
          <span className="quiet-text">{query.centre}</span>
        </dd>
        <dt>{book.one(entity)}</dt>
        <dd>
          <Link
            to="/centres/$centre/patients/$patient/$table/$key"
            params={{ centre, patient, table: entity, key: rowKey }}
          >
            {says.openRow} <span className="mono">{rowKey}</span>
          </Link>
        </dd>
        {!field ? null : (
          <>
            <dt>{book.label(entity, field)}</dt>
            <dd>
              <Value centre={centre} entity={entity} rowKey={rowKey} field={field} />
            </dd>
          </>
        )}
      </dl>
      <ol className="query-messages">
        {query.messages.map((message, place) => (
          <li key={message.said_at} className={`said-${message.state}`}>
            <p className="small">
              <strong>{place === 0 ? names(query.raisedBy) : names(message.said_by)}</strong>{" "}
              <span className="quiet-text">
                {place === 0 ? says.raised : says[message.state as Query["state"]].toLowerCase()},{" "}
                {format.dateTime(message.said_at)}
              </span>
            </p>
            {message.says === "" ? null : <p>{place === 0 ? question(query) : message.says}</p>}
          </li>
        ))}
      </ol>
      <QueryReply key={`${query.query} ${query.state}`} query={query} box={box} onMoved={onMoved} />
    </Panel>
  );
}

/** What the chart says now of the field that is asked about. */
function Value({
  centre,
  entity,
  rowKey,
  field,
}: {
  readonly centre: string;
  readonly entity: string;
  readonly rowKey: string;
  readonly field: string;
}) {
  const says = useWords(QUERY_WORDS);
  const book = useBook();
  const { data, isPending, isError } = useGet(charts.readRow, { params: { centre, table: entity, key: rowKey } });
  if (isPending) return <>…</>;
  if (isError) return <>{says.gone}</>;
  const cell = data.cells[field] ?? "";
  return (
    <>
      {cell === "" ? <em>{says.blank}</em> : <strong>{book.cell(entity, field, cell)}</strong>}{" "}
      <span className="quiet-text">({says.stands})</span>
    </>
  );
}
