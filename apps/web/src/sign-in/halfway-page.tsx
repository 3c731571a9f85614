import type { Me } from "@osteon/api";
import { signIn } from "@osteon/api";
import { useQueryClient } from "@tanstack/react-query";
import { SecondFactor } from "../administration/security/second-factor.tsx";
import { MeContext } from "../api/me.ts";
import { call } from "../api/request.ts";
import { readAgain } from "../api/use-get.ts";
import { useWords } from "../words/words.ts";
import { AskAgain } from "./ask-again.tsx";
import { CodeForm } from "./code-form.tsx";
import { DoorPage } from "./door-page.tsx";
import { SIGN_IN_WORDS } from "./sign-in-words.ts";

/** Stands where a page would while the second factor is missing: its code is asked, or it is set up first. */
export function HalfwayPage({ me }: { readonly me: Me }) {
  const says = useWords(SIGN_IN_WORDS);
  const client = useQueryClient();
  return (
    <DoorPage title={me.needs === "second-factor" ? says.codeTitle : says.setUpTitle}>
      <MeContext value={me}>
        {me.needs === "second-factor" ? (
          <CodeForm onDone={() => readAgain(client, "/api/")} />
        ) : (
          <>
            <p>{says.setUp}</p>
            <SecondFactor />
          </>
        )}
        <AskAgain />
      </MeContext>
      <button
        type="button"
        className="quiet"
        onClick={async () => {
          await call(signIn.signOut, { body: {} }).catch(() => {});
          client.clear();
          location.assign("/");
        }}
      >
        {says.signOut}
      </button>
    </DoorPage>
  );
}
