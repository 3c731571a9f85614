import { addressOf, charts, type Removal, type Row } from "@osteon/api";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, type SubmitEvent, useState } from "react";
import { CHILDREN } from "../api/addresses.ts";
import { call } from "../api/request.ts";
import { readAgain, useGet } from "../api/use-get.ts";
import { Dialog } from "../design/dialog.tsx";
import { Field } from "../design/field.tsx";
import { Problems, Waiting } from "../design/told.tsx";
import { useBook } from "../words/codebook-words.ts";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { REMOVAL_WORDS } from "./removal-words.ts";

interface Parts {
  readonly row: Pick<Row, "table" | "key" | "centre">;
  /** The row in words: what it is, when, whose. */
  readonly name: string;
  /** Asked first, such as what of it is to go. */
  readonly children?: ReactNode;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}

/** Asks why a row is deleted, after saying by name and number what goes with it. */
export function RemovalDialog({ row, name, children, onClose, onRemoved }: Parts) {
  const says = useWords(REMOVAL_WORDS);
  const client = useQueryClient();
  const params = { centre: row.centre, table: row.table, key: row.key };
  const path = addressOf(charts.lookAtRemoval, params);
  const { data: removal, error: unread } = useGet(charts.lookAtRemoval, { params });
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  async function remove(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      await call(charts.removeRow, { params, body: { seen: removal?.seen ?? "", reason: reason.trim() } });
      onRemoved();
      client.removeQueries({ queryKey: ["get", path] });
      await readAgain(client, ...CHILDREN, "/api/queries", "/api/dashboard", "/api/schedule");
    } catch (problem) {
      setError(problem);
      setBusy(false);
      await readAgain(client, path);
    }
  }
  return (
    <Dialog open title={says.title(name)} onClose={onClose}>
      {children}
      {removal === undefined ? (
        unread === null ? (
          <Waiting />
        ) : (
          <Problems error={unread} />
        )
      ) : (
        <Taken removal={removal} />
      )}
      {removal?.allowed === true && removal.locks.length === 0 ? (
        <form className="stack" onSubmit={(event) => void remove(event)}>
          <p>{says.kept}</p>
          <Field label={says.why}>
            <input value={reason} required onChange={(event) => setReason(event.target.value)} />
          </Field>
          <Problems error={error} />
          <div className="row">
            <button type="submit" className="danger" disabled={busy}>
              {says.delete}
            </button>
            <button type="button" className="quiet" onClick={onClose}>
              {says.cancel}
            </button>
          </div>
        </form>
      ) : null}
    </Dialog>
  );
}

function Taken({ removal }: { readonly removal: Removal }) {
  const says = useWords(REMOVAL_WORDS);
  const book = useBook();
  const format = useFormat();
  const { takes, signatures, openQueries, identity, locks, allowed } = removal;
  const [lock] = locks;
  const parts = [
    ...takes.map(({ table, rows }) => `${rows === 1 ? book.one(table) : book.many(table)}: ${rows}`),
    ...(signatures > 0 ? [says.signatures(signatures)] : []),
    ...(openQueries > 0 ? [says.queries(openQueries)] : []),
    ...(identity ? [says.identity] : []),
  ];
  return (
    <>
      {parts.length === 0 ? null : (
        <div className="stack removal-takes">
          <p>{says.takes}</p>
          <ul>
            {parts.map((part) => (
              <li key={part}>{part}</li>
            ))}
          </ul>
        </div>
      )}
      {allowed ? null : <p className="notice warn">{says.notAllowed}</p>}
      {lock === undefined ? null : (
        <p className="notice warn">{says.locked(lock.setBy, format.dateTime(lock.setAt))}</p>
      )}
    </>
  );
}
