import { useWords } from "../words/words.ts";
import { DoorPage } from "./door-page.tsx";
import { SignIn } from "./sign-in.tsx";
import { SIGN_IN_WORDS } from "./sign-in-words.ts";

/** Stands where a page would, until the person has signed in; the address stays. */
export function SignInPage() {
  const says = useWords(SIGN_IN_WORDS);
  return (
    <DoorPage
      title={
        <>
          <img src="/osteon.svg" alt="" width="28" height="28" /> Osteon
        </>
      }
    >
      <p className="quiet-text">{says.lead}</p>
      <RefusedByProvider />
      <SignIn />
    </DoorPage>
  );
}

/** Why the hospital's provider was of no use: it sends the browser back with a word in the address. */
function RefusedByProvider() {
  const says = useWords(SIGN_IN_WORDS);
  const word = new URLSearchParams(location.search).get("error");
  if (word === null) return null;
  const told: Readonly<Record<string, string>> = {
    account_not_linked: says.providerUnverified,
    unable_to_link_account: says.providerOther,
    signup_disabled: says.providerUnknown,
    ACCOUNT_DISABLED: says.accountDisabled,
  };
  return (
    <p className="notice bad" role="alert">
      {told[word] ?? says.providerFailed}
    </p>
  );
}
