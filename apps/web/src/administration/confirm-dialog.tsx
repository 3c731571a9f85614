import { type ReactNode, type SubmitEvent, useState } from "react";
import { Dialog } from "../design/dialog.tsx";
import { Field } from "../design/field.tsx";
import { Problems } from "../design/told.tsx";
import { useWords } from "../words/words.ts";
import { ADMINISTRATION_WORDS } from "./administration-words.ts";

interface Parts {
  readonly title: string;
  /** What will happen. */
  readonly says: string;
  /** What the button does. */
  readonly act: string;
  readonly needsReason?: boolean;
  /** Whether something is shown in its place afterwards. */
  readonly staysOpen?: boolean;
  /** More to say than the reason. */
  readonly children?: ReactNode;
  readonly onClose: () => void;
  readonly onSure: (reason: string) => Promise<void>;
}

/** Asks once more before something that others notice, and for the reason. */
export function ConfirmDialog({
  title,
  says: told,
  act,
  needsReason = false,
  staysOpen = false,
  children,
  onClose,
  onSure,
}: Parts) {
  const says = useWords(ADMINISTRATION_WORDS);
  const [reason, setReason] = useState("");
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      await onSure(reason.trim());
      if (!staysOpen) onClose();
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  }
  return (
    <Dialog open title={title} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <p>{told}</p>
        {children}
        <Field label={says.reason} hint={says.reasonHint}>
          <input
            value={reason}
            maxLength={500}
            required={needsReason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        <Problems error={error} />
        <div className="row">
          <button type="submit" className="danger" disabled={busy}>
            {act}
          </button>
          <button type="button" className="quiet" onClick={onClose}>
            {says.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
