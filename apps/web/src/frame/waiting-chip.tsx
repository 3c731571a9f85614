import { useState } from "react";
import { Dialog } from "../design/dialog.tsx";
import { useSendingInBackground, useWaitingRows } from "../entry/use-waiting-rows.ts";
import { useSendingVisits, useWaitingVisits } from "../visit/waiting-visits.ts";
import { useWords } from "../words/words.ts";
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
  const [open, setOpen] = useState(false);
  return (
    <>
      <span role="status">
        {count === 0 ? null : (
          <button type="button" className="chip warn waiting-chip" onClick={() => setOpen(true)}>
            <span className="waiting-whole">{says.chip(count)}</span>
            <span className="waiting-short" aria-hidden="true">
              {says.chipShort(count)}
            </span>
          </button>
        )}
      </span>
      <Dialog open={open} title={says.title} onClose={() => setOpen(false)}>
        <WaitingList rows={rows} visits={visits} onOpen={() => setOpen(false)} />
      </Dialog>
    </>
  );
}
