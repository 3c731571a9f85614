import { Navigate } from "@tanstack/react-router";
import { may, useMe } from "../api/me.ts";
import { Page } from "../design/page.tsx";
import { FirstScreen } from "../patients/first-screen.tsx";
import { bilingual, useWords } from "../words/words.ts";

const WORDS = bilingual({ welcome: ["Welcome", "Willkommen"] });

/** Where a person arrives: the children; for those who read no charts the first entry of their menu; without a role, whom to ask. */
export function FirstPage() {
  const says = useWords(WORDS);
  const me = useMe();
  const first = may(me, "chart read") ? "/patients" : may(me, "image read") ? "/reading" : "/administration";
  if (me.rights.length > 0) return <Navigate to={first} replace />;
  return (
    <Page title={says.welcome}>
      <FirstScreen />
    </Page>
  );
}
