import { useState } from "react";
import { Dialog } from "../design/dialog.tsx";
import { useSendingInBackground, useSetAside, useWaitingRows } from "../entry/use-waiting-rows.ts";
import { useWords } from "../words/words.ts";
import { AsideList } from "./aside-list.tsx";
import { WaitingList } from "./waiting-list.tsx";
import { WAITING_WORDS } from "./waiting-words.ts";

/** Says on every page what waits on this device, and sends it; nothing is drawn while nothing waits. */
export function WaitingChip() {
  const says = useWords(WAITING_WORDS);
  useSendingInBackground();
  const rows = useWaitingRows();
  const aside = useSetAside();
  const chip = rows.length === 0 ? says.asideChip : says.chip(rows.length);
  const [open, setOpen] = useState(false);
  return (
    <>
      <span role="status">
        {rows.length + aside.length === 0 ? null : (
          <button type="button" className="chip warn waiting-chip" onClick={() => setOpen(true)}>
            <span className="waiting-whole">{chip}</span>
            <span className="waiting-short" aria-hidden="true">
              {rows.length === 0 ? chip : says.chipShort(rows.length)}
            </span>
          </button>
        )}
      </span>
      <Dialog open={open} title={says.title} onClose={() => setOpen(false)}>
        {rows.length === 0 && aside.length > 0 ? null : <WaitingList rows={rows} onOpen={() => setOpen(false)} />}
        <AsideList aside={aside} />
      </Dialog>
    </>
  );
}
