import type { Chart, Row } from "@osteon/api";
import { Link } from "@tanstack/react-router";
import { may, useMe } from "../api/me.ts";
import { Panel } from "../design/page.tsx";
import { byDay, rowsOf } from "../patient/chart-rows.ts";
import { useBook } from "../words/codebook-words.ts";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { ENTRY_WORDS } from "./entry-words.ts";

/** The drugs that go on at a visit, carried forward: they need entering again only where something changes. */
export function PresentDrugs({ chart, visit }: { readonly chart: Chart; readonly visit: Row | undefined }) {
  const says = useWords(ENTRY_WORDS);
  const book = useBook();
  const format = useFormat();
  const writes = may(useMe(), "chart write", chart.centre);
  const on = visit?.cells.visited_on ?? "";
  const goingOn = byDay(rowsOf(chart, "treatment")).filter(({ cells }) => {
    const begun = on === "" || (cells.started_on ?? "") <= on;
    const stopped = /^\d/.test(cells.stopped_on ?? "") && (on === "" || (cells.stopped_on ?? "") < on);
    return begun && !stopped;
  });
  return (
    <Panel title={says.drugs}>
      {goingOn.length === 0 ? <p className="quiet-text">{says.noDrugs}</p> : null}
      <ul className="plain stack">
        {goingOn.map(({ key, cells }) => (
          <li key={key} className="row between">
            <span>
              <strong>{book.cell("treatment", "drug", cells.drug ?? "")}</strong>{" "}
              {cells.dose ? `${format.decimal(cells.dose)} ${cells.dose_unit ?? ""}` : ""}{" "}
              <span className="quiet-text">{says.since(format.date(cells.started_on))}</span>
            </span>
            {writes ? (
              <Link
                to="/centres/$centre/patients/$patient/$table/$key"
                params={{ centre: chart.centre, patient: chart.patient, table: "treatment", key }}
                className="button quiet"
              >
                {says.stopped} …
              </Link>
            ) : null}
          </li>
        ))}
      </ul>
      {writes ? (
        <p>
          <Link
            to="/centres/$centre/patients/$patient/$table/$key"
            params={{ centre: chart.centre, patient: chart.patient, table: "treatment", key: "new" }}
            search={on === "" ? {} : { started_on: on }}
            className="button quiet"
          >
            + {says.enterDrug}
          </Link>
        </p>
      ) : null}
    </Panel>
  );
}
