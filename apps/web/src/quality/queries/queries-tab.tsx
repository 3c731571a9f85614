import type { Query } from "@osteon/api";
import { useMemo, useRef, useState } from "react";
import { may, useMe } from "../../api/me.ts";
import { Empty, Problems, Waiting } from "../../design/told.tsx";
import { useWords } from "../../words/words.ts";
import { type Search, useSearchChange } from "../search.ts";
import { AskQuery } from "./ask-query.tsx";
import { QueryFilters } from "./query-filters.tsx";
import { QueryList } from "./query-list.tsx";
import { QueryThread } from "./query-thread.tsx";
import { QUERY_WORDS } from "./query-words.ts";
import { useQueries, useQueryNumbered } from "./use-queries.ts";
import "./queries.css";

/** Queries to be worked through: the list, and beside it the one that is chosen. */
export function QueriesTab({ search }: { readonly search: Search }) {
  const says = useWords(QUERY_WORDS);
  const me = useMe();
  const change = useSearchChange();
  const list = useQueries(search);
  const box = useRef<HTMLTextAreaElement>(null);
  const thread = useRef<HTMLDivElement>(null);
  const [told, setTold] = useState("");
  const queries = list.data?.pages.flatMap((page) => page.queries) ?? [];
  const wanted = /^\d{1,15}$/.test(search.query ?? "") ? Number(search.query) : queries[0]?.query;
  const chosen = useQueryNumbered(wanted);
  const shown = chosen.query ?? queries.find(({ query }) => query === wanted);
  const choose = (query: number) => change({ query: String(query) });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const more = useMemo(
    () => ({ there: hasNextPage, read: () => void (isFetchingNextPage || fetchNextPage()) }),
    [hasNextPage, isFetchingNextPage, fetchNextPage],
  );
  /** A query that leaves the list makes room for the next, so that many can be worked through. */
  const moved = (query: Query, state: Query["state"]) => {
    setTold(says.done(query.query, says[state]));
    const kept = search.state === "all" || search.state === state;
    const place = queries.findIndex((one) => one.query === query.query);
    const next = queries[place + 1] ?? queries[place - 1];
    if (!kept && place >= 0) change({ query: next === undefined ? "" : String(next.query) });
  };
  return (
    <>
      <div className="row between query-top">
        <QueryFilters search={search} />
        {may(me, "query raise") ? <AskQuery onAsked={(query) => change({ state: "", query: String(query) })} /> : null}
      </div>
      <Problems error={list.error} />
      {list.isPending ? <Waiting /> : null}
      <div className="query-parts">
        <section className="panel" aria-label={says.list}>
          <p className="quiet-text small query-told" role="status">
            {told === "" ? "" : `${told} `}
            {says.shown(queries.length, hasNextPage)} <span className="no-print">· {says.keys}</span>
          </p>
          {list.isSuccess && queries.length === 0 ? <Empty says={says.none} /> : null}
          {queries.length > 0 ? (
            <QueryList
              queries={queries}
              more={more}
              chosen={wanted}
              onChoose={(query, pointed) => {
                setTold("");
                choose(query);
                if (pointed) thread.current?.scrollIntoView({ block: "nearest" });
              }}
              onEnter={() => {
                thread.current?.scrollIntoView({ block: "nearest" });
                (box.current ?? thread.current)?.focus();
              }}
            />
          ) : null}
        </section>
        <div ref={thread} tabIndex={-1} className="query-thread">
          {shown === undefined ? <Empty says={says.choose} /> : <QueryThread query={shown} box={box} onMoved={moved} />}
        </div>
      </div>
    </>
  );
}
