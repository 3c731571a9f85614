import type { Chart } from "@osteon/api";
import { may, useMe } from "../api/me.ts";
import { Mark } from "../design/mark.tsx";
import { Panel } from "../design/page.tsx";
import { RowLink } from "../design/row-link.tsx";
import { VisitLink } from "../design/visit-link.tsx";
import { useBook } from "../words/codebook-words.ts";
import { bilingual, useWords } from "../words/words.ts";
import { ownRow, rowsOf } from "./chart-rows.ts";

const WORDS = bilingual({
  title: ["First steps", "Erste Schritte"],
  lead: [
    "This child has no complete visit yet, so no state can be said. What each table will tell:",
    "Dieses Kind hat noch keine vollständige Visite, also ist noch kein Zustand bekannt. Was jede Tabelle beitragen wird:",
  ],
  entered: ["entered", "erfasst"],
  missing: ["not entered", "nicht erfasst"],
  draft: ["draft to complete", "Entwurf, der zu vervollständigen ist"],
  patient: [
    "birth, diagnosis, last contact: nothing is derived before they are complete",
    "Geburt, Diagnose, letzter Kontakt: Vorher wird nichts abgeleitet",
  ],
  visit: [
    "pain, weight and signs at the start, which every later visit is compared with",
    "Schmerz, Gewicht und Zeichen zu Beginn, womit jede spätere Visite verglichen wird",
  ],
  laboratory: ["CRP and blood count: two items of the score", "CRP und Blutbild: zwei Merkmale des Scores"],
  imaging: ["lesions on the skeleton, and four items of the score", "Läsionen am Skelett und vier Merkmale des Scores"],
  treatment: [
    "the line of treatment, from whose first day visits are expected",
    "die Behandlungslinie, ab deren erstem Tag Visiten erwartet werden",
  ],
});

const STEPS = ["patient", "visit", "laboratory", "imaging", "treatment"] as const;

/** Whether a child has a visit that the rules can read. */
export const isSeen = (chart: Chart): boolean => rowsOf(chart, "visit").some(({ status }) => status === "complete");

/** What to enter for a child without a visit, and what it is good for; in place of states and a score that say nothing yet. */
export function FirstSteps({ chart }: { readonly chart: Chart }) {
  const says = useWords(WORDS);
  const book = useBook();
  const writes = may(useMe(), "chart write", chart.centre);
  return (
    <Panel id="state" title={says.title}>
      <p>{says.lead}</p>
      <ul className="plain stack first-steps">
        {STEPS.map((table) => {
          const rows = table === "patient" ? [ownRow(chart)].flatMap((row) => row ?? []) : rowsOf(chart, table);
          const draft = rows.find(({ status }) => status === "draft");
          const isDone = rows.some(({ status }) => status === "complete");
          const kind = isDone ? "done" : draft === undefined ? "none" : "part";
          const name = book.one(table);
          return (
            <li key={table}>
              <Mark kind={kind} says={{ done: says.entered, part: says.draft, none: says.missing }[kind]} shown />{" "}
              {isDone || !writes ? (
                <strong>{name}</strong>
              ) : (
                <StepLink chart={chart} table={table} row={draft?.key ?? "new"}>
                  {name}
                </StepLink>
              )}
              : {says[table]}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

/** Where a step is done: a visit on its page, every other row in its form. */
function StepLink({
  chart: { centre, patient },
  table,
  row,
  children,
}: {
  readonly chart: Chart;
  readonly table: string;
  readonly row: string;
  readonly children: string;
}) {
  return table === "visit" ? (
    <VisitLink {...{ centre, patient }} visit={row}>
      {children}
    </VisitLink>
  ) : (
    <RowLink {...{ centre, patient, table, row }}>{children}</RowLink>
  );
}
