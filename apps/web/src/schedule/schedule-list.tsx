import { Link } from "@tanstack/react-router";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { Empty, Waiting } from "../design/told.tsx";
import { useWords } from "../words/words.ts";
import { SCHEDULE_WORDS } from "./schedule-words.ts";
import type { ScheduleList as List } from "./use-schedule.ts";
import { StripHead, WindowStrip } from "./window-strip.tsx";
import { WindowLine } from "./window-words.tsx";
import { nextVisit, type TimePoint } from "./windows.ts";

/** Height of a line, in pixels. */
const LINE = 45;
/** So many lines before the end the next page is read. */
const AHEAD = 40;
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 15,
  PageUp: -15,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

interface Parts {
  readonly list: List;
  readonly timePoints: readonly TimePoint[];
  readonly withCentre: boolean;
}

/** Children and their windows; only the lines in sight are drawn, and more are read before the end is reached. */
export function ScheduleList({ list, timePoints, withCentre }: Parts) {
  const says = useWords(SCHEDULE_WORDS);
  const lines = list.data?.pages.flatMap(({ patients }) => patients) ?? [];
  const asOf = list.data?.pages[0]?.asOf ?? "";
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);
  const there = lines.length > 0;
  useLayoutEffect(() => {
    if (there && body.current !== null) setTop(body.current.getBoundingClientRect().top + window.scrollY);
  }, [there]);
  const sight = useWindowVirtualizer({
    count: lines.length,
    estimateSize: () => LINE,
    overscan: 12,
    scrollMargin: top,
  });
  const drawn = sight.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last > lines.length - AHEAD) void fetchNextPage();
  }, [last, lines.length, hasNextPage, isFetchingNextPage, fetchNextPage]);

  // A line far away is drawn only after the page has scrolled to it: the focus waits for it.
  const wanted = useRef<number>(undefined);
  const focusWanted = () => {
    const link = body.current?.querySelector<HTMLElement>(`[data-line="${wanted.current}"] a`);
    if (link === null || link === undefined) return;
    wanted.current = undefined;
    link.focus();
  };
  useEffect(focusWanted);

  const press = (event: KeyboardEvent, index: number) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    wanted.current = Math.max(0, Math.min(lines.length - 1, index + step));
    sight.scrollToIndex(wanted.current, { align: "auto" });
    focusWanted();
  };

  if (list.isPending) return <Waiting />;
  if (!there) return <Empty says={says.none} />;
  const above = (drawn[0]?.start ?? top) - top;
  const below = sight.getTotalSize() - ((drawn.at(-1)?.end ?? top) - top);
  return (
    <>
      <p className="quiet-text small" role="status">
        {says.shown(lines.length, hasNextPage)}{" "}
        <span className="no-print">
          · {says.scale} {says.keys}
        </span>
      </p>
      <div className="panel scrolls">
        <table className="table schedule-list" aria-rowcount={hasNextPage ? -1 : lines.length + 1}>
          <caption className="unseen">{says.children}</caption>
          <thead>
            <tr>
              <th scope="col">{says.patient}</th>
              {withCentre ? <th scope="col">{says.centre}</th> : null}
              <th scope="col" className="strips">
                <span className="unseen">{says.windows}</span>
                <StripHead timePoints={timePoints} />
              </th>
              <th scope="col">{says.next}</th>
            </tr>
          </thead>
          <tbody ref={body}>
            {above > 0 ? <tr style={{ height: above }} /> : null}
            {drawn.map(({ index }) => {
              const line = lines[index];
              if (line === undefined) return null;
              const next = nextVisit(line.windows);
              return (
                <tr key={line.patient} data-line={index} aria-rowindex={index + 2}>
                  <th scope="row" className="mono">
                    <Link
                      to="/patients/$patient"
                      params={{ patient: line.patient }}
                      className="whole-line"
                      onKeyDown={(event) => press(event, index)}
                    >
                      {line.patient}
                    </Link>
                  </th>
                  {withCentre ? <td>{line.centre}</td> : null}
                  <td className="strips">
                    <WindowStrip windows={line.windows} timePoints={timePoints} asOf={asOf} />
                  </td>
                  <td>{next === undefined ? null : <WindowLine window={next} />}</td>
                </tr>
              );
            })}
            {below > 0 ? <tr style={{ height: below }} /> : null}
          </tbody>
        </table>
      </div>
    </>
  );
}
