import { signIn } from "@osteon/api";
import { type SubmitEvent, useState } from "react";
import { useMe } from "../../api/me.ts";
import { call } from "../../api/request.ts";
import { Panel } from "../../design/page.tsx";
import { PasswordInput } from "../../design/password-input.tsx";
import { Problems } from "../../design/told.tsx";
import { useWords } from "../../words/words.ts";
import { SECURITY_WORDS } from "./security-words.ts";

const SHORTEST = 12;

/** Changes one's own password; every other session ends. */
export function ChangePassword() {
  const says = useWords(SECURITY_WORDS);
  const me = useMe();
  const [current, setCurrent] = useState("");
  const [fresh, setFresh] = useState("");
  const [error, setError] = useState<unknown>();
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState(false);
  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setError(undefined);
    setDone(false);
    setTried(true);
    if (current === "" || fresh.length < SHORTEST) return;
    try {
      await call(signIn.changePassword, { body: { currentPassword: current, newPassword: fresh } });
      setCurrent("");
      setFresh("");
      setTried(false);
      setDone(true);
    } catch (problem) {
      setError(problem);
    }
  }
  return (
    <Panel title={says.password}>
      <form className="stack" noValidate onSubmit={(event) => void submit(event)}>
        <input type="email" autoComplete="username" value={me.email} readOnly hidden />
        <PasswordInput
          label={says.current}
          wrong={tried && current === "" ? says.passwordMissing : undefined}
          value={current}
          onChange={setCurrent}
          autoComplete="current-password"
        />
        <PasswordInput
          label={says.fresh}
          hint={says.freshHint}
          wrong={tried && fresh.length < SHORTEST ? says.tooShort(fresh.length) : undefined}
          value={fresh}
          onChange={setFresh}
          autoComplete="new-password"
        />
        <Problems error={error} />
        <div className="row">
          <button type="submit" className="primary">
            {says.change}
          </button>
          <span role="status">{done ? says.changed : ""}</span>
        </div>
      </form>
    </Panel>
  );
}
