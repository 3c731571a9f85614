import { addressOf, type Route, type SendOf } from "@osteon/api";
import { keepPreviousData, type QueryClient, useQuery } from "@tanstack/react-query";
import { ApiProblem, read, Unreachable } from "./request.ts";

/** So often a registry that did not answer is asked again. */
const AGAIN = 5000;

/** What a route tells, and nothing while it is not to be asked; read again when a page is opened, when the window is looked at again, and after a write. */
export function useGet<const R extends Route>(
  route: R,
  sent: SendOf<R> | undefined,
  more: { readonly keep?: boolean; readonly every?: number } = {},
) {
  return useQuery({
    queryKey: ["get", sent === undefined ? undefined : addressOf(route, sent.params, sent.query)],
    queryFn: ({ signal }) => {
      if (sent === undefined) throw new Error("nothing is asked");
      return read(route, sent, signal);
    },
    enabled: sent !== undefined,
    retry: (count, error) =>
      !(error instanceof ApiProblem && error.status < 500) &&
      !(error instanceof Unreachable && !navigator.onLine) &&
      count < 3,
    ...(more.keep === true ? { placeholderData: keepPreviousData } : {}),
    refetchInterval: ({ state }) => (state.error instanceof Unreachable ? AGAIN : (more.every ?? false)),
  });
}

/** After a write: what begins with these paths is read anew. */
export async function readAgain(client: QueryClient, ...paths: readonly string[]): Promise<void> {
  await client.invalidateQueries({
    predicate: ({ queryKey: [kind, path] }) => kind === "get" && paths.some((begin) => String(path).startsWith(begin)),
  });
}
