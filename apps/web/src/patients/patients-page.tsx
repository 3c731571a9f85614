import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { centresOf, useMe } from "../api/me.ts";
import { Page } from "../design/page.tsx";
import { Problems } from "../design/told.tsx";
import { useWords } from "../words/words.ts";
import { chosenColumns, keepColumns } from "./columns.tsx";
import { PatientFilters } from "./patient-filters.tsx";
import { PatientTable } from "./patient-table.tsx";
import { PATIENTS_WORDS } from "./patients-words.ts";
import { isFiltered, usePatients } from "./use-patients.ts";
import "./patients.css";

const route = getRouteApi("/inside/patients");

/** Every child the person may see. */
export function PatientsPage() {
  const says = useWords(PATIENTS_WORDS);
  const me = useMe();
  const centres = centresOf(me, "chart write");
  const filter = route.useSearch();
  const list = usePatients(filter);
  const isEmpty = !isFiltered(filter) && list.data?.pages.every(({ patients }) => patients.length === 0);
  const [columns, setColumns] = useState(chosenColumns);
  const choose = (chosen: readonly string[]) => {
    keepColumns(chosen);
    setColumns(chosen);
  };
  return (
    <Page
      title={says.title}
      actions={
        centres.length > 0 ? (
          <Link
            to="/centres/$centre/patients/$patient/$table/$key"
            params={{ centre: centres[0] ?? "", patient: "new", table: "patient", key: "new" }}
            className="button primary"
          >
            {says.enter}
          </Link>
        ) : undefined
      }
    >
      {isEmpty ? null : <PatientFilters filter={filter} columns={columns} onColumns={choose} />}
      <Problems error={list.error} />
      <PatientTable list={list} filter={filter} columns={columns} />
    </Page>
  );
}
