import { useState } from "react";
import { Dialog } from "../design/dialog.tsx";
import { useSendingInBackground, useSetAside, useWaitingRows } from "../entry/use-waiting-rows.ts";
import { useSendingVisits, useWaitingVisits } from "../visit/waiting-visits.ts";
import { useWords } from "../words/words.ts";
import { AsideList } from "./aside-list.tsx";
import { WaitingList } from "./waiting-list.tsx";
import { WAITING_WORDS } from "./waiting-words.ts";

/** Says on every page what waits on this device, and sends it; nothing is drawn while nothing waits. */
export function WaitingChip() {
  const says = useWords(WAITING_WORDS);
  useSendingInBackground();
  useSendingVisits();
  const rows = useWaitingRows();
  const visits = useWaitingVisits();
  const count = rows.length + visits.length;
  const aside = useSetAside();
  const chip = count === 0 ? says.asideChip : says.chip(count);
  const [open, setOpen] = useState(false);
  return (
    <>
      <span role="status">
        {count + aside.length === 0 ? null : (
          <button type="button" className="chip warn waiting-chip" onClick={() => setOpen(true)}>
            <span className="waiting-whole">{chip}</span>
            <span className="waiting-short" aria-hidden="true">
              {count === 0 ? chip : says.chipShort(count)}
            </span>
          </button>
        )}
      </span>
      <Dialog open={open} title={says.title} onClose={() => setOpen(false)}>
        {count === 0 && aside.length > 0 ? null : (
          <WaitingList rows={rows} visits={visits} onOpen={() => setOpen(false)} />
        )}
        <AsideList aside={aside} />
      </Dialog>
    </>
  );
}
