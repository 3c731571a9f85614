import { administration } from "@osteon/api";
import { useInfiniteQuery } from "@tanstack/react-query";
import { read } from "../../api/request.ts";

/** A lock that stands. */
/** The locks that stand, a page at a time. */
export function useLocks() {
  return useInfiniteQuery({
    queryKey: ["get", "/api/locks"],
    queryFn: ({ pageParam, signal }) => read(administration.listLocks, { query: { after: pageParam } }, signal),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  });
}
