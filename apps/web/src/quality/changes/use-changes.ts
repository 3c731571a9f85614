import { audit } from "@osteon/api";
import { useInfiniteQuery } from "@tanstack/react-query";
import { read } from "../../api/request.ts";
import type { Search } from "../search.ts";

const PAGE = 100;
const START: string | undefined = undefined;

/** What the list is narrowed by, as the server takes it: whole days, in the person's own time zone. */
export function filterOf({ centre, from, to, by, table, action, patient }: Search): URLSearchParams {
  const given = {
    centre,
    from: moment(from, 0),
    to: moment(to, 1),
    actor: by,
    table,
    action,
    patient,
  };
  return new URLSearchParams(Object.entries(given).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

/** When a day begins here, or so many days later; nothing where it is no day. */
function moment(day: string | undefined, later: number): string | undefined {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? "") ?? [];
  if (year === undefined) return undefined;
  return new Date(Number(year), Number(month) - 1, Number(date) + later).toISOString();
}

/** The day of a moment here, as `2025-05-12`. */
export function dayOf(at: Date): string {
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** What changed, newest first, a page at a time. */
export function useChanges(search: Search) {
  const filter = filterOf(search);
  filter.set("limit", String(PAGE));
  return useInfiniteQuery({
    queryKey: ["get", `/api/audit/changes?${filter}`],
    queryFn: ({ pageParam, signal }) =>
      read(audit.listChanges, { query: { ...Object.fromEntries(filter), before: pageParam } }, signal),
    initialPageParam: START,
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
}
