import { signIn } from "@osteon/api";
import { type SubmitEvent, useState } from "react";
import { ApiProblem, call } from "../api/request.ts";
import { Field } from "../design/field.tsx";
import { Problems } from "../design/told.tsx";
import { useWords } from "../words/words.ts";
import { SIGN_IN_WORDS } from "./sign-in-words.ts";

interface Parts {
  readonly onDone: () => Promise<void>;
  /** Back to e-mail and password, where too much time went by. */
  readonly onBack?: () => void;
}

/** Asks for a code of the app, or one of the backup codes. */
export function CodeForm({ onDone, onBack }: Parts) {
  const says = useWords(SIGN_IN_WORDS);
  const [code, setCode] = useState("");
  const [missing, setMissing] = useState(false);
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setMissing(code.trim() === "");
    setError(undefined);
    if (code.trim() === "") return;
    setBusy(true);
    try {
      await verify(code.replaceAll(/\s/g, ""));
      await onDone();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  }
  const late = error instanceof ApiProblem && LATE.has(error.problems[0]?.where.value ?? "");
  return (
    <form className="sign-in stack" noValidate onSubmit={(event) => void submit(event)}>
      <Field label={says.code} hint={says.codeHint} wrong={missing ? says.codeMissing : undefined}>
        <input
          value={code}
          onChange={(event) => setCode(event.target.value)}
          autoComplete="one-time-code"
          ref={focus}
        />
      </Field>
      <Problems error={error} />
      <button type="submit" className="primary" disabled={busy}>
        {says.verify}
      </button>
      {late && onBack !== undefined ? (
        <button type="button" onClick={onBack}>
          {says.anew}
        </button>
      ) : null}
    </form>
  );
}

/** Reasons why the code cannot be typed here any more. */
const LATE: ReadonlySet<string> = new Set(["INVALID_TWO_FACTOR_COOKIE", "TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE"]);

/** The step before was the one way here: its next box is ready to type in. */
const focus = (input: HTMLInputElement | null): void => input?.focus();

/** Six digits are of the app that makes codes; anything longer is a backup code. */
async function verify(code: string): Promise<void> {
  await call(/^\d{6}$/.test(code) ? signIn.proveByApp : signIn.proveByBackupCode, { body: { code } });
}
