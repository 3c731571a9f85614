import { useInfiniteQuery } from "@tanstack/react-query";
import { get } from "../api/request.ts";

/** One line of the list. */
export interface PatientLine {
  readonly patient: string;
  readonly centre: string;
  readonly cohort: string;
  readonly sex: string;
  readonly bornOn: string;
  readonly diagnosedOn: string;
  readonly rowStatus: "draft" | "complete";
  readonly visits: number;
  readonly lastVisitOn: string | null;
  readonly drafts: number;
  readonly openQueries: number;
  readonly lesions: number;
  readonly drugs: readonly string[];
}

interface Pages {
  readonly patients: readonly PatientLine[];
  readonly next?: string;
}

export type PatientSearch = Readonly<Record<string, string | undefined>>;

/** What the list can be narrowed by; each is a part of the address. */
export const FILTERS = ["contains", "centre", "cohort", "form", "treatment", "queries", "visit"] as const;

export const isFiltered = (search: PatientSearch): boolean => FILTERS.some((name) => search[name] !== undefined);

const PAGE = 200;

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
      get<Pages>(`/api/patients?${query}${pageParam === "" ? "" : `&after=${encodeURIComponent(pageParam)}`}`, signal),
    initialPageParam: "",
    getNextPageParam: ({ next }: Pages) => next,
    placeholderData: (before) => before,
  });
}

export type PatientList = ReturnType<typeof usePatients>;
