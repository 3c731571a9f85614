import { administration } from "@osteon/api";
import { useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { CHILDREN } from "../../api/addresses.ts";
import { centresOf, useMe } from "../../api/me.ts";
import { call } from "../../api/request.ts";
import { readAgain } from "../../api/use-get.ts";
import { Dialog } from "../../design/dialog.tsx";
import { Field } from "../../design/field.tsx";
import { Problems } from "../../design/told.tsx";
import { useWords } from "../../words/words.ts";
import { ADMINISTRATION_WORDS } from "../administration-words.ts";
import { LOCKS_WORDS } from "./locks-words.ts";

/** Locks everything a centre has in the study. */
export function StudyLockDialog({ onClose }: { readonly onClose: () => void }) {
  const says = useWords(LOCKS_WORDS);
  const shared = useWords(ADMINISTRATION_WORDS);
  const centres = centresOf(useMe(), "lock set");
  const client = useQueryClient();
  const [centre, setCentre] = useState(centres[0] ?? "");
  const [reason, setReason] = useState("");
  const [error, setError] = useState<unknown>();
  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setError(undefined);
    try {
      await call(administration.setLock, { body: { scope: "study", centre, reason: reason.trim() } });
      await readAgain(client, "/api/locks", ...CHILDREN, "/api/dashboard");
      onClose();
    } catch (problem) {
      setError(problem);
    }
  }
  return (
    <Dialog open title={says.lock} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <p>{says.lockSays}</p>
        <Field label={shared.centre}>
          <select value={centre} onChange={(event) => setCentre(event.target.value)}>
            {centres.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </Field>
        <Field label={shared.reason} hint={shared.reasonHint}>
          <input required maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        <Problems error={error} />
        <div className="row">
          <button type="submit" className="danger">
            {says.lockAct}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
