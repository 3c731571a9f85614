import { imported } from "@osteon/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiProblem, call } from "../api/request.ts";
import { readAgain } from "../api/use-get.ts";
import { Dialog } from "../design/dialog.tsx";
import { Field } from "../design/field.tsx";
import { Problems } from "../design/told.tsx";
import { useBook } from "../words/codebook-words.ts";
import { useWords } from "../words/words.ts";
import { IMPORT_WORDS } from "./import-words.ts";
import { Working } from "./working.tsx";

interface Parts {
  /** The centres at which it is taken back, each as one. */
  readonly centres: readonly string[];
  readonly batch: string;
  readonly source: string;
  readonly onUndone?: () => void;
}

/** Takes an import back, with a reason. Where rows were changed since, the server names them and nothing is undone. */
export function UndoImport({ centres, batch, source, onUndone }: Parts) {
  const says = useWords(IMPORT_WORDS);
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const undo = useMutation({
    mutationFn: async () => {
      for (const centre of centres)
        await call(imported.undoImport, { params: { centre, batch }, body: { reason: reason.trim() } });
    },
    onSuccess: async () => {
      setOpen(false);
      onUndone?.();
      await readAgain(client, "/api/");
    },
  });
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        {says.undo}
      </button>
      <Dialog open={open} title={says.undoTitle} {...(undo.isPending ? {} : { onClose: () => setOpen(false) })}>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (reason.trim() !== "" && !undo.isPending) undo.mutate();
          }}
        >
          <p>{says.undoSays(source)}</p>
          <Field label={says.reason} {...(tried && reason.trim() === "" ? { wrong: says.needReason } : {})}>
            <textarea rows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
          </Field>
          <InTheWay error={undo.error} />
          {undo.isPending ? (
            <Working what={says.undo} />
          ) : (
            <div className="row">
              <button type="submit" className="danger">
                {says.undo}
              </button>
            </div>
          )}
        </form>
      </Dialog>
    </>
  );
}

/** So many rows that stand in the way are named. */
const NAMED = 12;

/** Rows that were changed since the import; nothing is undone while there are any. */
function InTheWay({ error }: { readonly error: unknown }) {
  const says = useWords(IMPORT_WORDS);
  const book = useBook();
  const rows = error instanceof ApiProblem ? error.problems.filter(({ where }) => where.column !== "batch") : [];
  if (!(error instanceof ApiProblem) || error.status !== 409 || rows.length === 0) return <Problems error={error} />;
  return (
    <div className="notice bad" role="alert">
      <p>{says.inTheWay(rows.length)}</p>
      <p>
        {rows
          .slice(0, NAMED)
          .map(({ where: { column = "", value = "" } }) => `${book.one(column)} ${value}`)
          .join(", ")}
        {rows.length > NAMED ? " …" : ""}
      </p>
    </div>
  );
}
