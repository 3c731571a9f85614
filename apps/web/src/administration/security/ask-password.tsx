import { type SubmitEvent, useState } from "react";
import { PasswordInput } from "../../design/password-input.tsx";
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
  const [missing, setMissing] = useState(false);
  const [error, setError] = useState<unknown>();
  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setError(undefined);
    setMissing(password === "");
    if (password === "") return;
    try {
      await onPassword(password);
    } catch (problem) {
      setError(problem);
    }
  }
  return (
    <form className="stack" noValidate onSubmit={(event) => void submit(event)}>
      <PasswordInput
        label={says.password}
        wrong={missing ? says.passwordMissing : undefined}
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
      />
      <Problems error={error} />
      <div className="row">
        <button type="submit" className={danger ? "danger" : "primary"}>
          {act}
        </button>
      </div>
    </form>
  );
}
