import { schedule } from "@osteon/api";
import { useInfiniteQuery } from "@tanstack/react-query";
import { read } from "../api/request.ts";

/** What the page is narrowed by; each is a part of the address. */
export type ScheduleSearch = Readonly<Record<string, string | undefined>>;

const FILTERS = ["asOf", "centre", "timePoint", "state"] as const;
const PAGE = 100;
const START: string | undefined = undefined;

/** The parts of an address that this page sends on, as a query. */
export function queryOf(search: ScheduleSearch, names: readonly string[] = FILTERS): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of names) if (search[name]) query.set(name, search[name]);
  return query;
}

/** The children and their windows, a page at a time as the list is scrolled. */
export function useSchedule(search: ScheduleSearch) {
  const query = queryOf(search);
  query.set("limit", String(PAGE));
  return useInfiniteQuery({
    queryKey: ["get", `/api/schedule?${query}`],
    queryFn: ({ pageParam, signal }) =>
      read(schedule.listSchedules, { query: { ...Object.fromEntries(query), after: pageParam } }, signal),
    initialPageParam: START,
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
}

export type ScheduleList = ReturnType<typeof useSchedule>;
