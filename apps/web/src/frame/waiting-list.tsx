import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useMe } from "../api/me.ts";
import { useProblemWords } from "../design/told.tsx";
import { dropKept } from "../entry/kept.ts";
import type { Kept } from "../entry/kept-shape.ts";
import { sendWaiting, whyWaits } from "../entry/use-waiting-rows.ts";
import type { KeptVisit } from "../visit/kept-visit.ts";
import { sendWaitingVisit } from "../visit/waiting-visits.ts";
import { useBook } from "../words/codebook-words.ts";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { WaitingVisit } from "./waiting-visit.tsx";
import { WAITING_WORDS } from "./waiting-words.ts";

interface Parts {
  readonly rows: readonly Kept[];
  readonly visits: readonly KeptVisit[];
  /** A row is opened: the list gives way to it. */
  readonly onOpen: () => void;
}

/** The rows that wait on this device: which, since when, why; each can be opened, sent, let go. */
export function WaitingList({ rows, visits, onOpen }: Parts) {
  const says = useWords(WAITING_WORDS);
  const { account } = useMe();
  if (rows.length + visits.length === 0) return <p role="status">{says.none}</p>;
  return (
    <div className="stack">
      <p>{says.lead}</p>
      <ul className="plain stack waiting-rows">
        {rows.map((kept) => (
          <WaitingRow key={kept.place} kept={kept} onOpen={onOpen} />
        ))}
        {visits.map((kept) => (
          <WaitingVisit key={kept.place} kept={kept} onOpen={onOpen} />
        ))}
      </ul>
      <div>
        <button
          type="button"
          className="primary"
          onClick={async () => {
            for (const { place } of rows) await sendWaiting(account, place);
            for (const { place } of visits) await sendWaitingVisit(account, place);
          }}
        >
          {says.sendAll}
        </button>
      </div>
    </div>
  );
}

function WaitingRow({ kept, onOpen }: { readonly kept: Kept; readonly onOpen: () => void }) {
  const says = useWords(WAITING_WORDS);
  const book = useBook();
  const format = useFormat();
  const inWords = useProblemWords();
  const { account } = useMe();
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const { table, centre, patient, place, row, since, refused } = kept;
  const why = whyWaits(kept);
  const one = book.one(table);
  const child = patient === "new" ? kept.cells.patient || says.newChild : patient;
  const [, ticket] = place.split("/new~");
  return (
    <li>
      <p>
        <strong>
          {child} · {row === undefined ? says.newRow(one) : `${one} ${row.key}`}
        </strong>
        , {says.since(format.dateTime(since))}
        <br />
        {says[why]}{" "}
        {(refused?.problems ?? []).slice(0, 3).map((problem) => (
          <span key={problem.code + problem.says} className="quiet-text">
            {inWords(problem).says}{" "}
          </span>
        ))}
      </p>
      {asked ? (
        <p className="row">
          {says.sure}
          <button type="button" className="danger" onClick={() => dropKept(account, place)}>
            {says.discard}
          </button>
          <button type="button" onClick={() => setAsked(false)}>
            {says.keep}
          </button>
        </p>
      ) : (
        <p className="row">
          <Link
            to="/centres/$centre/patients/$patient/$table/$key"
            params={{ centre, patient, table, key: row?.key ?? "new" }}
            search={ticket === undefined ? {} : { kept: ticket }}
            className="button"
            onClick={onOpen}
          >
            {says.open}
          </Link>
          {why === "reason" ? null : (
            <button
              type="button"
              disabled={busy}
              onClick={() => {
                setBusy(true);
                void sendWaiting(account, place).finally(() => setBusy(false));
              }}
            >
              {says.sendNow}
            </button>
          )}
          <button type="button" className="quiet" onClick={() => setAsked(true)}>
            {says.discard}
          </button>
        </p>
      )}
    </li>
  );
}
