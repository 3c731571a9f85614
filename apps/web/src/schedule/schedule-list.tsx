import { Link } from "@tanstack/react-router";
import { may, useMe } from "../api/me.ts";
import { useLongList } from "../design/long-list.ts";
import { Empty, Waiting } from "../design/told.tsx";
import { VisitLink } from "../design/visit-link.tsx";
import { isKept } from "../frame/kept-note.tsx";
import { useWords } from "../words/words.ts";
import { SCHEDULE_WORDS } from "./schedule-words.ts";
import type { ScheduleList as List } from "./use-schedule.ts";
import { StripHead, WindowStrip } from "./window-strip.tsx";
import { WindowLine } from "./window-words.tsx";
import { nextVisit, type TimePoint } from "./windows.ts";

/** States of a window in which a visit is entered. */
const OPEN: ReadonlySet<string> = new Set(["due", "late"]);

/** Height of a line, in pixels. */
const LINE = 45;

interface Parts {
  readonly list: List;
  readonly timePoints: readonly TimePoint[];
  readonly withCentre: boolean;
}

/** Children and their windows; only the lines in sight are drawn, and more are read before the end is reached. */
export function ScheduleList({ list, timePoints, withCentre }: Parts) {
  const says = useWords(SCHEDULE_WORDS);
  const me = useMe();
  const lines = list.data?.pages.flatMap(({ patients }) => patients) ?? [];
  const asOf = list.data?.pages[0]?.asOf ?? "";
  const { hasNextPage } = list;
  const { body, drawn, above, below, press } = useLongList(lines.length, LINE, list);

  if (list.isPending) return <Waiting />;
  if (lines.length === 0) return <Empty says={says.none} />;
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
            {drawn.map((index) => {
              const line = lines[index];
              if (line === undefined) return null;
              const next = nextVisit(line.windows);
              return (
                <tr key={`${line.centre} ${line.patient}`} data-line={index} aria-rowindex={index + 2}>
                  <th scope="row" className="mono">
                    <Link
                      to="/centres/$centre/patients/$patient"
                      params={{ centre: line.centre, patient: line.patient }}
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
                  <td>
                    {next === undefined ? null : <WindowLine window={next} />}
                    {next !== undefined &&
                    OPEN.has(next.state) &&
                    may(me, "chart write", line.centre) &&
                    !isKept(me, line.centre, "visit") ? (
                      <VisitLink centre={line.centre} patient={line.patient} visit="new" className="over-line no-print">
                        {says.enter}
                      </VisitLink>
                    ) : null}
                  </td>
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
