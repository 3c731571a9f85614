import type { Row } from "@osteon/api";
import { patients } from "@osteon/api";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useCallback, useRef } from "react";
import { centresOf, may, useMe } from "../api/me.ts";
import { ApiProblem } from "../api/request.ts";
import { useGet } from "../api/use-get.ts";
import { registryTables, tableNamed } from "../book/registry-book.ts";
import { Page } from "../design/page.tsx";
import { Empty, Problems, Waiting } from "../design/told.tsx";
import { VisitLink } from "../design/visit-link.tsx";
import { isKept, KeptNote } from "../frame/kept-note.tsx";
import { NotFoundPage } from "../frame/not-found-page.tsx";
import { NotYours } from "../frame/not-yours.tsx";
import { DAY_FIELDS } from "../patient/chart-rows.ts";
import { useBook } from "../words/codebook-words.ts";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { Beside } from "./beside.tsx";
import { ENTRY_WORDS } from "./entry-words.ts";
import { ImagingLesions } from "./imaging-lesions.tsx";
import { dropKept, readKept } from "./kept.ts";
import { RowForm } from "./row-form.tsx";
import { TypedBeside } from "./typed-beside.tsx";
import { beginningOf } from "./use-row-editor.ts";
import "./entry.css";

const route = getRouteApi("/inside/centres/$centre/patients/$patient/$table/$key");

/** One row of a chart: entered, changed, asked about, signed. */
export function EntryPage() {
  const { centre, patient, table: name, key } = route.useParams();
  const search = route.useSearch();
  const says = useWords(ENTRY_WORDS);
  const book = useBook();
  const format = useFormat();
  const me = useMe();
  const navigate = useNavigate();
  const isNewChild = patient === "new";
  const chart = useGet(patients.readPatient, isNewChild ? undefined : { params: { centre, patient } });
  const opened = useOpened(`${centre}/${patient}/${name}/${key}`);
  const place = `${centre}/${patient}/${name}/${key === "new" ? `new~${search.kept ?? opened.ticket}` : key}`;
  const kept = readKept(me.account, place);

  const made = useCallback(
    (row: Row) => {
      opened.goesOnAs(`${row.centre}/${row.patient}/${row.table}/${row.key}`);
      void navigate({
        to: "/centres/$centre/patients/$patient/$table/$key",
        params: { centre: row.centre, patient: row.patient, table: row.table, key: row.key },
        replace: true,
        resetScroll: false,
      });
    },
    [navigate, opened],
  );
  // What is typed into a new row is found again under this address, also after a reload.
  const begun = useCallback(
    () =>
      void navigate({
        to: "/centres/$centre/patients/$patient/$table/$key",
        params: { centre, patient, table: name, key },
        search: { ...search, kept: search.kept ?? opened.ticket },
        replace: true,
        resetScroll: false,
      }),
    [navigate, centre, patient, name, key, search, opened],
  );
  if (!isTableHere(name, isNewChild, key)) return <NotFoundPage />;
  const mayWrite = isNewChild ? centresOf(me, "chart write").length > 0 : may(me, "chart write", centre);
  if (key === "new" && !mayWrite && kept === undefined)
    return (
      <Page title={says.new(book.one(name))}>
        <NotYours says={says.notYours}>
          {isNewChild ? undefined : (
            <Link to="/centres/$centre/patients/$patient" params={{ centre, patient }}>
              {says.backTo(patient)}
            </Link>
          )}
        </NotYours>
      </Page>
    );
  const goesOnAlone = kept !== undefined && chart.errorUpdateCount > 0 && !(chart.error instanceof ApiProblem);
  if (!isNewChild && chart.data === undefined && !opened.isOwn && !goesOnAlone) {
    return <Page title={patient}>{chart.isPending ? <Waiting /> : <Problems error={chart.error} />}</Page>;
  }
  if (isKept(me, centre, name))
    return (
      <Page
        title={book.one(name)}
        lead={
          <Link to="/centres/$centre/patients/$patient" params={{ centre, patient }}>
            {patient}
          </Link>
        }
      >
        <KeptNote centre={centre} of={[name]} />
      </Page>
    );
  const table = tableNamed(name);
  const row = chart.data?.rows.find((one) => one.table === name && one.key === key);
  if (key !== "new" && row === undefined && !opened.isOwn && !goesOnAlone) {
    return (
      <Page title={patient}>
        <Empty says={says.notThere}>
          <p>
            <Link to="/centres/$centre/patients/$patient" params={{ centre, patient }}>
              {says.backTo(patient)}
            </Link>
          </p>
        </Empty>
        {kept === undefined ? null : (
          <TypedBeside
            table={table}
            typed={kept.cells}
            stored={{}}
            title={says.goneTitle}
            lead={says.gone}
            onDiscard={() => {
              dropKept(me.account, place);
              void navigate({ to: "/centres/$centre/patients/$patient", params: { centre, patient } });
            }}
          />
        )}
      </Page>
    );
  }
  const readOnly = chart.data !== undefined && !may(me, "chart write", chart.data.centre);
  const day = format.date(row?.cells[DAY_FIELDS[name] ?? ""]);
  const what = name === "patient" || day === "" ? key : day;
  const title = key === "new" ? says.new(book.one(name)) : `${book.one(name)} ${what}`;
  const completed = () => {
    if (name !== "imaging" && name !== "visit" && !isNewChild && name !== "patient")
      void navigate({ to: "/centres/$centre/patients/$patient", params: { centre, patient } });
  };
  return (
    <Page
      title={title}
      {...(name === "visit" && row !== undefined && !readOnly
        ? {
            actions: (
              <VisitLink {...{ centre, patient }} visit={key} className="button">
                {says.wholeVisit}
              </VisitLink>
            ),
          }
        : {})}
      lead={
        // The line is there from the start, so that nothing moves when the child gets its address.
        isNewChild ? (
          "\u00a0"
        ) : (
          <>
            <Link to="/centres/$centre/patients/$patient" params={{ centre, patient }}>
              {patient}
            </Link>
            {key === "new" || name === "patient" ? null : (
              <>
                {" "}
                · <span className="mono">{key}</span>
              </>
            )}
          </>
        )
      }
    >
      <div className="entry">
        <div className="stack">
          <RowForm
            key={opened.id}
            table={table}
            patient={patient}
            chart={chart.data}
            row={opened.begun(row)}
            begins={beginningOf(table, search)}
            readOnly={readOnly}
            place={place}
            onBegun={begun}
            onMade={made}
            onCompleted={completed}
          />
          {name === "imaging" && chart.data !== undefined ? (
            <ImagingLesions chart={chart.data} imaging={key} readOnly={readOnly} />
          ) : null}
        </div>
        <Beside table={name} rowKey={key} chart={chart.data} />
      </div>
    </Page>
  );
}

