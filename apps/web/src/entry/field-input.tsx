import type { Chart } from "@osteon/api";
import { type Choice, COMPARATORS, isComparator, keyOf, MISSING_REASONS } from "@osteon/codebook";
import { registryBook, tableNamed } from "../book/registry-book.ts";
import { ChoiceButtons } from "../controls/choice-buttons.tsx";
import { type ControlParts, toldBy } from "../controls/control-parts.ts";
import { DateBox } from "../controls/date-box.tsx";
import { NumberBox } from "../controls/number-box.tsx";
import { TextBox } from "../controls/text-box.tsx";
import { byDay, DAY_FIELDS, rowsOf } from "../patient/chart-rows.ts";
import { useBook } from "../words/codebook-words.ts";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { ENTRY_WORDS } from "./entry-words.ts";
import { ListedChoices } from "./listed-choices.tsx";

export interface InputParts extends ControlParts {
  readonly table: string;
  readonly cells: Readonly<Record<string, string>>;
  readonly chart: Chart | undefined;
}

/** Choices of so many letters together stand side by side; longer ones stand in a list. */
const SIDE_BY_SIDE = 27;

/** The control of one field, as its type asks for. */
export function FieldInput(parts: InputParts) {
  const { field, cells } = parts;
  const { type } = field;
  if (isComparator(tableNamed(parts.table), field.name)) return <Comparator {...parts} />;
  if (type.kind === "yes-no") return <ChoiceButtons {...parts} choices={["yes", "no"]} />;
  if (type.kind === "choice" && type.list !== undefined) return <ListedChoices {...parts} />;
  if (type.kind === "choice" && type.choices.length < 5 && lettersOf(type.choices) <= SIDE_BY_SIDE)
    return <ChoiceButtons {...parts} choices={type.choices.map(({ code }) => code)} />;
  if (type.kind === "choice") return <Choices {...parts} choices={type.choices.map(({ code }) => code)} />;
  if (type.kind === "reference") return <Reference {...parts} to={type.table} />;
  const units =
    parts.table === "laboratory" && field.name === "unit"
      ? registryBook().analytes.find(({ code }) => code === cells.analyte)?.reported
      : undefined;
  if (units !== undefined && units.length > 0) return <Choices {...parts} choices={units.map(({ unit }) => unit)} />;
  if (type.kind === "integer" || type.kind === "decimal") return <NumberBox {...parts} />;
  if (field.name === "stopped_on") return <StoppedOn {...parts} />;
  if (type.kind === "date" || type.kind === "partial-date") return <DateBox {...parts} />;
  return <TextBox {...parts} />;
}

const lettersOf = (choices: readonly Choice[]): number =>
  choices.reduce((letters, { says }) => letters + says.length, 0);

const NOT_APPLICABLE = MISSING_REASONS.find(({ code }) => code === "not-applicable")?.token ?? "";

/** The day on which a drug was stopped, or that it goes on. */
function StoppedOn(parts: InputParts) {
  const { typed, readOnly, onType } = parts;
  const says = useWords(ENTRY_WORDS);
  const goesOn = typed.trim() === NOT_APPLICABLE;
  return (
    <>
      <DateBox {...parts} notApplicable={says.goesOn} />
      <label className="goes-on">
        <input
          type="checkbox"
          checked={goesOn}
          disabled={readOnly || (typed.trim() !== "" && !goesOn)}
          onChange={(event) => onType(event.target.checked ? NOT_APPLICABLE : "")}
        />
        {says.goesOn}
      </label>
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

function Choices({ choices, ...parts }: InputParts & { readonly choices: readonly string[] }) {
  const { table, field, typed, readOnly, onType } = parts;
  const book = useBook();
  const says = useWords(ENTRY_WORDS);
  return (
    <select {...toldBy(parts)} value={typed} disabled={readOnly} onChange={(event) => onType(event.target.value)}>
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
    <select {...toldBy(parts)} value={typed} disabled={readOnly} onChange={(event) => onType(event.target.value)}>
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
    <select {...toldBy(parts)} value={typed} disabled={readOnly} onChange={(event) => onType(event.target.value)}>
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
