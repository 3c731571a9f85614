import { type SubmitEvent, useState } from "react";
import { useMe } from "../../api/me.ts";
import { send } from "../../api/request.ts";
import { Field } from "../../design/field.tsx";
import { Panel } from "../../design/page.tsx";
import { Problems } from "../../design/told.tsx";
import { useWords } from "../../words/words.ts";
import { SECURITY_WORDS } from "./security-words.ts";

/** Changes one's own password; every other session ends. */
export function ChangePassword() {
  const says = useWords(SECURITY_WORDS);
  const me = useMe();
  const [current, setCurrent] = useState("");
  const [fresh, setFresh] = useState("");
  const [error, setError] = useState<unknown>();
  const [done, setDone] = useState(false);
  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setError(undefined);
    setDone(false);
    try {
      await send("POST", "/api/auth/change-password", {
        currentPassword: current,
        newPassword: fresh,
        revokeOtherSessions: true,
      });
      setCurrent("");
      setFresh("");
      setDone(true);
    } catch (problem) {
      setError(problem);
    }
  }
  return (
    <Panel title={says.password}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <input type="email" autoComplete="username" value={me.email} readOnly hidden />
        <Field label={says.current}>
          <input
            type="password"
            autoComplete="current-password"
            required
            maxLength={128}
            value={current}
            onChange={(event) => setCurrent(event.target.value)}
          />
        </Field>
        <Field label={says.fresh} hint={says.freshHint}>
          <input
            type="password"
            autoComplete="new-password"
            required
            minLength={12}
            maxLength={128}
            value={fresh}
            onChange={(event) => setFresh(event.target.value)}
          />
        </Field>
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
