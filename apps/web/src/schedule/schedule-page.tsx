import { getRouteApi } from "@tanstack/react-router";
import { centresOf, useMe } from "../api/me.ts";
import { useGet } from "../api/use-get.ts";
import { Page, Panel } from "../design/page.tsx";
import { Empty, Problems, Waiting } from "../design/told.tsx";
import { useLanguage, useWords } from "../words/words.ts";
import { CountMatrix, Legend } from "./count-matrix.tsx";
import { AsOf, ScheduleFilters } from "./schedule-filters.tsx";
import { ScheduleList } from "./schedule-list.tsx";
import { SCHEDULE_WORDS } from "./schedule-words.ts";
import { queryOf, useSchedule } from "./use-schedule.ts";
import type { Summary } from "./windows.ts";
import "./schedule.css";

const route = getRouteApi("/inside/schedule");

/** Which visits are due, overdue and done, over all children and child by child. */
export function SchedulePage() {
  const says = useWords(SCHEDULE_WORDS);
  const language = useLanguage();
  const search = route.useSearch();
  const withCentre = centresOf(useMe(), "chart read").length > 1;
  const summary = useGet<Summary>(`/api/schedule/summary?${queryOf(search, ["asOf"])}`, { keep: true });
  const list = useSchedule(search);
  const calendar = queryOf(search, ["asOf", "centre"]);
  calendar.set("language", language);
  const timePoints = summary.data?.timePoints ?? [];
  return (
    <Page
      title={says.title}
      lead={says.lead}
      actions={
        <div className="row as-of">
          <AsOf search={search} asOf={summary.data?.asOf} />
          <a className="button" href={`/api/schedule.ics?${calendar}`} download title={says.calendarHint}>
            {says.calendar}
          </a>
        </div>
      }
    >
      <Problems error={summary.error ?? list.error} />
      <Panel title={says.counts} actions={<Legend />} flush>
        {summary.data === undefined ? (
          <Waiting />
        ) : summary.data.counts.length === 0 ? (
          <Empty says={says.noCounts} />
        ) : (
          <CountMatrix summary={summary.data} search={search} />
        )}
      </Panel>
      <ScheduleFilters search={search} timePoints={timePoints} />
      {summary.data === undefined ? null : <ScheduleList list={list} timePoints={timePoints} withCentre={withCentre} />}
    </Page>
  );
}
