import { work } from "@osteon/api";
import { useInfiniteQuery } from "@tanstack/react-query";
import { read } from "../../api/request.ts";
import { useGet } from "../../api/use-get.ts";
import type { Search } from "../search.ts";

export const STATES = ["open", "answered", "closed"] as const;
const PAGE = 200;

/** What the list is narrowed by, as the server takes it; open queries are shown where the address says nothing. */
function filterOf(search: Search, names: readonly string[]): URLSearchParams {
  const [table, field] = (search.about ?? "").split(".");
  const given: Search = {
    centre: search.centre,
    table,
    field,
    raisedBy: search.by,
    state: search.state === "all" ? undefined : (search.state ?? "open"),
  };
  return new URLSearchParams(names.flatMap((name) => (given[name] ? [[name, given[name]]] : [])));
}

/** Queries in the order they were raised, a page at a time. */
export function useQueries(search: Search) {
  const filter = filterOf(search, ["centre", "table", "field", "raisedBy", "state"]);
  filter.set("limit", String(PAGE));
  return useInfiniteQuery({
    queryKey: ["get", `/api/queries?${filter}`],
    queryFn: ({ pageParam, signal }) =>
      read(work.listQueries, { query: { ...Object.fromEntries(filter), after: pageParam } }, signal),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
}

/** How many stand in each state, and the fields asked about. */
export function useQuerySummary(search: Search) {
  const counted = useGet(
    work.summariseQueries,
    { query: Object.fromEntries(filterOf(search, ["centre", "table", "field", "raisedBy"])) },
    { keep: true },
  );
  const fields = useGet(
    work.summariseQueries,
    { query: Object.fromEntries(filterOf(search, ["centre", "raisedBy"])) },
    {
      keep: true,
    },
  );
  return { states: counted.data?.states, fields: fields.data?.fields ?? [] };
}

/** One query, wherever it stands in the list; nothing where there is none that the person may read. */
export function useQueryNumbered(query: number | undefined) {
  const page = useGet(work.listQueries, query === undefined ? undefined : { query: { after: query - 1, limit: 1 } });
  return { ...page, query: page.data?.queries.find((one) => one.query === query) };
}
