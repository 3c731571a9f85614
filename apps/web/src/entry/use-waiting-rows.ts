import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import { CHILDREN } from "../api/addresses.ts";
import { useMe } from "../api/me.ts";
import { ApiProblem } from "../api/request.ts";
import { readAgain } from "../api/use-get.ts";
import { allKept, allSetAside, onKeptChange, readKept, type SetAside, setAsideForeign } from "./kept.ts";
import type { Kept } from "./kept-shape.ts";
import { openRows } from "./open-rows.ts";
import { onOtherTabs } from "./other-tabs.ts";
import { isPassing, noteConfirmed, onConfirmed, saveKept } from "./save-kept.ts";

/** So often what waits is tried again. */
const EVERY = 5000;

/** Why a row waits on this device. */
export type Why = "unreachable" | "reason" | "refused" | "conflict" | "locked" | "unfinished";

export const whyWaits = ({ refused, wanted, row, held }: Kept): Why => {
  if (refused !== undefined) return refused.status === 409 ? "conflict" : refused.status === 423 ? "locked" : "refused";
  if (row?.status === "complete" && wanted === undefined) return "reason";
  return held === true ? "unfinished" : "unreachable";
};

/** The rows that wait on this device; one whose form is open counts only once a save of it found no answer. */
export function useWaitingRows(): readonly Kept[] {
  const { account } = useMe();
  const waits = (kept: Kept): boolean => kept.unanswered === true || !openRows.has(kept.place);
  const text = useSyncExternalStore(subscribe, () => JSON.stringify(allKept(account).filter(waits)));
  return useMemo(() => JSON.parse(text) as readonly Kept[], [text]);
}

/** What stands on this device and this version cannot send. */
export function useSetAside(): readonly SetAside[] {
  const { account } = useMe();
  const text = useSyncExternalStore(subscribe, () => JSON.stringify(allSetAside(account)));
  return useMemo(() => JSON.parse(text) as readonly SetAside[], [text]);
}

function subscribe(notify: () => void): () => void {
  const ends = [onKeptChange(notify), openRows.onChange(notify)];
  return () => {
    for (const end of ends) end();
  };
}

/** Sends one row that waits, if it needs no reason first; what the registry says of it stays with the row and stands in the list. */
export async function sendWaiting(account: string, place: string): Promise<boolean> {
  const kept = readKept(account, place);
  if (kept === undefined || whyWaits(kept) === "reason") return false;
  try {
    await saveKept(account, place);
    return true;
  } catch (error) {
    if (isPassing(error) || error instanceof ApiProblem) return false;
    throw error;
  }
}

/** Sends what waits whichever page is open, and reads anew what a save changed; used once, around every page. */
export function useSendingInBackground(): void {
  const { account } = useMe();
  const client = useQueryClient();
  useEffect(
    () => onConfirmed(() => void readAgain(client, ...CHILDREN, "/api/queries", "/api/dashboard", "/api/schedule")),
    [client],
  );
  useEffect(() => onOtherTabs(account, (news) => news.kind === "confirmed" && noteConfirmed(news)), [account]);
  useEffect(() => {
    setAsideForeign(account);
    let busy = false;
    const send = async () => {
      if (busy) return;
      busy = true;
      for (const kept of allKept(account))
        if (whyWaits(kept) === "unreachable" && !openRows.has(kept.place) && !(await sendWaiting(account, kept.place)))
          break;
      busy = false;
    };
    void send();
    const timer = setInterval(() => void send(), EVERY);
    const now = () => void send();
    window.addEventListener("online", now);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", now);
    };
  }, [account]);
}
