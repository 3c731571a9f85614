import { type Owner, signIn } from "@osteon/api";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type SubmitEvent, useEffect, useState } from "react";
import { call } from "../api/request.ts";
import { readAgain } from "../api/use-get.ts";
import { PasswordInput } from "../design/password-input.tsx";
import { Problems, Waiting } from "../design/told.tsx";
import { useWords } from "../words/words.ts";
import { DoorPage } from "./door-page.tsx";
import { SignIn } from "./sign-in.tsx";
import { SIGN_IN_WORDS } from "./sign-in-words.ts";

const TOKEN = location.hash.slice(1);
const SHORTEST = 12;

/** Where a one-time link leads: is it still good, then a password is chosen, and the person is signed in with it. */
export function WelcomePage() {
  const says = useWords(SIGN_IN_WORDS);
  const [owner, setOwner] = useState<Owner>();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    if (TOKEN === "") return;
    call(signIn.lookAtLink, { body: { token: TOKEN } }).then(({ body }) => setOwner(body), setError);
  }, []);
  return (
    <DoorPage title={says.welcome}>
      {TOKEN === "" ? (
        <p className="notice bad">{says.noLink}</p>
      ) : error !== undefined ? (
        <>
          <Problems error={error} />
          <p>
            <a href="/">{says.toSignIn}</a>
          </p>
        </>
      ) : owner === undefined ? (
        <Waiting />
      ) : (
        <ChoosePassword owner={owner} />
      )}
    </DoorPage>
  );
}

function ChoosePassword({ owner }: { readonly owner: Owner }) {
  const says = useWords(SIGN_IN_WORDS);
  const navigate = useNavigate();
  const client = useQueryClient();
  const [password, setPassword] = useState("");
  const [step, setStep] = useState<"choose" | "code" | "sign-in">("choose");
  const [short, setShort] = useState(false);
  const [error, setError] = useState<unknown>();
  const inside = (): void => void navigate({ to: "/" });

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setError(undefined);
    setShort(password.length < SHORTEST);
    if (password.length < SHORTEST) return;
    try {
      await call(signIn.choosePassword, { body: { newPassword: password, token: TOKEN } });
    } catch (problem) {
      return setError(problem);
    }
    try {
      const signedIn = { email: owner.email, password };
      const { body } = await call(signIn.signIn, { body: signedIn });
      if (body.twoFactorRedirect === true) return setStep("code");
      await readAgain(client, "/api/");
      inside();
    } catch (problem) {
      setError(problem);
      setStep("sign-in");
    }
  }

  if (step !== "choose")
    return (
      <>
        <p role="status">{says.done}</p>
        <Problems error={error} />
        <SignIn email={owner.email} codeAsked={step === "code"} onDone={inside} />
      </>
    );
  return (
    <form className="stack" noValidate onSubmit={(event) => void submit(event)}>
      <p>{says.welcomeTo(owner.name, owner.email)}</p>
      <input type="email" autoComplete="username" value={owner.email} readOnly hidden />
      <PasswordInput
        label={says.password}
        hint={says.choose}
        wrong={short ? says.tooShort(password.length) : undefined}
        value={password}
        onChange={setPassword}
        autoComplete="new-password"
      />
      <Problems error={error} />
      <button type="submit" className="primary">
        {says.setPassword}
      </button>
    </form>
  );
}
