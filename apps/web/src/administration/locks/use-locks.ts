import { useInfiniteQuery } from "@tanstack/react-query";
import { get } from "../../api/request.ts";
import type { Lock } from "../../api/shapes.ts";

/** A lock that stands. */
export interface StandingLock extends Lock {
  readonly centre: string;
}

interface Pages {
  readonly locks: readonly StandingLock[];
  readonly next?: number;
}

/** The locks that stand, a page at a time. */
export function useLocks() {
  return useInfiniteQuery({
    queryKey: ["get", "/api/locks"],
    queryFn: ({ pageParam, signal }) => get<Pages>(`/api/locks?after=${pageParam}`, signal),
    initialPageParam: 0,
    getNextPageParam: ({ next }: Pages) => next,
  });
}
