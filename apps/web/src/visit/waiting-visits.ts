import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import { CHILDREN } from "../api/addresses.ts";
import { useMe } from "../api/me.ts";
import { ApiProblem } from "../api/request.ts";
import { readAgain } from "../api/use-get.ts";
import { isPassing } from "../entry/save-kept.ts";
import { allKeptVisits, type KeptVisit, onVisitKept, readKeptVisit } from "./kept-visit.ts";
import { openVisits } from "./open-visits.ts";
import { onVisitSent, sendVisit } from "./send-visit.ts";

/** So often what waits is tried again, in ms. */
const EVERY = 5000;

/** Why a visit waits on this device. */
export type WhyVisit = "unfinished" | "unreachable" | "refused" | "conflict" | "locked";

export function whyVisitWaits({ refused, attempt }: Pick<KeptVisit, "refused" | "attempt">): WhyVisit {
  if (refused !== undefined) return refused.status === 409 ? "conflict" : refused.status === 423 ? "locked" : "refused";
  return attempt === undefined ? "unfinished" : "unreachable";
}

/** The visits that wait on this device; one whose page is open counts only once a save of it found no answer. */
export function useWaitingVisits(): readonly KeptVisit[] {
  const { account } = useMe();
  const waits = (kept: KeptVisit): boolean => kept.unanswered === true || !openVisits.has(kept.place);
  const text = useSyncExternalStore(subscribe, () => JSON.stringify(allKeptVisits(account).filter(waits)));
  return useMemo(() => JSON.parse(text) as readonly KeptVisit[], [text]);
}

function subscribe(notify: () => void): () => void {
  const ends = [onVisitKept(notify), openVisits.onChange(notify)];
  return () => {
    for (const end of ends) end();
  };
}

/** Sends a visit that was asked to be saved; what the registry says of it stays with it. Whether it is there now. */
export async function sendWaitingVisit(account: string, place: string): Promise<boolean> {
  if (readKeptVisit(account, place)?.attempt === undefined) return false;
  try {
    await sendVisit(account, place);
    return true;
  } catch (error) {
    if (isPassing(error) || error instanceof ApiProblem) return false;
    throw error;
  }
}

/** Sends visits that wait whichever page is open; used once, around every page. */
export function useSendingVisits(): void {
  const { account } = useMe();
  const client = useQueryClient();
  useEffect(
    () => onVisitSent(() => void readAgain(client, ...CHILDREN, "/api/queries", "/api/dashboard", "/api/schedule")),
    [client],
  );
  useEffect(() => {
    const send = async () => {
      for (const { place } of allKeptVisits(account))
        if (!openVisits.has(place) && readKeptVisit(account, place)?.attempt !== undefined)
          await sendWaitingVisit(account, place);
    };
    void send();
    const again = () => void send();
    const timer = setInterval(again, EVERY);
    window.addEventListener("online", again);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", again);
    };
  }, [account]);
}
