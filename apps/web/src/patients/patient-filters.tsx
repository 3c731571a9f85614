import { DRUG_CLASSES } from "@osteon/codebook";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { centresOf, useMe } from "../api/me.ts";
import { Field } from "../design/field.tsx";
import { PopUp } from "../design/pop-up.tsx";
import { useBook } from "../words/codebook-words.ts";
import { useWords } from "../words/words.ts";
import { useColumns } from "./columns.tsx";
import { PATIENTS_WORDS } from "./patients-words.ts";
import { isFiltered, type PatientSearch } from "./use-patients.ts";

interface Parts {
  readonly filter: PatientSearch;
  readonly columns: readonly string[];
  readonly onColumns: (columns: readonly string[]) => void;
}

const TYPING = 200;

/** What the list is narrowed by; it stands in the address, so that a list can be sent to a colleague. */
export function PatientFilters({ filter, columns, onColumns }: Parts) {
  const says = useWords(PATIENTS_WORDS);
  const book = useBook();
  const me = useMe();
  const navigate = useNavigate();
  const set = (name: string, value: string) =>
    void navigate({ to: ".", replace: true, search: { ...filter, [name]: value === "" ? undefined : value } });
  const [typed, setTyped] = useState(filter.contains ?? "");
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const search = (words: string) => {
    setTyped(words);
    clearTimeout(pause.current);
    pause.current = setTimeout(() => set("contains", words.trim()), TYPING);
  };
  const choice = (name: string, label: string, options: readonly (readonly [value: string, says: string])[]) => (
    <Field label={label}>
      <select value={filter[name] ?? ""} onChange={(event) => set(name, event.target.value)}>
        <option value="">{says.any}</option>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </Field>
  );
  const centres = centresOf(me, "chart read");
  const any = isFiltered(filter);
  return (
    <search className="patient-filters no-print">
      <Field label={says.search}>
        <input type="search" value={typed} onChange={(event) => search(event.target.value)} />
      </Field>
      {centres.length > 1
        ? choice(
            "centre",
            book.label("patient", "centre"),
            centres.map((centre) => [centre, centre]),
          )
        : null}
      {choice("cohort", says.disease, [
        ["cno", "CNO"],
        ["bacterial_osteomyelitis", book.cell("patient", "cohort", "bacterial_osteomyelitis")],
      ])}
      {choice("form", says.form, [
        ["unifocal", says.unifocal],
        ["multifocal", says.multifocal],
      ])}
      {choice(
        "treatment",
        says.treatment,
        DRUG_CLASSES.map(({ code, says: words }) => [code, book(words)]),
      )}
      {choice("visit", says.visit, [
        ["late", says.late],
        ["due", says.due],
      ])}
      {choice("queries", says.openQueries, [["open", says.withQueries]])}
      <Columns columns={columns} onColumns={onColumns} />
      {any ? (
        <button
          type="button"
          className="quiet"
          onClick={() => {
            setTyped("");
            void navigate({ to: ".", search: filter.sort === undefined ? {} : { sort: filter.sort } });
          }}
        >
          {says.clear}
        </button>
      ) : null}
    </search>
  );
}

function Columns({ columns, onColumns }: Omit<Parts, "filter">) {
  const says = useWords(PATIENTS_WORDS);
  const all = useColumns();
  return (
    <PopUp className="patient-columns" summary={says.columns} summaryClass="button">
      <fieldset>
        <legend className="unseen">{says.columns}</legend>
        {all.map(({ name, title }) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={columns.includes(name)}
              onChange={(event) =>
                onColumns(event.target.checked ? [...columns, name] : columns.filter((column) => column !== name))
              }
            />{" "}
            {title}
          </label>
        ))}
      </fieldset>
    </PopUp>
  );
}
