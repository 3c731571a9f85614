import { Link } from "@tanstack/react-router";
import { useMe } from "../api/me.ts";
import { isKept } from "../frame/kept-note.tsx";
import { WindowLine } from "../schedule/window-words.tsx";
import { useWords } from "../words/words.ts";
import { PLAN_WORDS } from "./plan-words.ts";
import { Section } from "./section.tsx";
import type { VisitParts } from "./visit-parts.ts";
import { VISIT_WORDS } from "./visit-words.ts";

/** The visit that the plan of follow-up expects now or next. */
export function NextSection({ standing }: Pick<VisitParts, "standing">) {
  const says = useWords(VISIT_WORDS);
  const plan = useWords(PLAN_WORDS);
  const { nextVisit, centre, patient } = standing;
  // Without its treatments nobody knows when a child is expected.
  if (isKept(useMe(), centre, "treatment")) return null;
  return (
    <Section name="next" title={says.next}>
      <p className="row between">
        {nextVisit === null ? <span className="quiet-text">{plan.none}</span> : <WindowLine window={nextVisit} />}
        <Link to="/centres/$centre/patients/$patient" params={{ centre, patient }} hash="schedule">
          {plan.all}
        </Link>
      </p>
    </Section>
  );
}
