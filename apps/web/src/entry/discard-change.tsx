import type { Row } from "@osteon/api";
import { charts } from "@osteon/api";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { CHILDREN } from "../api/addresses.ts";
import { may, useMe } from "../api/me.ts";
import { call } from "../api/request.ts";
import { readAgain } from "../api/use-get.ts";
import { Dialog } from "../design/dialog.tsx";
import { Problems } from "../design/told.tsx";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { ENTRY_WORDS } from "./entry-words.ts";

interface Parts {
  readonly row: Row | undefined;
  /** Whether there are words that the registry does not have. */
  readonly differs: boolean;
  readonly disabled: boolean;
  readonly onDiscard: () => void;
}

/** Lets a change go: a complete row is again what the registry holds; a draft what was last saved, or deleted, asked first. */
export function DiscardChange({ row, differs, disabled, onDiscard }: Parts) {
  const says = useWords(ENTRY_WORDS);
  const format = useFormat();
  const me = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<unknown>();
  const isComplete = row?.status === "complete";
  const deletes = row?.status === "draft" && may(me, "chart delete", row.centre);
  if (!differs && !deletes) return null;
  const letGo = () => {
    setOpen(false);
    onDiscard();
  };
  const remove = async (draft: Row) => {
    setError(undefined);
    try {
      await call(
        charts.deleteRow,
        { params: { centre: draft.centre, table: draft.table, key: draft.key } },
        { version: draft.version, reason: says.draftReason },
      );
    } catch (problem) {
      setError(problem);
      return;
    }
    letGo();
    await navigate(
      draft.table === "patient"
        ? { to: "/patients" }
        : { to: "/centres/$centre/patients/$patient", params: { centre: draft.centre, patient: draft.patient } },
    );
    await readAgain(client, ...CHILDREN, "/api/dashboard", "/api/schedule");
  };
  return (
    <>
      <button type="button" disabled={disabled} onClick={() => (isComplete ? letGo() : setOpen(true))}>
        {deletes && !differs ? says.discardDraftShort : says.discard}
      </button>
      <Dialog open={open} title={says.discardTitle} onClose={() => setOpen(false)}>
        <div className="stack">
          <p>{row === undefined ? says.discardNew : says.discardDraft(format.dateTime(row.writtenAt))}</p>
          <Problems error={error} />
          <div className="row">
            {differs ? (
              <button type="button" className="primary" onClick={letGo}>
                {row === undefined ? says.discard : says.backToSaved}
              </button>
            ) : null}
            {deletes ? (
              <button type="button" className="danger" onClick={() => void remove(row)}>
                {says.deleteDraft}
              </button>
            ) : null}
            <button type="button" className="quiet" onClick={() => setOpen(false)}>
              {says.cancel}
            </button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
