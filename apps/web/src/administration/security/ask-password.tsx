import { type SubmitEvent, useState } from "react";
import { Field } from "../../design/field.tsx";
import { Problems } from "../../design/told.tsx";
import { useWords } from "../../words/words.ts";
import { SECURITY_WORDS } from "./security-words.ts";

interface Parts {
  readonly act: string;
  readonly danger: boolean;
  readonly onPassword: (password: string) => Promise<void>;
}

/** Asks for the password before something of the sign-in is changed. */
export function AskPassword({ act, danger, onPassword }: Parts) {
  const says = useWords(SECURITY_WORDS);
  const [password, setPassword] = useState("");
  const [error, setError] = useState<unknown>();
  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setError(undefined);
    try {
      await onPassword(password);
    } catch (problem) {
      setError(problem);
    }
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <Field label={says.password}>
        <input
          type="password"
          autoComplete="current-password"
          required
          maxLength={128}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      <Problems error={error} />
      <div className="row">
        <button type="submit" className={danger ? "danger" : "primary"}>
          {act}
        </button>
      </div>
    </form>
  );
}
