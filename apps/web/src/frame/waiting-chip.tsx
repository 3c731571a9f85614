import { useState } from "react";
import { Dialog } from "../design/dialog.tsx";
import { useSendingInBackground, useWaitingRows } from "../entry/use-waiting-rows.ts";
import { useWords } from "../words/words.ts";
import { WaitingList } from "./waiting-list.tsx";
import { WAITING_WORDS } from "./waiting-words.ts";

/** Says on every page what waits on this device, and sends it; nothing is drawn while nothing waits. */
export function WaitingChip() {
  const says = useWords(WAITING_WORDS);
  useSendingInBackground();
  const rows = useWaitingRows();
  const [open, setOpen] = useState(false);
  return (
    <>
      <span role="status">
        {rows.length === 0 ? null : (
          <button type="button" className="chip warn waiting-chip" onClick={() => setOpen(true)}>
            <span className="waiting-whole">{says.chip(rows.length)}</span>
            <span className="waiting-short" aria-hidden="true">
              {says.chipShort(rows.length)}
            </span>
          </button>
        )}
      </span>
      <Dialog open={open} title={says.title} onClose={() => setOpen(false)}>
        <WaitingList rows={rows} onOpen={() => setOpen(false)} />
      </Dialog>
    </>
  );
}
