import type { Chart } from "@osteon/api";
import {
  ANALYTES,
  type Field as BookField,
  type Choice,
  COMPARATORS,
  isComparator,
  keyOf,
  MISSING_REASONS,
  missingReasonOf,
  tableNamed,
} from "@osteon/codebook";
import { useId } from "react";
import { byDay, DAY_FIELDS, rowsOf } from "../patient/chart-rows.ts";
import { useBook } from "../words/codebook-words.ts";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { ENTRY_WORDS } from "./entry-words.ts";

export interface InputParts {
  readonly table: string;
  readonly field: BookField;
  readonly typed: string;
  readonly cells: Readonly<Record<string, string>>;
  readonly chart: Chart | undefined;
  readonly label: string;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
  readonly readOnly: boolean;
  readonly onType: (words: string) => void;
  readonly onFocus?: (() => void) | undefined;
  readonly onBlur?: (() => void) | undefined;
}

/** Choices of so many letters together stand side by side; longer ones stand in a list. */
const SIDE_BY_SIDE = 27;

/** The control of one field, as its type asks for. */
export function FieldInput(parts: InputParts) {
  const { field, cells } = parts;
  const { type } = field;
  if (isComparator(tableNamed(parts.table), field.name)) return <Comparator {...parts} />;
  if (type.kind === "yes-no") return <Radios {...parts} choices={["yes", "no"]} />;
  if (type.kind === "choice" && type.choices.length < 5 && lettersOf(type.choices) <= SIDE_BY_SIDE)
    return <Radios {...parts} choices={type.choices.map(({ code }) => code)} />;
  if (type.kind === "choice") return <Choices {...parts} choices={type.choices.map(({ code }) => code)} />;
  if (type.kind === "reference") return <Reference {...parts} to={type.table} />;
  const units =
    parts.table === "laboratory" && field.name === "unit"
      ? ANALYTES.find(({ code }) => code === cells.analyte)?.reported
      : undefined;
  if (units !== undefined && units.length > 0) return <Choices {...parts} choices={units.map(({ unit }) => unit)} />;
  return <Words {...parts} />;
}

const lettersOf = (choices: readonly Choice[]): number =>
  choices.reduce((letters, { says }) => letters + says.length, 0);

const shared = ({ label, invalid, describedBy }: InputParts) => ({
  "aria-label": label,
  ...(invalid ? { "aria-invalid": true } : {}),
  ...(describedBy === undefined ? {} : { "aria-describedby": describedBy }),
});

const NOT_APPLICABLE = MISSING_REASONS.find(({ code }) => code === "not-applicable")?.token ?? "";

/** A box for a number, a date or words; where it is empty, the reason can be chosen beside it, and of a drug that it goes on. */
function Words(parts: InputParts) {
  const { field, typed, readOnly, onType } = parts;
  const says = useWords(ENTRY_WORDS);
  const reason = missingReasonOf(typed.trim());
  const stated = reason !== undefined && reason !== "not-entered";
  const book = useBook();
  const goesOn = field.name === "stopped_on";
  const numeric = field.type.kind === "decimal" || field.type.kind === "integer";
  const box = (
    <input
      {...shared(parts)}
      value={stated ? "" : typed}
      readOnly={readOnly || stated}
      placeholder={
        !stated
          ? undefined
          : goesOn && reason === "not-applicable"
            ? says.goesOn
            : book.cell(parts.table, field.name, typed)
      }
      inputMode={numeric ? "decimal" : undefined}
      autoComplete="off"
      onChange={(event) => onType(event.target.value)}
      onFocus={parts.onFocus}
      onBlur={parts.onBlur}
    />
  );
  if (field.required || field.type.kind === "key") return box;
  return (
    <>
      <span className="with-reason">
        {box}
        <select
          aria-label={says.whyMissing(parts.label)}
          value={stated ? typed : ""}
          disabled={readOnly || (typed.trim() !== "" && !stated)}
          onChange={(event) => onType(event.target.value)}
        >
          <option value="">{says.missingShort}</option>
          <MissingOptions />
        </select>
      </span>
      {goesOn ? (
        <label className="goes-on">
          <input
            type="checkbox"
            checked={reason === "not-applicable"}
            disabled={readOnly || (typed.trim() !== "" && reason !== "not-applicable")}
            onChange={(event) => onType(event.target.checked ? NOT_APPLICABLE : "")}
          />
          {says.goesOn}
        </label>
      ) : null}
    </>
  );
}

