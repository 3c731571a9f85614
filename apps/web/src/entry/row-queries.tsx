import { type Chart, type Query, type Row, work } from "@osteon/api";
import { useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { CHILDREN } from "../api/addresses.ts";
import { may, useMe } from "../api/me.ts";
import { call } from "../api/request.ts";
import { readAgain } from "../api/use-get.ts";
import { Field } from "../design/field.tsx";
import { Panel } from "../design/page.tsx";
import { Problems } from "../design/told.tsx";
import { useQuestion } from "../quality/queries/use-question.ts";
import { useBook } from "../words/codebook-words.ts";
import { useWords } from "../words/words.ts";
import { ENTRY_WORDS } from "./entry-words.ts";

/** Questions about a row, with what was said of them; asked, answered and closed by those who may. */
export function RowQueries({ chart, row }: { readonly chart: Chart; readonly row: Row }) {
  const says = useWords(ENTRY_WORDS);
  const me = useMe();
  const own = chart.queries.filter(
    ({ entity, rowKey, state }) => entity === row.table && rowKey === row.key && state !== "closed",
  );
  const asks = may(me, "query raise", row.centre);
  if (own.length === 0 && !asks) return null;
  return (
    <Panel title={says.queries}>
      {own.map((query) => (
        <OneQuery key={query.query} query={query} />
      ))}
      {asks ? <Ask row={row} /> : null}
    </Panel>
  );
}

/** A question with what was said of it; answered and closed by those who may. */
export function OneQuery({ query }: { readonly query: Query }) {
  const says = useWords(ENTRY_WORDS);
  const book = useBook();
  const me = useMe();
  const question = useQuestion();
  const field = query.field === null || query.field === "" ? "" : `${book.label(query.entity, query.field)}: `;
  const answers = may(me, "query answer", query.centre) && query.state === "open";
  const closes = may(me, "query close", query.centre);
  return (
    <div className="stack query">
      <p>
        <strong>{field}</strong>
        <span {...(query.values === null ? { lang: "en" } : {})}>{question(query)}</span>
      </p>
      {query.messages.slice(1).map((message) => (
        <p key={message.said_at} className="quiet-text">
          {message.says}
        </p>
      ))}
      {answers ? (
        <Say
          onSay={(words, key) => say(query.query, "answered", words, key)}
          label={says.answerLabel}
          button={says.answer}
        />
      ) : null}
      {closes && query.state === "answered" ? (
        <Say onSay={(words, key) => say(query.query, "closed", words, key)} label={says.reason} button={says.close} />
      ) : null}
    </div>
  );
}

function Ask({ row }: { readonly row: Row }) {
  const says = useWords(ENTRY_WORDS);
  const about = { centre: row.centre, patient: row.patient, table: row.table, key: row.key };
  return (
    <details>
      <summary>{says.ask}</summary>
      <Say
        onSay={(says, key) => call(work.askQuery, { body: { ...about, says } }, { key })}
        label={says.askLabel}
        button={says.ask}
      />
    </details>
  );
}

interface SayParts {
  /** Sends it, once under the key. */
  readonly onSay: (words: string, key: string) => Promise<unknown>;
  readonly label: string;
  readonly button: string;
}

const say = (query: number, state: "answered" | "closed", says: string, key: string) =>
  call(work.answerQuery, { params: { query }, body: { state, says } }, { key });

function Say({ onSay, label, button }: SayParts) {
  const client = useQueryClient();
  const [words, setWords] = useState("");
  const [error, setError] = useState<unknown>();
  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setError(undefined);
    try {
      await onSay(words, crypto.randomUUID());
      setWords("");
      await readAgain(client, ...CHILDREN, "/api/queries");
    } catch (problem) {
      setError(problem);
    }
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <Field label={label}>
        <textarea rows={2} required maxLength={2000} value={words} onChange={(event) => setWords(event.target.value)} />
      </Field>
      <Problems error={error} />
      <div>
        <button type="submit">{button}</button>
      </div>
    </form>
  );
}
