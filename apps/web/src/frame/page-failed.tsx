import { Page } from "../design/page.tsx";
import { bilingual, useWords } from "../words/words.ts";

const WORDS = bilingual({
  unreachable: ["Not reachable now", "Jetzt nicht erreichbar"],
  unreachableLead: [
    "This page could not be loaded. What you typed is safe on this device.",
    "Diese Seite ließ sich nicht laden. Ihre Eingaben sind auf diesem Gerät sicher.",
  ],
  broken: ["This page cannot be shown", "Diese Seite lässt sich nicht zeigen"],
  brokenLead: [
    "That is a fault of Osteon. What you typed is safe on this device. If it comes again, tell whoever looks after your registry the address of this page and what you did.",
    "Das ist ein Fehler von Osteon. Ihre Eingaben sind auf diesem Gerät sicher. Kommt er wieder, nennen Sie denen, die Ihr Register betreuen, die Adresse dieser Seite und was Sie getan haben.",
  ],
  again: ["Load it anew", "Neu laden"],
});

/** What browsers say of a part of the app that did not come: Chrome, Firefox and Safari, and the app's own styles. */
const NOT_LOADED = /dynamically imported module|Importing a module script|Unable to preload|Failed to fetch/i;

/** In place of a page that could not be shown; the app around it stays. */
export function PageFailed({ error }: { readonly error: unknown }) {
  const says = useWords(WORDS);
  const isUnreachable = error instanceof Error && NOT_LOADED.test(error.message);
  return (
    <Page
      title={isUnreachable ? says.unreachable : says.broken}
      lead={isUnreachable ? says.unreachableLead : says.brokenLead}
    >
      <p>
        <button type="button" onClick={() => location.reload()}>
          {says.again}
        </button>
      </p>
    </Page>
  );
}
