import type { Chart, Row, TypedEncounter } from "@osteon/api";
import { useMe } from "../api/me.ts";
import { RowLink } from "../design/row-link.tsx";
import { DeleteRow } from "../entry/delete-row.tsx";
import { RowTrail } from "../entry/row-trail.tsx";
import { VisitSignatures } from "../entry/visit-signatures.tsx";
import { keptTables } from "../frame/kept-note.tsx";
import { ToldBackPanel } from "../told-back/told-back-panel.tsx";
import { useWords } from "../words/words.ts";
import { VISIT_WORDS } from "./visit-words.ts";

interface Parts {
  readonly chart: Chart;
  readonly visit: Row | undefined;
  /** The visit as the page now has it, as it would be sent; nothing while it has no day. */
  readonly present: TypedEncounter | undefined;
}

/** What belongs to a visit beside its form: what it tells back while it is typed, signatures, its story, its row alone. */
export function VisitBeside({ chart, visit, present }: Parts) {
  const says = useWords(VISIT_WORDS);
  const me = useMe();
  return (
    <aside className="stack visit-beside">
      {keptTables(me, { centre: chart.centre }).length > 0 ? null : (
        <ToldBackPanel centre={chart.centre} patient={chart.patient} encounter={present} />
      )}
      {visit === undefined ? null : (
        <>
          {visit.status === "complete" ? <VisitSignatures chart={chart} visit={visit} /> : null}
          <RowTrail row={visit} />
          <p className="row">
            <RowLink
              centre={chart.centre}
              patient={chart.patient}
              table="visit"
              row={visit.key}
              className="button quiet"
            >
              {says.rowAlone}
            </RowLink>
            <DeleteRow chart={chart} row={visit} quiet />
          </p>
        </>
      )}
    </aside>
  );
}
