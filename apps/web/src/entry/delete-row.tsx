import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type SubmitEvent, useState } from "react";
import { send } from "../api/request.ts";
import type { Row } from "../api/shapes.ts";
import { readAgain } from "../api/use-get.ts";
import { Dialog } from "../design/dialog.tsx";
import { Field } from "../design/field.tsx";
import { Problems } from "../design/told.tsx";
import { DAY_FIELDS } from "../patient/chart-rows.ts";
import { useBook } from "../words/codebook-words.ts";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { ENTRY_WORDS } from "./entry-words.ts";

/** Deletes a row after asking why. */
export function DeleteRow({ row }: { readonly row: Row }) {
  const says = useWords(ENTRY_WORDS);
  const client = useQueryClient();
  const navigate = useNavigate();
  const book = useBook();
  const format = useFormat();
  const day = format.date(row.cells[DAY_FIELDS[row.table] ?? ""]);
  const what = [
    row.table === "patient" ? "" : row.patient,
    book.one(row.table),
    row.table === "patient" ? "" : day,
    row.key,
  ]
    .filter((part) => part !== "")
    .join(" · ");
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [error, setError] = useState<unknown>();
  async function remove(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setError(undefined);
    try {
      await send("DELETE", `/api/charts/${row.table}/${encodeURIComponent(row.key)}`, undefined, {
        version: row.version,
        reason,
      });
      await navigate(
        row.table === "patient" ? { to: "/patients" } : { to: "/patients/$patient", params: { patient: row.patient } },
      );
      await readAgain(client, "/api/patients");
    } catch (problem) {
      setError(problem);
    }
  }
  return (
    <p>
      <button type="button" className="danger" onClick={() => setOpen(true)}>
        {says.delete}
      </button>
      <Dialog open={open} title={says.deleteTitle(what)} onClose={() => setOpen(false)}>
        <form className="stack" onSubmit={(event) => void remove(event)}>
          <p>{says.deleteLead}</p>
          <Field label={says.deleteWhy}>
            <input value={reason} required maxLength={500} onChange={(event) => setReason(event.target.value)} />
          </Field>
          <Problems error={error} />
          <button type="submit" className="danger">
            {says.delete}
          </button>
        </form>
      </Dialog>
    </p>
  );
}
