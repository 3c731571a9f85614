import { patients } from "@osteon/api";
import { useInfiniteQuery } from "@tanstack/react-query";
import { read } from "../api/request.ts";

/** One line of the list. */
export type PatientSearch = Readonly<Record<string, string | undefined>>;

/** What the list can be narrowed by; each is a part of the address. */
export const FILTERS = ["contains", "centre", "cohort", "form", "treatment", "queries", "visit"] as const;

export const isFiltered = (search: PatientSearch): boolean => FILTERS.some((name) => search[name] !== undefined);

const PAGE = 200;
const START: string | undefined = undefined;

/** The order that an address asks for: a minus before the name means from the largest on. */
export interface Sort {
  readonly by: string;
  readonly falling: boolean;
}

export function sortOf({ sort = "patient" }: PatientSearch): Sort {
  return { by: sort.replace(/^-/, ""), falling: sort.startsWith("-") };
}

/** The list, a page at a time as it is scrolled. */
export function usePatients(search: PatientSearch) {
  const query = new URLSearchParams({ limit: String(PAGE) });
  for (const name of [...FILTERS, "sort"]) if (search[name]) query.set(name, search[name]);
  return useInfiniteQuery({
    queryKey: ["get", `/api/patients?${query}`],
    queryFn: ({ pageParam, signal }) =>
      read(patients.listPatients, { query: { ...Object.fromEntries(query), after: pageParam } }, signal),
    initialPageParam: START,
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
}

export type PatientList = ReturnType<typeof usePatients>;
