import { schedule } from "@osteon/api";
import { getRouteApi } from "@tanstack/react-router";
import { centresOf, useMe } from "../api/me.ts";
import { useGet } from "../api/use-get.ts";
import { Page, Panel } from "../design/page.tsx";
import { Problems, Waiting } from "../design/told.tsx";
import { useLanguage, useWords } from "../words/words.ts";
import { CountMatrix, Legend } from "./count-matrix.tsx";
import { NothingExpected } from "./nothing-expected.tsx";
import { AsOf, ScheduleFilters } from "./schedule-filters.tsx";
import { ScheduleList } from "./schedule-list.tsx";
import { SCHEDULE_WORDS } from "./schedule-words.ts";
import { type ScheduleList as List, queryOf, useSchedule } from "./use-schedule.ts";
import { useToldBy } from "./use-told-by.ts";
import "./schedule.css";

const route = getRouteApi("/inside/schedule");

/** Which visits are due, overdue and done, over all children and child by child. */
export function SchedulePage() {
  const says = useWords(SCHEDULE_WORDS);
  const language = useLanguage();
  const search = route.useSearch();
  const withCentre = centresOf(useMe(), "chart read").length > 1;
  const summary = useGet(schedule.summariseSchedule, { query: { asOf: search.asOf } }, { keep: true });
  const list = useSchedule(search);
  const calendar = queryOf(search, ["asOf", "centre"]);
  calendar.set("language", language);
  const timePoints = summary.data?.timePoints ?? [];
  const isEmpty = summary.data?.counts.length === 0 && list.data?.pages.every(({ patients }) => patients.length === 0);
  const toldBy = useToldBy();
  return (
    <Page
      title={says.title}
      lead={says.lead}
      actions={
        <div className="row as-of">
          <AsOf search={search} asOf={summary.data?.asOf} />
          <button type="button" title={says.printHint} onClick={() => void printAll(list)}>
            {says.print}
          </button>
          <a className="button" href={`/api/schedule.ics?${calendar}`} download title={says.calendarHint}>
            {says.calendar}
          </a>
        </div>
      }
    >
      <Problems error={summary.error ?? list.error} />
      <p className="print-only">{toldBy(search, summary.data?.asOf, timePoints)}</p>
      <Panel title={says.counts} flush>
        {summary.data === undefined ? (
          <Waiting />
        ) : summary.data.counts.length === 0 ? (
          <NothingExpected asOf={search.asOf} />
        ) : (
          <>
            <Legend />
            <CountMatrix summary={summary.data} search={search} />
          </>
        )}
      </Panel>
      {summary.data === undefined || isEmpty ? null : (
        <>
          <ScheduleFilters search={search} timePoints={timePoints} />
          <ScheduleList list={list} timePoints={timePoints} withCentre={withCentre} />
        </>
      )}
    </Page>
  );
}

/** Prints the whole list: what was not scrolled to yet is read first. */
async function printAll(list: List): Promise<void> {
  let read: Pick<List, "hasNextPage" | "fetchNextPage"> = list;
  while (read.hasNextPage) read = await read.fetchNextPage();
  // The lines just read are drawn before the next frame.
  requestAnimationFrame(() => print());
}
