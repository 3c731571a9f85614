import type { Query } from "@osteon/api";
import { work } from "@osteon/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type RefObject, useState } from "react";
import { CHILDREN } from "../../api/addresses.ts";
import { may, useMe } from "../../api/me.ts";
import { call } from "../../api/request.ts";
import { readAgain } from "../../api/use-get.ts";
import { Field } from "../../design/field.tsx";
import { Problems } from "../../design/told.tsx";
import { useWords } from "../../words/words.ts";
import { QUERY_WORDS } from "./query-words.ts";

interface Parts {
  readonly query: Query;
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly onMoved: (query: Query, state: Query["state"]) => void;
}

type State = Query["state"];
/** Which right moves a query to a state. */
const RIGHTS = { answered: "query answer", closed: "query close", open: "query raise" } as const;
/** Where a query can go from where it stands, the likeliest first. */
const NEXT: Readonly<Record<State, readonly State[]>> = {
  open: ["answered", "closed"],
  answered: ["closed", "open"],
  closed: ["open"],
};

/** The message to be sent, with a button for each state that this person may move the query to. */
export function QueryReply({ query, box, onMoved }: Parts) {
  const says = useWords(QUERY_WORDS);
  const me = useMe();
  const client = useQueryClient();
  const [text, setText] = useState("");
  const [blank, setBlank] = useState(false);
  const ways = NEXT[query.state].filter((state) => may(me, RIGHTS[state], query.centre));
  const move = useMutation({
    mutationFn: (state: State) =>
      call(
        work.answerQuery,
        { params: { query: query.query }, body: { state, says: text.trim() } },
        { key: crypto.randomUUID() },
      ),
    onSuccess: async (_, state) => {
      onMoved(query, state);
      await readAgain(client, "/api/queries", ...CHILDREN, "/api/dashboard");
    },
  });
  const label = (state: State): string => {
    if (state === "answered") return says.toAnswered;
    if (state === "closed") return says.toClosed;
    return query.state === "closed" ? says.toOpen : says.askAgain;
  };
  const go = (state: State) => {
    const lacks = text.trim() === "" && !(state === "closed" && query.state === "answered");
    setBlank(lacks);
    if (lacks) box.current?.focus();
    else if (!move.isPending) move.mutate(state);
  };
  if (ways.length === 0) return <p className="quiet-text small">{says.readsOnly}</p>;
  return (
    <form
      className="stack query-reply"
      onSubmit={(event) => {
        event.preventDefault();
        if (ways[0] !== undefined) go(ways[0]);
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
      }}
    >
      <Field
        label={says.message}
        {...(query.state === "answered" && ways.includes("closed") ? { hint: says.closeHint } : {})}
        {...(blank && text.trim() === "" ? { wrong: says.write } : {})}
      >
        <textarea ref={box} rows={3} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      <Problems error={move.error} />
      <div className="row">
        {ways.map((state, place) => (
          <button
            key={state}
            type={place === 0 ? "submit" : "button"}
            className={place === 0 ? "primary" : ""}
            onClick={place === 0 ? undefined : () => go(state)}
          >
            {label(state)}
          </button>
        ))}
      </div>
    </form>
  );
}