/** Whether the address is of a form: a child begins with its own row, and every other row is of a child. */
const isTableHere = (name: string, isNewChild: boolean, key: string): boolean =>
  registryTables().some((table) => table.name === name) && (!isNewChild || (name === "patient" && key === "new"));

/**
 * A form stays the same form when its new row gets a number and with it an address of its own. Every other change of
 * address is another form, in which nothing of the last one is left.
 */
function useOpened(address: string) {
  const now = useRef({
    address,
    id: 0,
    ticket: crypto.randomUUID(),
    own: "",
    row: undefined as Row | undefined,
    begun: false,
  });
  if (now.current.address !== address) {
    const goesOn = now.current.own === address;
    now.current = goesOn
      ? { ...now.current, address }
      : { address, id: now.current.id + 1, ticket: crypto.randomUUID(), own: "", row: undefined, begun: false };
  }
  return useRef({
    get id() {
      return now.current.id;
    },
    /** Under which a new row is kept until it has a number. */
    get ticket() {
      return now.current.ticket;
    },
    get isOwn() {
      return now.current.own !== "";
    },
    goesOnAs: (next: string) => {
      now.current.own = next;
    },
    /** The row as it was when the form was opened. */
    begun: (row: Row | undefined): Row | undefined => {
      if (!now.current.begun) now.current = { ...now.current, row, begun: true };
      return now.current.row;
    },
  }).current;
}
