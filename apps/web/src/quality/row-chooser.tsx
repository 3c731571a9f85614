import type { Row } from "@osteon/api";
import { patients } from "@osteon/api";
import { CODEBOOK, keyOf, missingReasonOf, tableNamed } from "@osteon/codebook";
import { useDeferredValue, useEffect, useId, useState } from "react";
import type { ChildName } from "../api/addresses.ts";
import { useGet } from "../api/use-get.ts";
import { Field } from "../design/field.tsx";
import { useBook } from "../words/codebook-words.ts";
import { bilingual, useWords } from "../words/words.ts";

const WORDS = bilingual({
  patient: ["Child (pseudonym)", "Kind (Pseudonym)"],
  table: ["Table", "Tabelle"],
  row: ["Row", "Zeile"],
  field: ["Field", "Feld"],
  choose: ["Choose …", "Bitte wählen …"],
  whole: ["The whole row", "Die ganze Zeile"],
  unknown: ["There is no such child that you may see.", "Kein solches Kind, das Sie sehen dürfen."],
});

/** A row of a child, or one field of it, as far as it is chosen. */
export interface ChosenRow {
  readonly patient?: string | undefined;
  readonly centre?: string | undefined;
  readonly table?: string | undefined;
  readonly key?: string | undefined;
  readonly field?: string | undefined;
}

interface Parts {
  readonly row: ChosenRow;
  readonly onChoose: (row: ChosenRow) => void;
  /** Rows are named by day and number alone, and no field is asked for: what stands in them is not shown. */
  readonly blind?: boolean;
  /** A field, or the whole row, must be chosen; nothing is chosen beforehand. */
  readonly mustField?: boolean;
}

/** What stands for the whole row where a field must be chosen. */
export const WHOLE_ROW = "*";

/** Chooses a child by pseudonym, then one of its rows, then perhaps a field. */
export function RowChooser({ row, onChoose, blind, mustField }: Parts) {
  const says = useWords(WORDS);
  const book = useBook();
  const list = useId();
  const [typed, setTyped] = useState(row.patient ?? "");
  const [known, setKnown] = useState(row.patient);
  if (known !== row.patient) {
    setKnown(row.patient);
    setTyped(row.patient ?? "");
  }
  const begun = useDeferredValue(typed.trim());
  const found = useGet(patients.listPatients, begun === "" ? undefined : { query: { limit: 20, contains: begun } }, {
    keep: true,
  });
  const children = found.data?.patients ?? [];
  const alike = (patient: string | undefined) => children.filter((child) => child.patient === patient);
  // A pseudonym that several centres of the person have is told apart by its centre.
  const nameOf = ({ centre, patient }: ChildName): string =>
    alike(patient).length > 1 ? `${patient} (${centre})` : patient;
  const centre = row.centre ?? (alike(row.patient).length === 1 ? alike(row.patient)[0]?.centre : undefined);
  const chart = useGet(
    patients.readPatient,
    row.patient === undefined || centre === undefined ? undefined : { params: { centre, patient: row.patient } },
  );
  const isUnknown = row.patient !== undefined && centre === undefined && found.isSuccess && !found.isPlaceholderData;
  const rows = (chart.data?.rows.filter(({ table }) => table === row.table) ?? []).sort((a, b) =>
    dayOf(a).localeCompare(dayOf(b)),
  );
  const tables = CODEBOOK.filter(({ name }) => chart.data?.rows.some(({ table }) => table === name));
  // The answer may come after the last letter, so that a child is chosen by what stands there and not by a key.
  const meant = children.find((child) => nameOf(child) === typed.trim());
  useEffect(() => {
    if (meant !== undefined && (meant.patient !== row.patient || meant.centre !== centre)) onChoose(only(meant));
  });
  const settle = () => {
    const text = typed.trim();
    if (text === "" || text === row.patient || meant !== undefined) return;
    onChoose({ patient: text });
  };
  return (
    <div className="row-chooser">
      <Field label={says.patient} {...(chart.isError || isUnknown ? { wrong: says.unknown } : {})}>
        <input
          list={list}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={settle}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            settle();
          }}
        />
      </Field>
      <datalist id={list}>
        {children.map((child) => (
          <option key={`${child.centre} ${child.patient}`} value={nameOf(child)} />
        ))}
      </datalist>
      <Field label={says.table}>
        <select
          value={row.table ?? ""}
          onChange={(event) => onChoose({ patient: row.patient, centre, table: event.target.value || undefined })}
        >
          <option value="">{says.choose}</option>
          {tables.map(({ name }) => (
            <option key={name} value={name}>
              {book.many(name)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={says.row}>
        <select
          value={row.key ?? ""}
          onChange={(event) => onChoose({ ...row, centre, key: event.target.value || undefined, field: undefined })}
        >
          <option value="">{says.choose}</option>
          {rows.map((one) => (
            <option key={one.key} value={one.key}>
              {rowName(one, book.cell, blind === true)}
            </option>
          ))}
        </select>
      </Field>
      {blind === true ? null : (
        <Field label={says.field}>
          <select
            value={row.field ?? ""}
            onChange={(event) => onChoose({ ...row, field: event.target.value || undefined })}
          >
            <option value="">{mustField === true ? says.choose : says.whole}</option>
            {mustField === true && row.key !== undefined ? <option value={WHOLE_ROW}>{says.whole}</option> : null}
            {row.table === undefined || row.key === undefined
              ? null
              : ownFields(row.table).map((name) => (
                  <option key={name} value={name}>
                    {book.label(row.table ?? "", name)}
                  </option>
                ))}
          </select>
        </Field>
      )}
    </div>
  );
}

const only = ({ centre, patient }: ChildName): ChosenRow => ({ centre, patient });

const ownFields = (table: string): readonly string[] =>
  tableNamed(table).fields.flatMap(({ name, type }) => (type.kind === "key" || name === "patient" ? [] : [name]));

/** The first day that a row tells of; rows without one come first. */
function dayOf({ table, cells }: Row): string {
  const days = tableNamed(table).fields.filter(({ type }) => type.kind === "date" || type.kind === "partial-date");
  return days.map(({ name }) => cells[name] ?? "").find((cell) => /^\d/.test(cell)) ?? "";
}

/** A row as a person knows it: its day, what it is about, its number. */
function rowName(
  { table, key, cells }: Row,
  words: (table: string, field: string, cell: string) => string,
  blind: boolean,
): string {
  const book = tableNamed(table);
  const telling = book.fields.filter(({ name, type }) => {
    if (name === keyOf(book).name || missingReasonOf(cells[name] ?? "") !== undefined) return false;
    return type.kind === "date" || (type.kind === "choice" && !blind);
  });
  const parts = telling.slice(0, blind ? 1 : 2).map(({ name }) => words(table, name, cells[name] ?? ""));
  return [...parts, key].join(" · ");
}
