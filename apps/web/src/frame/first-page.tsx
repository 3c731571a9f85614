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
  if (me.rights.length > 0) return <Navigate to={may(me, "chart read") ? "/patients" : "/administration"} replace />;
  return (
    <Page title={says.welcome}>
      <FirstScreen />
    </Page>
  );
}
