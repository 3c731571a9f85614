import type { Chart, Row } from "@osteon/api";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { may, useMe } from "../api/me.ts";
import { useRowName } from "../patient/row-name.ts";
import { useWords } from "../words/words.ts";
import { RemovalDialog } from "./removal-dialog.tsx";
import { REMOVAL_WORDS } from "./removal-words.ts";

interface Parts {
  readonly chart: Chart;
  readonly row: Row;
  /** Among other buttons, where it should not be the loudest. */
  readonly quiet?: boolean;
}

/** Deletes a row with all that hangs on it, after asking why; for who may delete, and for the own draft. */
export function DeleteRow({ chart, row, quiet = false }: Parts) {
  const says = useWords(REMOVAL_WORDS);
  const me = useMe();
  const rowName = useRowName(chart);
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const isChild = row.table === "patient";
  const own = may(me, "chart write", row.centre) && row.status === "draft" && row.writtenBy === me.account;
  if (!own && !may(me, "chart delete", row.centre)) return null;
  const removed = () =>
    void navigate(
      isChild
        ? { to: "/patients" }
        : { to: "/centres/$centre/patients/$patient", params: { centre: row.centre, patient: row.patient } },
    );
  return (
    <span>
      <button type="button" className={quiet ? "quiet" : "danger"} onClick={() => setOpen(true)}>
        {quiet ? says.deleteChild : says.delete}
      </button>
      {open ? (
        <RemovalDialog
          row={row}
          name={isChild ? says.child(row.patient) : says.ofChild(rowName(row), row.patient)}
          onClose={() => setOpen(false)}
          onRemoved={removed}
        />
      ) : null}
    </span>
  );
}
