import type { Chart, Row } from "@osteon/api";
import { administration, work } from "@osteon/api";
import { useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { CHILDREN } from "../api/addresses.ts";
import { may, useMe } from "../api/me.ts";
import { call } from "../api/request.ts";
import { readAgain } from "../api/use-get.ts";
import { Dialog } from "../design/dialog.tsx";
import { Field } from "../design/field.tsx";
import { Panel } from "../design/page.tsx";
import { Problems } from "../design/told.tsx";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { ENTRY_WORDS } from "./entry-words.ts";

const MEANINGS = ["author", "reviewed", "approved"] as const;

/** The signatures of a visit, and signing it; the lock of the visit for those who set locks. */
export function VisitSignatures({ chart, visit }: { readonly chart: Chart; readonly visit: Row }) {
  const says = useWords(ENTRY_WORDS);
  const format = useFormat();
  const client = useQueryClient();
  const me = useMe();
  const [meaning, setMeaning] = useState<(typeof MEANINGS)[number]>("reviewed");
  const [password, setPassword] = useState("");
  const [error, setError] = useState<unknown>();
  const [locking, setLocking] = useState(false);
  const [reason, setReason] = useState("");
  const own = chart.signatures.filter((one) => one.visit === visit.key);
  const lock = chart.locks.find((one) => one.visit === visit.key);
  const signs = may(me, "signature sign", visit.centre);
  const locks = may(me, "lock set", visit.centre);
  if (own.length === 0 && !signs && !locks) return null;

  async function attempt(work: () => Promise<unknown>): Promise<boolean> {
    setError(undefined);
    try {
      await work();
      await readAgain(client, ...CHILDREN, "/api/locks");
      return true;
    } catch (problem) {
      setError(problem);
      return false;
    }
  }
  async function setLock(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { centre, patient, key } = visit;
    if (
      await attempt(() =>
        call(administration.setLock, { body: { scope: "visit", centre, patient, visit: key, reason } }),
      )
    )
      setLocking(false);
  }
  const sign = (event: SubmitEvent) => {
    event.preventDefault();
    void attempt(async () => {
      await call(work.signVisit, {
        params: { centre: visit.centre, visit: visit.key },
        body: { meaning, ...(me.hasPassword ? { password } : {}) },
      });
      setPassword("");
    });
  };
  return (
    <Panel title={says.signatures}>
      <ul className="plain stack">
        {own.map(
          ({ signature, printedName, signedAddress, linkBy, linkUsedAt, signedAt, meaning: meant, voidedAt }) => (
            <li key={signature} className={voidedAt === null ? "" : "quiet-text"}>
              {printedName}
              {signedAddress === null ? "" : ` (${signedAddress})`}, {format.dateTime(signedAt)}: {says[meant]}{" "}
              {voidedAt === null ? "" : `(${says.voided})`}
              {linkBy === null || linkUsedAt === null ? null : (
                <p className="quiet-text small">{says.signedAfter(linkBy, format.dateTime(linkUsedAt))}</p>
              )}
            </li>
          ),
        )}
      </ul>
      {signs ? (
        <details>
          <summary>{says.sign}</summary>
          <form className="stack" onSubmit={sign}>
            <p className="quiet-text">{says.signLead}</p>
            <Field label={says.meaning}>
              <select value={meaning} onChange={(event) => setMeaning(event.target.value as typeof meaning)}>
                {MEANINGS.map((one) => (
                  <option key={one} value={one}>
                    {says[one]}
                  </option>
                ))}
              </select>
            </Field>
            {me.hasPassword ? (
              <Field label={says.password}>
                <input
                  type="password"
                  autoComplete="current-password"
                  required
                  value={password}
                  onChange={(event) => setPassword(event.target.value)}
                />
              </Field>
            ) : null}
            <div>
              <button type="submit" className="primary">
                {says.sign}
              </button>
            </div>
          </form>
        </details>
      ) : null}
      <Problems error={error} />
      {locks ? (
        <p>
          {lock === undefined ? (
            <button type="button" onClick={() => setLocking(true)}>
              {says.lock}
            </button>
          ) : (
            <button
              type="button"
              onClick={() => void attempt(() => call(administration.liftLock, { params: { lock: lock.lock } }))}
            >
              {says.unlock}
            </button>
          )}
        </p>
      ) : null}
      {locking ? (
        <Dialog open title={says.lock} onClose={() => setLocking(false)}>
          <form className="stack" onSubmit={(event) => void setLock(event)}>
            <p>{says.lockLead(visit.patient)}</p>
            <Field label={says.lockWhy}>
              <input value={reason} required maxLength={500} onChange={(event) => setReason(event.target.value)} />
            </Field>
            <Problems error={error} />
            <button type="submit" className="primary">
              {says.lock}
            </button>
          </form>
        </Dialog>
      ) : null}
    </Panel>
  );
}
