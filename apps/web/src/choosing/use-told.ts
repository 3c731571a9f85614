import { chosen } from "@osteon/api";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { read } from "../api/request.ts";
import type { Draft, Told } from "./choosing-data.ts";

/** So long nothing more is typed before the draft is asked about. */
const PAUSE = 300;

/** What the server says of a draft, once nobody types; while it asks, what it said before. */
export function useTold(draft: Draft) {
  const [asked, setAsked] = useState(draft);
  useEffect(() => {
    const later = setTimeout(() => setAsked(draft), PAUSE);
    return () => clearTimeout(later);
  }, [draft]);
  const body = { ...asked, title: asked.title.trim() === "" ? "?" : asked.title };
  const told = useQuery({
    queryKey: ["told", JSON.stringify(body)],
    queryFn: ({ signal }): Promise<Told> => read(chosen.tellChoices, { body }, signal),
    placeholderData: keepPreviousData,
    retry: false,
  });
  return { ...told, isBehind: asked !== draft || told.isFetching };
}
