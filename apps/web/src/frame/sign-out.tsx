import { signIn } from "@osteon/api";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { createPortal } from "react-dom";
import { useMe } from "../api/me.ts";
import { call } from "../api/request.ts";
import { Dialog } from "../design/dialog.tsx";
import { allKept } from "../entry/kept.ts";
import { sendWaiting } from "../entry/use-waiting-rows.ts";
import { allKeptVisits } from "../visit/kept-visit.ts";
import { sendWaitingVisit } from "../visit/waiting-visits.ts";
import { useWords } from "../words/words.ts";
import { WAITING_WORDS } from "./waiting-words.ts";

/** Signs out; where something waits on this device, asks first what becomes of it, also when the menu has closed. */
export function SignOut() {
  const says = useWords(WAITING_WORDS);
  const { account } = useMe();
  const client = useQueryClient();
  const [waits, setWaits] = useState(0);
  const [left, setLeft] = useState(0);
  const [busy, setBusy] = useState(false);
  async function leave(): Promise<void> {
    await call(signIn.signOut, { body: {} }).catch(() => {});
    client.clear();
    sessionStorage.clear();
    location.assign("/");
  }
  const waiting = (): number => allKept(account).length + allKeptVisits(account).length;
  function ask(): void {
    const count = waiting();
    if (count > 0) setWaits(count);
    else void leave();
  }
  async function sendFirst(): Promise<void> {
    setBusy(true);
    for (const { place } of allKept(account)) await sendWaiting(account, place);
    for (const { place } of allKeptVisits(account)) await sendWaitingVisit(account, place);
    const rest = waiting();
    setBusy(false);
    if (rest === 0) return await leave();
    setWaits(rest);
    setLeft(rest);
  }
  return (
    <>
      <button type="button" onClick={ask}>
        {says.signOut}
      </button>
      {createPortal(
        <Dialog open={waits > 0} title={says.signOutTitle(waits)} onClose={() => setWaits(0)}>
          <div className="stack">
            <p>{says.signOutLead}</p>
            {left > 0 ? (
              <p className="notice warn" role="alert">
                {says.notAll(left)}
              </p>
            ) : null}
            <div className="row">
              <button type="button" className="primary" disabled={busy} onClick={() => void sendFirst()}>
                {says.sendFirst}
              </button>
              <button type="button" disabled={busy} onClick={() => void leave()}>
                {says.leave}
              </button>
              <button type="button" className="quiet" onClick={() => setWaits(0)}>
                {says.cancel}
              </button>
            </div>
          </div>
        </Dialog>,
        document.body,
      )}
    </>
  );
}
