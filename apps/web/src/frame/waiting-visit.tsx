import { useState } from "react";
import { useMe } from "../api/me.ts";
import { useProblemWords } from "../design/told.tsx";
import { VisitLink } from "../design/visit-link.tsx";
import { dropVisit, type KeptVisit } from "../visit/kept-visit.ts";
import { sendWaitingVisit, whyVisitWaits } from "../visit/waiting-visits.ts";
import { useBook } from "../words/codebook-words.ts";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { WAITING_WORDS } from "./waiting-words.ts";

/** A visit that waits on this device: of whom, since when, why; opened, sent, let go. */
export function WaitingVisit({ kept, onOpen }: { readonly kept: KeptVisit; readonly onOpen: () => void }) {
  const says = useWords(WAITING_WORDS);
  const book = useBook();
  const format = useFormat();
  const inWords = useProblemWords();
  const { account } = useMe();
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const { centre, patient, place, visit, since, refused } = kept;
  const why = whyVisitWaits(kept);
  const one = book.one("visit");
  return (
    <li>
      <p>
        <strong>
          {patient} · {visit === undefined ? says.newRow(one) : `${one} ${visit}`}
        </strong>
        , {says.since(format.dateTime(since))}
        <br />
        {why === "unfinished" ? says.begun : says[why]}{" "}
        {(refused?.problems ?? []).slice(0, 3).map((problem) => (
          <span key={problem.code + problem.says} className="quiet-text">
            {inWords(problem).says}{" "}
          </span>
        ))}
      </p>
      {asked ? (
        <p className="row">
          {says.sure}
          <button type="button" className="danger" onClick={() => dropVisit(account, place)}>
            {says.discard}
          </button>
          <button type="button" onClick={() => setAsked(false)}>
            {says.keep}
          </button>
        </p>
      ) : (
        <div className="row">
          <VisitLink {...{ centre, patient }} visit={visit ?? "new"} className="button" onClick={onOpen}>
            {says.open}
          </VisitLink>
          {why === "unreachable" ? (
            <button
              type="button"
              disabled={busy}
              onClick={() => {
                setBusy(true);
                void sendWaitingVisit(account, place).finally(() => setBusy(false));
              }}
            >
              {says.sendNow}
            </button>
          ) : null}
          <button type="button" className="quiet" onClick={() => setAsked(true)}>
            {says.discard}
          </button>
        </div>
      )}
    </li>
  );
}
