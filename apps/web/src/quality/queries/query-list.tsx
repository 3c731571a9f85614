import type { Query } from "@osteon/api";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { Mark, type MarkKind } from "../../design/mark.tsx";
import { useBook } from "../../words/codebook-words.ts";
import { useFormat } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { QUERY_WORDS } from "./query-words.ts";
import { useQuestion } from "./use-question.ts";

interface Parts {
  readonly queries: readonly Query[];
  readonly more: { readonly there: boolean; readonly read: () => void };
  readonly chosen: number | undefined;
  /** By keys, or by pointing at it. */
  readonly onChoose: (query: number, pointed: boolean) => void;
  readonly onEnter: () => void;
}

/** Height of a line, in pixels. */
const LINE = 62;
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 8,
  PageUp: -8,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};
export const STATE_MARKS: Readonly<Record<Query["state"], MarkKind>> = {
  open: "due",
  answered: "part",
  closed: "done",
};

/** The list of queries: one is chosen, arrow keys choose the next. Only the lines in sight are drawn. */
export function QueryList({ queries, more, chosen, onChoose, onEnter }: Parts) {
  const says = useWords(QUERY_WORDS);
  const box = useRef<HTMLDivElement>(null);
  const sight = useVirtualizer({
    count: queries.length,
    getScrollElement: () => box.current,
    estimateSize: () => LINE,
    overscan: 8,
  });
  const drawn = sight.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more.there && last > queries.length - 40) more.read();
  }, [last, queries.length, more]);
  const place = queries.findIndex(({ query }) => query === chosen);
  useEffect(() => {
    if (place >= 0) sight.scrollToIndex(place, { align: "auto" });
  }, [place, sight]);
  const press = (event: KeyboardEvent) => {
    if (event.key === "Enter") {
      event.preventDefault();
      return onEnter();
    }
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = queries[Math.max(0, Math.min(queries.length - 1, place + step))];
    if (next !== undefined) onChoose(next.query, false);
  };
  return (
    <div
      className="query-box"
      ref={box}
      role="listbox"
      aria-label={says.list}
      tabIndex={0}
      onKeyDown={press}
      onClick={(event) => {
        const line = (event.target as Element).closest<HTMLElement>("[data-query]");
        if (line !== null) onChoose(Number(line.dataset.query), true);
      }}
      aria-activedescendant={place >= 0 ? `query-${chosen}` : undefined}
    >
      <div className="query-lines" style={{ height: sight.getTotalSize() }} role="presentation">
        {drawn.map(({ index, start }) => {
          const query = queries[index];
          return query === undefined ? null : (
            <Line
              key={query.query}
              query={query}
              chosen={query.query === chosen}
              place={[index + 1, more.there ? -1 : queries.length]}
              top={start}
            />
          );
        })}
      </div>
    </div>
  );
}

interface LineParts {
  readonly query: Query;
  readonly chosen: boolean;
  readonly place: readonly [place: number, of: number];
  readonly top: number;
}

function Line({ query, chosen, place, top }: LineParts) {
  const says = useWords(QUERY_WORDS);
  const book = useBook();
  const format = useFormat();
  const question = useQuestion();
  const about = !query.field ? `${book.one(query.entity)} (${says.whole})` : book.label(query.entity, query.field);
  return (
    <div
      id={`query-${query.query}`}
      data-query={query.query}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      aria-posinset={place[0]}
      aria-setsize={place[1]}
      className="query-line"
      style={{ transform: `translateY(${top}px)`, height: LINE }}
    >
      <span className="query-head">
        <Mark kind={STATE_MARKS[query.state]} says={says[query.state]} />
        <strong>{about}</strong>
        <span className="mono">{query.patient}</span>
        <span className="quiet-text query-day">{format.date(query.messages[0]?.said_at.slice(0, 10))}</span>
      </span>
      <span className="query-says">{question(query)}</span>
    </div>
  );
}
