import { signIn } from "@osteon/api";
import { useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { call } from "../api/request.ts";
import { readAgain } from "../api/use-get.ts";
import { Field } from "../design/field.tsx";
import { PasswordInput } from "../design/password-input.tsx";
import { Problems } from "../design/told.tsx";
import { useWords } from "../words/words.ts";
import { CodeForm } from "./code-form.tsx";
import { ProviderButtons } from "./provider-buttons.tsx";
import { SIGN_IN_WORDS } from "./sign-in-words.ts";
import "./sign-in.css";

interface Parts {
  /** Whether a session has ended over a page that stays. */
  readonly again?: boolean;
  /** Who was signed in, or whose password was just chosen. */
  readonly email?: string;
  /** Whether e-mail and password were right already and the code alone is asked. */
  readonly codeAsked?: boolean;
  readonly onDone?: () => void;
}

/** Asks for e-mail and password, then for the second factor where one is set up. */
export function SignIn({ again = false, email: known = "", codeAsked = false, onDone }: Parts) {
  const says = useWords(SIGN_IN_WORDS);
  const client = useQueryClient();
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState("");
  const [asksCode, setAsksCode] = useState(codeAsked);
  const [missing, setMissing] = useState<"email" | "password">();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const done = async (): Promise<void> => {
    await readAgain(client, "/api/");
    onDone?.();
  };

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const lacks = /^\S+@\S+$/.test(email.trim()) ? (password === "" ? "password" : undefined) : "email";
    setMissing(lacks);
    setError(undefined);
    if (lacks !== undefined) return;
    setBusy(true);
    try {
      const { body } = await call(signIn.signIn, { body: { email: email.trim(), password } });
      if (body.twoFactorRedirect === true) setAsksCode(true);
      else await done();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  }

  if (asksCode) return <CodeForm onDone={done} onBack={() => setAsksCode(false)} />;
  return (
    <form className="sign-in stack" noValidate onSubmit={(event) => void submit(event)}>
      {again ? <p>{says.again}</p> : null}
      <Field label={says.email} wrong={missing === "email" ? says.emailMissing : undefined}>
        <input type="email" value={email} onChange={(event) => setEmail(event.target.value)} autoComplete="username" />
      </Field>
      <PasswordInput
        label={says.password}
        wrong={missing === "password" ? says.passwordMissing : undefined}
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
      />
      <Problems error={error} />
      <button type="submit" className="primary" disabled={busy}>
        {says.signIn}
      </button>
      <ProviderButtons onError={setError} />
    </form>
  );
}
