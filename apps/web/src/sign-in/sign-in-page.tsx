import { useWords } from "../words/words.ts";
import { SignIn } from "./sign-in.tsx";
import { SIGN_IN_WORDS } from "./sign-in-words.ts";

/** Stands where a page would, until the person has signed in; the address stays. */
export function SignInPage() {
  const says = useWords(SIGN_IN_WORDS);
  return (
    <main className="door">
      <div className="panel">
        <div className="panel-body">
          <h1>
            <img src="/osteon.svg" alt="" width="28" height="28" /> Osteon
          </h1>
          <p className="quiet-text">{says.lead}</p>
          <SignIn />
        </div>
      </div>
    </main>
  );
}
