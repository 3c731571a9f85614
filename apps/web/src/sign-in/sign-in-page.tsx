import type { Problem } from "@osteon/codebook";
import { ApiProblem } from "../api/request.ts";
import { Problems } from "../design/told.tsx";
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
      <Problems error={refusedByProvider()} />
      <SignIn />
    </DoorPage>
  );
}

const SAID: Readonly<Record<string, readonly [says: string, fix: string]>> = {
  account_not_linked: [
    "Your hospital told no verified address that has an account here.",
    "Ask your administrator for an invitation.",
  ],
  unable_to_link_account: [
    "Somebody else of the hospital signs in to this account already.",
    "Ask your administrator.",
  ],
  signup_disabled: ["This address has no account here.", "Ask your administrator for an invitation."],
  ACCOUNT_DISABLED: ["This account is disabled.", "Ask your administrator to enable it again."],
};

/** Why the hospital's provider was of no use: it sends the browser back with a word in the address. */
function refusedByProvider(): ApiProblem | undefined {
  const word = new URLSearchParams(location.search).get("error");
  if (word === null) return undefined;
  const [says, fix] = SAID[word] ?? ["The sign-in at the hospital's provider did not work.", "Ask your administrator."];
  const problem: Problem = { code: "sign-in-refused", severity: "refused", where: { value: word }, says, fix };
  return new ApiProblem(403, { problems: [problem] });
}
