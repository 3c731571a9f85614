import { studies } from "@osteon/api";
import { useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { call } from "../../api/request.ts";
import { readAgain } from "../../api/use-get.ts";
import { Field } from "../../design/field.tsx";
import { FileDrop } from "../../design/file-drop.tsx";
import { Panel } from "../../design/page.tsx";
import { Problems } from "../../design/told.tsx";
import { useWords } from "../../words/words.ts";
import { Brought, type BroughtLock } from "./brought-lock.tsx";
import { TAKEN_STUDIES_WORDS } from "./taken-studies-words.ts";

/** A lock is brought, read in prose beside the one that stands, and then taken in with a reason. */
export function TakeInPanel() {
  const says = useWords(TAKEN_STUDIES_WORDS);
  const client = useQueryClient();
  const [text, setText] = useState("");
  const [lock, setLock] = useState<BroughtLock>();
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState("");
  const [error, setError] = useState<unknown>();

  async function doing(work: () => Promise<void>): Promise<void> {
    setBusy(true);
    setError(undefined);
    setDone("");
    try {
      await work();
    } catch (problem) {
      setError(problem);
    }
    setBusy(false);
  }
  const look = (file: File) =>
    doing(async () => {
      setLock(undefined);
      const read = await file.text();
      setText(read);
      setLock((await call(studies.lookAtLock, { body: { lock: read } })).body);
    });
  const takeIn = (event: SubmitEvent) => {
    event.preventDefault();
    return doing(async () => {
      await call(studies.takeInStudy, { body: { lock: text } }, { reason: reason.trim() });
      setDone(says.done(lock?.words.title ?? ""));
      setLock(undefined);
      setReason("");
      await readAgain(client, "/api/studies");
    });
  };
  const mayTake = lock?.problems.length === 0 && lock.stands?.hash !== lock.words.hashes.all;
  return (
    <Panel title={says.takeIn}>
      <FileDrop
        says={says}
        accept=".json"
        disabled={busy}
        isNext={lock === undefined}
        onFile={(file) => void look(file)}
      />
      {busy ? <p role="status">{says.looking}</p> : null}
      {done === "" ? null : (
        <p className="notice good" role="status">
          {done}
        </p>
      )}
      <Problems error={error} />
      {lock === undefined ? null : <Brought lock={lock} />}
      {mayTake ? (
        <form className="stack" onSubmit={(event) => void takeIn(event)}>
          <Field label={says.reason} hint={says.reasonHint}>
            <input value={reason} maxLength={500} required onChange={(event) => setReason(event.target.value)} />
          </Field>
          <p>
            <button type="submit" className="primary" disabled={busy}>
              {says.takeIn}
            </button>
          </p>
        </form>
      ) : null}
    </Panel>
  );
}
