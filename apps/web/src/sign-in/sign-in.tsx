import { useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { send } from "../api/request.ts";
import { readAgain, useGet } from "../api/use-get.ts";
import { Field } from "../design/field.tsx";
import { Problems } from "../design/told.tsx";
import { useWords } from "../words/words.ts";
import { SIGN_IN_WORDS } from "./sign-in-words.ts";
import "./sign-in.css";

/** Asks for e-mail and password, then for the second factor where one is set up. */
export function SignIn({ again = false, onDone }: { readonly again?: boolean; readonly onDone?: () => void }) {
  const says = useWords(SIGN_IN_WORDS);
  const client = useQueryClient();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [asksCode, setAsksCode] = useState(false);
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      if (asksCode) await verify(code);
      else {
        const { body } = await send<{ twoFactorRedirect?: boolean }>("POST", "/api/auth/sign-in/email", {
          email,
          password,
        });
        if (body.twoFactorRedirect === true) return setAsksCode(true);
      }
      await readAgain(client, "/api/");
      onDone?.();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form className="sign-in stack" onSubmit={(event) => void submit(event)}>
      {again ? <p>{says.again}</p> : null}
      {asksCode ? (
        <Field label={says.code} hint={says.codeHint}>
          <input
            value={code}
            onChange={(event) => setCode(event.target.value.trim())}
            autoComplete="one-time-code"
            required
            ref={focus}
          />
        </Field>
      ) : (
        <>
          <Field label={says.email}>
            <input
              type="email"
              value={email}
              onChange={(event) => setEmail(event.target.value)}
              autoComplete="username"
              required
            />
          </Field>
          <Field label={says.password}>
            <input
              type="password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
              autoComplete="current-password"
              required
            />
          </Field>
        </>
      )}
      <Problems error={error} />
      <button type="submit" className="primary" disabled={busy}>
        {asksCode ? says.verify : says.signIn}
      </button>
      {asksCode ? null : <Providers onError={setError} />}
    </form>
  );
}

/** The ways to sign in by the hospital's own provider, where any are set up. */
function Providers({ onError }: { readonly onError: (error: unknown) => void }) {
  const says = useWords(SIGN_IN_WORDS);
  const methods = useGet<{ readonly providers: readonly string[] }>("/api/sign-in-methods");
  const leave = async (provider: string): Promise<void> => {
    try {
      const body = { provider, callbackURL: location.pathname };
      location.assign((await send<{ url: string }>("POST", "/api/auth/sign-in/social", body)).body.url);
    } catch (problem) {
      onError(problem);
    }
  };
  return (methods.data?.providers ?? []).map((provider) => (
    <button key={provider} type="button" onClick={() => void leave(provider)}>
      {says.by(provider)}
    </button>
  ));
}

/** The step before was the one way here: its next box is ready to type in. */
const focus = (input: HTMLInputElement | null): void => input?.focus();

/** Six digits are of the app that makes codes; anything longer is a backup code. */
async function verify(code: string): Promise<void> {
  const kind = /^\d{6}$/.test(code) ? "verify-totp" : "verify-backup-code";
  await send("POST", `/api/auth/two-factor/${kind}`, { code });
}
