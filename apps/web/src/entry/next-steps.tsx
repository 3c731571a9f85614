import type { Row } from "@osteon/api";
import { Link } from "@tanstack/react-router";
import { useMe } from "../api/me.ts";
import { VisitLink } from "../design/visit-link.tsx";
import { isKept } from "../frame/kept-note.tsx";
import { useBook } from "../words/codebook-words.ts";
import { useWords } from "../words/words.ts";
import { ENTRY_WORDS } from "./entry-words.ts";

/** What one enters most after a row of each kind. */
const NEXT: Readonly<Record<string, readonly string[]>> = {
  patient: ["visit", "imaging", "treatment"],
  visit: ["laboratory", "treatment", "imaging", "visit"],
  imaging: ["treatment", "imaging"],
};

/** Where to go from a row that was completed and whose form stays open. */
export function NextSteps({ row }: { readonly row: Row }) {
  const says = useWords(ENTRY_WORDS);
  const book = useBook();
  const me = useMe();
  const { centre, patient, table } = row;
  return (
    <nav className="row next-steps" aria-label={says.next}>
      <Link to="/centres/$centre/patients/$patient" params={{ centre, patient }} className="button">
        {says.backTo(patient)}
      </Link>
      {(NEXT[table] ?? [])
        .filter((next) => !isKept(me, centre, next))
        .map((next) =>
          next === "visit" ? (
            <VisitLink key={next} {...{ centre, patient }} visit="new" className="button quiet">
              + {book.one(next)}
            </VisitLink>
          ) : (
            <Link
              key={next}
              to="/centres/$centre/patients/$patient/$table/$key"
              params={{ centre, patient, table: next, key: "new" }}
              search={next === "laboratory" ? { visit: row.key, sampled_on: row.cells.visited_on } : {}}
              className="button quiet"
            >
              + {book.one(next)}
            </Link>
          ),
        )}
    </nav>
  );
}
