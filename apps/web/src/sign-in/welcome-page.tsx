import { useNavigate } from "@tanstack/react-router";
import { type SubmitEvent, useState } from "react";
import { send } from "../api/request.ts";
import { Field } from "../design/field.tsx";
import { Problems } from "../design/told.tsx";
import { useWords } from "../words/words.ts";
import { SignIn } from "./sign-in.tsx";
import { SIGN_IN_WORDS } from "./sign-in-words.ts";

const TOKEN = location.hash.slice(1);

/** Where a one-time link leads: a password is chosen, then the person signs in. */
export function WelcomePage() {
  const says = useWords(SIGN_IN_WORDS);
  const navigate = useNavigate();
  const [password, setPassword] = useState("");
  const [done, setDone] = useState(false);
  const [error, setError] = useState<unknown>();

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setError(undefined);
    try {
      await send("POST", "/api/auth/reset-password", { newPassword: password, token: TOKEN });
      setDone(true);
    } catch (problem) {
      setError(problem);
    }
  }

  return (
    <main className="door">
      <div className="panel">
        <div className="panel-body">
          <h1>{says.welcome}</h1>
          {done ? (
            <>
              <p role="status">{says.done}</p>
              <SignIn onDone={() => void navigate({ to: "/" })} />
            </>
          ) : TOKEN === "" ? (
            <p className="notice bad">{says.noLink}</p>
          ) : (
            <form className="stack" onSubmit={(event) => void submit(event)}>
              <Field label={says.password} hint={says.choose}>
                <input
                  type="password"
                  autoComplete="new-password"
                  minLength={12}
                  maxLength={128}
                  required
                  value={password}
                  onChange={(event) => setPassword(event.target.value)}
                />
              </Field>
              <Problems error={error} />
              <button type="submit" className="primary">
                {says.setPassword}
              </button>
            </form>
          )}
        </div>
      </div>
    </main>
  );
}
