import type { Me } from "@osteon/api";
import { accounts, told } from "@osteon/api";
import { type ReactNode, useEffect, useState } from "react";
import { MeContext } from "../api/me.ts";
import { ApiProblem, signedOut } from "../api/request.ts";
import { useGet } from "../api/use-get.ts";
import { useBookRead } from "../book/registry-book.ts";
import { Dialog } from "../design/dialog.tsx";
import { Problems, Waiting } from "../design/told.tsx";
import { useWords } from "../words/words.ts";
import { AskAgain } from "./ask-again.tsx";
import { HalfwayPage } from "./halfway-page.tsx";
import { LinkNotice } from "./link-notice.tsx";
import { SignIn } from "./sign-in.tsx";
import { SignInPage } from "./sign-in-page.tsx";
import { SIGN_IN_WORDS } from "./sign-in-words.ts";

/** Lets nobody in who has not signed in. A session that ends is begun again over the page, which keeps what was typed. */
export function Gate({ children }: { readonly children: ReactNode }) {
  const says = useWords(SIGN_IN_WORDS);
  const me = useGet(accounts.readMe, {});
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
  // A page loaded anew without a connection belongs to whoever was signed in in this tab.
  // While it is asked again, as before: the page must not go away under the hands.
  const isRefused = me.error instanceof ApiProblem && me.error.status < 500;
  const known = me.data ?? (me.errorUpdateCount > 0 && !isRefused ? lastMe() : undefined);
  useEffect(() => {
    if (me.data !== undefined) sessionStorage.setItem(LAST, JSON.stringify(me.data));
  }, [me.data]);
  const isWhole = known !== undefined && known.needs == null;
  const bookRead = useBookRead(isWhole);
  if (known === undefined) {
    if (me.error instanceof ApiProblem && me.error.status === 401) return <SignInPage />;
    return me.isPending ? <Waiting /> : <Problems error={me.error} />;
  }
  if (!isWhole) return <HalfwayPage me={known} />;
  if (!bookRead) return <Waiting />;
  return (
    <MeContext value={known}>
      <LinkNotice />
      {children}
      <AskAgain />
      <Dialog open={ended} title={says.endedTitle}>
        <SignIn again email={known.email} />
      </Dialog>
    </MeContext>
  );
}

const LAST = "osteon.me";

/** Name and rights of the person, never a word of a chart; gone with the tab and with signing out. */
function lastMe(): Me | undefined {
  const text = sessionStorage.getItem(LAST);
  // An earlier version of the app may have written it: what is not whole is asked for again.
  return text === null ? undefined : told(accounts.readMe.answers[200], JSON.parse(text));
}
