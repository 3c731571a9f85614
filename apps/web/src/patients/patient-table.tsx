import { Link } from "@tanstack/react-router";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { Empty, Waiting } from "../design/told.tsx";
import { useWords } from "../words/words.ts";
import { useColumns } from "./columns.tsx";
import { PATIENTS_WORDS } from "./patients-words.ts";
import type { PatientList } from "./use-patients.ts";

/** Height of a line, in pixels. */
const LINE = 41;
/** So many lines before the end the next page is read. */
const AHEAD = 60;
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 15,
  PageUp: -15,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** The list as a table of which only the lines in sight are drawn; more are read before the end is reached. */
export function PatientTable({ list, columns }: { readonly list: PatientList; readonly columns: readonly string[] }) {
  const says = useWords(PATIENTS_WORDS);
  const shown = useColumns().filter(({ name }) => columns.includes(name));
  const lines = list.data?.pages.flatMap(({ patients }) => patients) ?? [];
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
    if (link == null) return;
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
        {says.shown(lines.length, hasNextPage)} <span className="no-print">· {says.keys}</span>
      </p>
      <div className="panel scrolls">
        <table className="table patient-list" aria-rowcount={hasNextPage ? -1 : lines.length + 1}>
          <caption className="unseen">{says.list}</caption>
          <thead>
            <tr>
              <th scope="col">{says.search}</th>
              {shown.map(({ name, title, number }) => (
                <th scope="col" key={name} className={number ? "number" : ""}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body}>
            {above > 0 ? <tr style={{ height: above }} /> : null}
            {drawn.map(({ index }) => {
              const line = lines[index];
              return line === undefined ? null : (
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
                  {shown.map(({ name, number, cell }) => (
                    <td key={name} className={number ? "number" : ""}>
                      {cell(line)}
                    </td>
                  ))}
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
