import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useMe } from "../api/me.ts";
import { Empty } from "../design/told.tsx";
import { bilingual, useWords } from "../words/words.ts";
import { useChosenLanguage } from "./choices.ts";
import { rolesInWords } from "./roles.ts";

const WORDS = bilingual({
  part: ["This part is open to other roles.", "Dieser Bereich steht anderen Rollen offen."],
  yours: [(roles: string) => `Your roles: ${roles}.`, (roles: string) => `Ihre Rollen: ${roles}.`],
  none: ["You have no role yet.", "Sie haben noch keine Rolle."],
  ask: ["An administrator gives roles.", "Rollen vergibt die Verwaltung."],
  start: ["To the first page", "Zur ersten Seite"],
});

interface Parts {
  /** What is not open; of a part of a page nothing more than that. */
  readonly says?: string;
  /** Where to go instead of the first page. */
  readonly children?: ReactNode;
}

/** In place of a page, or of a part of one, that the roles of a person do not open. */
export function NotYours({ says: what, children }: Parts) {
  const says = useWords(WORDS);
  const roles = rolesInWords(useMe(), useChosenLanguage());
  return (
    <Empty says={what ?? says.part}>
      <p className="quiet-text">
        {roles === "" ? says.none : says.yours(roles)} {says.ask}
      </p>
      <p>{children ?? <Link to="/">{says.start}</Link>}</p>
    </Empty>
  );
}
