import { encounters, patients } from "@osteon/api";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect, useRef, useState } from "react";
import { may, useMe } from "../api/me.ts";
import { ApiProblem } from "../api/request.ts";
import { useGet } from "../api/use-get.ts";
import { Page } from "../design/page.tsx";
import { Empty, Problems, Waiting } from "../design/told.tsx";
import { ENTRY_WORDS } from "../entry/entry-words.ts";
import { standingOf } from "../entry/standing.ts";
import { StandingNotice } from "../entry/standing-notice.tsx";
import { isKept, KeptNote } from "../frame/kept-note.tsx";
import { NotYours } from "../frame/not-yours.tsx";
import { PatientFacts } from "../patient/patient-facts.tsx";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { readKeptVisit, visitPlace } from "./kept-visit.ts";
import { onVisitSent } from "./send-visit.ts";
import { VisitForm } from "./visit-form.tsx";
import { VisitTyped } from "./visit-typed.tsx";
import { VISIT_WORDS } from "./visit-words.ts";
import { useWaitingVisits } from "./waiting-visits.ts";
import "../entry/entry.css";
import "./results.css";
import "./visit.css";

const route = getRouteApi("/inside/centres/$centre/patients/$patient/encounter/$visit");

/** A visit on one page, with every row that is entered on it. */
export function VisitPage() {
  const { centre, patient, visit } = route.useParams();
  const says = useWords(VISIT_WORDS);
  const entry = useWords(ENTRY_WORDS);
  const format = useFormat();
  const me = useMe();
  const navigate = useNavigate();
  const [keys, setKeys] = useState(false);
  const [unsealed, setUnsealed] = useState(false);
  const isNew = visit === "new";
  const params = { centre, patient };
  const chart = useGet(patients.readPatient, { params });
  const fresh = useGet(encounters.readStanding, isNew ? { params, query: {} } : undefined);
  const stored = useGet(encounters.readEncounter, isNew ? undefined : { params: { ...params, visit } });
  const told = isNew ? fresh : stored;
  const place = visitPlace(centre, patient, isNew ? undefined : visit);
  const waiting = useWaitingVisits().find((kept) => kept.place === place);
  const drawn = useDrawn(
    `${centre}/${patient}/${visit}`,
    stored.data === undefined ? "" : stored.data.rows.map(({ key, version }) => `${key} ${version}`).join(),
    () => readKeptVisit(me.account, place) === undefined,
  );
  // At once, since whoever leaves meanwhile is not brought back; what changed is read anew by who sends visits.
  const onSaved = useCallback(
    (made: string) => {
      if (isNew)
        void navigate({
          to: "/centres/$centre/patients/$patient/encounter/$visit",
          params: { centre, patient, visit: made },
          replace: true,
          resetScroll: false,
        });
    },
    [navigate, centre, patient, isNew],
  );
  const isDrawn = chart.data !== undefined && told.data !== undefined;
  // What waits is sent by whichever page is open: one that has no form yet shows the visit once it is saved.
  useEffect(
    () => (isDrawn ? undefined : onVisitSent(({ from, saved }) => from === place && onSaved(saved.visit.key))),
    [isDrawn, place, onSaved],
  );
  const title = isNew ? says.newVisit : says.visitOf(format.date(stored.data?.visit.cells.visited_on) || visit);
  if (isKept(me, centre, "visit"))
    return (
      <Page title={patient}>
        <KeptNote centre={centre} of={["visit"]} />
      </Page>
    );
  if (isNew && !may(me, "chart write", centre))
    return (
      <Page title={says.newVisit}>
        <NotYours says={entry.notYours}>
          <Link to="/centres/$centre/patients/$patient" params={params}>
            {says.backTo(patient)}
          </Link>
        </NotYours>
      </Page>
    );
  if (chart.data === undefined || told.data === undefined) {
    const error = chart.error ?? told.error;
    const isGone = !isNew && stored.error !== null && chart.data !== undefined;
    return (
      <Page title={isNew ? says.newVisit : patient}>
        {isGone ? (
          <Empty says={says.notThere}>
            <Link to="/centres/$centre/patients/$patient" params={params}>
              {says.backTo(patient)}
            </Link>
          </Empty>
        ) : chart.isPending || told.isPending ? (
          <Waiting />
        ) : (
          <Problems error={error} />
        )}
        {waiting === undefined || error === null || error instanceof ApiProblem ? null : <VisitTyped kept={waiting} />}
      </Page>
    );
  }
  const { lock, signature } = standingOf(chart.data, "visit", stored.data?.visit);
  const readOnly = !may(me, "chart write", centre) || lock !== undefined || (signature !== undefined && !unsealed);
  return (
    <Page
      title={title}
      lead={
        <>
          <Link to="/centres/$centre/patients/$patient" params={params}>
            {patient}
          </Link>{" "}
          <PatientFacts chart={chart.data} />
        </>
      }
      actions={
        <button type="button" className="quiet" onClick={() => setKeys(true)}>
          {says.keys} <kbd>?</kbd>
        </button>
      }
    >
      <StandingNotice
        chart={chart.data}
        lock={lock}
        signature={signature}
        unsealed={unsealed}
        onUnseal={() => setUnsealed(true)}
      />
      <VisitForm
        key={drawn.key}
        chart={chart.data}
        told={told.data}
        readOnly={readOnly}
        keys={keys}
        onKeys={setKeys}
        onSaved={onSaved}
        onDiscarded={drawn.again}
      />
    </Page>
  );
}

/** When the form is drawn anew: at another address, and where its rows were saved, here or elsewhere, and nothing is typed that was not. */
function useDrawn(address: string, versions: string, isUntouched: () => boolean) {
  const [turn, setTurn] = useState(0);
  const again = useRef(() => setTurn((before) => before + 1)).current;
  const untouched = useRef(isUntouched);
  untouched.current = isUntouched;
  const seen = useRef(versions);
  useEffect(() => {
    const before = seen.current;
    seen.current = versions;
    if (before !== "" && versions !== "" && before !== versions && untouched.current()) again();
  }, [versions, again]);
  return { key: `${address} ${turn}`, again };
}
