import { type ReactNode, useEffect, useState } from "react";
import { type Me, MeContext } from "../api/me.ts";
import { ApiProblem, signedOut } from "../api/request.ts";
import { useGet } from "../api/use-get.ts";
import { Dialog } from "../design/dialog.tsx";
import { Problems, Waiting } from "../design/told.tsx";
import { useWords } from "../words/words.ts";
import { SignIn } from "./sign-in.tsx";
import { SignInPage } from "./sign-in-page.tsx";
import { SIGN_IN_WORDS } from "./sign-in-words.ts";

/** Lets nobody in who has not signed in. A session that ends is begun again over the page, which keeps what was typed. */
export function Gate({ children }: { readonly children: ReactNode }) {
  const says = useWords(SIGN_IN_WORDS);
  const me = useGet<Me>("/api/me");
  const [ended, setEnded] = useState(false);
  useEffect(() => {
    const note = () => setEnded(true);
    signedOut.addEventListener("signed-out", note);
    return () => signedOut.removeEventListener("signed-out", note);
  }, []);
  const read = me.dataUpdatedAt;
  useEffect(() => {
    if (read > 0) setEnded(false);
  }, [read]);
  if (me.data === undefined) {
    if (me.error instanceof ApiProblem && me.error.status === 401) return <SignInPage />;
    return me.isPending ? <Waiting /> : <Problems error={me.error} />;
  }
  return (
    <MeContext value={me.data}>
      {children}
      <Dialog open={ended} title={says.endedTitle}>
        <SignIn again />
      </Dialog>
    </MeContext>
  );
}
