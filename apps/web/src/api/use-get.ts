import { keepPreviousData, type QueryClient, useQuery } from "@tanstack/react-query";
import { ApiProblem, get } from "./request.ts";

/** What stands at a path; read again when a page is opened, when the window is looked at again, and after a write. */
export function useGet<T>(path: string | undefined, more: { readonly keep?: boolean; readonly every?: number } = {}) {
  return useQuery<T>({
    queryKey: ["get", path],
    queryFn: ({ signal }) => get<T>(path as string, signal),
    enabled: path !== undefined,
    retry: (count, error) => !(error instanceof ApiProblem && error.status < 500) && count < 3,
    ...(more.keep === true ? { placeholderData: keepPreviousData } : {}),
    ...(more.every === undefined ? {} : { refetchInterval: more.every }),
  });
}

/** After a write: what begins with these paths is read anew. */
export async function readAgain(client: QueryClient, ...paths: readonly string[]): Promise<void> {
  await client.invalidateQueries({
    predicate: ({ queryKey: [kind, path] }) => kind === "get" && paths.some((begin) => String(path).startsWith(begin)),
  });
}
