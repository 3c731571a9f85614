import { Link } from "@tanstack/react-router";
import { Page } from "../design/page.tsx";
import { bilingual, useWords } from "../words/words.ts";

const WORDS = bilingual({
  title: ["Nothing here", "Hier ist nichts"],
  lead: ["There is no page at this address.", "Unter dieser Adresse gibt es keine Seite."],
  back: ["To the patients", "Zu den Kindern"],
});

export function NotFoundPage() {
  const says = useWords(WORDS);
  return (
    <Page title={says.title} lead={says.lead}>
      <p>
        <Link to="/">{says.back}</Link>
      </p>
    </Page>
  );
}