function MissingOptions() {
  const book = useBook();
  return MISSING_REASONS.filter(({ token }) => token !== "").map(({ token, says }) => (
    <option key={token} value={token}>
      {book(says).split(":")[0]}
    </option>
  ));
}

/** A few choices side by side; arrow keys go among them, and why there is none is one of them. */
function Radios({ choices, ...parts }: InputParts & { readonly choices: readonly string[] }) {
  const { table, field, typed, readOnly, onType, label } = parts;
  const name = useId();
  const book = useBook();
  const says = useWords(ENTRY_WORDS);
  const reason = missingReasonOf(typed.trim());
  const stated = reason !== undefined && reason !== "not-entered";
  return (
    <span className="with-reason">
      <span role="radiogroup" {...shared(parts)} className="radios">
        {choices.map((code) => (
          <label key={code}>
            <input
              type="radio"
              name={name}
              checked={typed === code}
              disabled={readOnly}
              onChange={() => onType(code)}
            />
            <span>{book.cell(table, field.name, code)}</span>
          </label>
        ))}
      </span>
      {field.required ? null : (
        <select
          aria-label={says.whyMissing(label)}
          value={stated ? typed : ""}
          disabled={readOnly}
          onChange={(event) => onType(event.target.value)}
        >
          <option value="">{typed === "" || stated ? says.missingShort : says.none}</option>
          <MissingOptions />
        </select>
      )}
    </span>
  );
}

function Choices({ choices, ...parts }: InputParts & { readonly choices: readonly string[] }) {
  const { table, field, typed, readOnly, onType } = parts;
  const book = useBook();
  const says = useWords(ENTRY_WORDS);
  return (
    <select {...shared(parts)} value={typed} disabled={readOnly} onChange={(event) => onType(event.target.value)}>
      <option value="">{says.choose}</option>
      {choices.map((code) => (
        <option key={code} value={code}>
          {book.cell(table, field.name, code)}
        </option>
      ))}
      {field.required ? null : <MissingOptions />}
    </select>
  );
}

/** Where no limit stands for a result, it was measured: that is no missing value, and has no reason. */
function Comparator(parts: InputParts) {
  const { table, field, typed, readOnly, onType } = parts;
  const book = useBook();
  const says = useWords(ENTRY_WORDS);
  return (
    <select {...shared(parts)} value={typed} disabled={readOnly} onChange={(event) => onType(event.target.value)}>
      <option value="">{says.measured}</option>
      {COMPARATORS.map(({ code }) => (
        <option key={code} value={code}>
          {book.cell(table, field.name, code)}
        </option>
      ))}
    </select>
  );
}

/** Another row of the same chart, by what it is and when. */
function Reference({ to, ...parts }: InputParts & { readonly to: string }) {
  const { chart, field, typed, readOnly, onType } = parts;
  const book = useBook();
  const format = useFormat();
  const says = useWords(ENTRY_WORDS);
  const rows = chart === undefined ? [] : byDay(rowsOf(chart, to));
  const telling = tableNamed(to).fields.filter(
    ({ name, type }) => name !== keyOf(tableNamed(to)).name && name !== "patient" && type.kind === "choice",
  );
  return (
    <select {...shared(parts)} value={typed} disabled={readOnly} onChange={(event) => onType(event.target.value)}>
      <option value="">{field.required ? says.choose : says.none}</option>
      {rows.map(({ key, cells }) => {
        const what = telling.slice(0, 2).map(({ name }) => book.cell(to, name, cells[name] ?? ""));
        return (
          <option key={key} value={key}>
            {[format.date(cells[DAY_FIELDS[to] ?? ""]), ...what, key].filter((part) => part !== "").join(" · ")}
          </option>
        );
      })}
    </select>
  );
}
