import { Page } from "../design/page.tsx";
import { bilingual, useWords } from "../words/words.ts";

const WORDS = bilingual({
  title: ["Not reachable now", "Jetzt nicht erreichbar"],
  lead: [
    "This page could not be loaded. What you typed is safe on this device.",
    "Diese Seite ließ sich nicht laden. Ihre Eingaben sind auf diesem Gerät sicher.",
  ],
  again: ["Load it anew", "Neu laden"],
});

/** In place of a page that could not be shown; the app around it stays. */
export function PageFailed() {
  const says = useWords(WORDS);
  return (
    <Page title={says.title} lead={says.lead}>
      <p>
        <button type="button" onClick={() => location.reload()}>
          {says.again}
        </button>
      </p>
    </Page>
  );
}
