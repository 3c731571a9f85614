import { keepPreviousData, type QueryClient, useQuery } from "@tanstack/react-query";
import { ApiProblem, get, Unreachable } from "./request.ts";

/** So often a registry that did not answer is asked again. */
const AGAIN = 5000;

/** What stands at a path; read again when a page is opened, when the window is looked at again, and after a write. */
export function useGet<T>(path: string | undefined, more: { readonly keep?: boolean; readonly every?: number } = {}) {
  return useQuery<T>({
    queryKey: ["get", path],
    queryFn: ({ signal }) => get<T>(path as string, signal),
    enabled: path !== undefined,
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
