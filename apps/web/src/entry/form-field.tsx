import { type Chart, today } from "@osteon/api";
import {
  type Field as BookField,
  comparatorOf,
  comparatorSign,
  isNeededNow,
  limitInWords,
  type Problem,
} from "@osteon/codebook";
import { useId } from "react";
import { registryBook } from "../book/registry-book.ts";
import { askedReadings } from "../controls/asked-readings.ts";
import { WhichIsMeant } from "../controls/which-is-meant.tsx";
import { useProblemWords } from "../design/told.tsx";
import { useBook } from "../words/codebook-words.ts";
import { useFormat } from "../words/format.ts";
import { useLanguage, useWords } from "../words/words.ts";
import { ENTRY_WORDS } from "./entry-words.ts";
import { FieldInput } from "./field-input.tsx";
import { labelWithUnit } from "./label-with-unit.ts";
import { losesDay, readBack } from "./read-back.ts";
import type { ValueBefore } from "./value-before.ts";

interface Parts {
  readonly table: string;
  readonly field: BookField;
  readonly typed: string;
  readonly cells: Readonly<Record<string, string>>;
  readonly chart: Chart | undefined;
  /** What the checks say of this field. */
  readonly problems: readonly Problem[];
  /** The last value that counts. */
  readonly before: ValueBefore | undefined;
  readonly readOnly: boolean;
  /** Said beside a pseudonym in place of what is said of every number. */
  readonly keyHint?: string | undefined;
  readonly onType: (words: string) => void;
  readonly onFocus?: (() => void) | undefined;
  readonly onBlur?: (() => void) | undefined;
}

/** What the checks say of words that can be read in two ways. */
const IN_TWO_WAYS: ReadonlySet<string> = new Set(["date-format", "number-format", "decimal-comma"]);

/** A list has room for so many letters on a telephone; longer words are said whole below it. */
const IN_A_LIST = 24;

/** One field of a form: its name, its control, what the checks say, what was read, what stood there before. */
export function FormField({
  table,
  field,
  typed,
  cells,
  chart,
  problems,
  before,
  readOnly,
  keyHint,
  onType,
  onFocus,
  onBlur,
}: Parts) {
  const id = useId();
  const book = useBook();
  const format = useFormat();
  const says = useWords(ENTRY_WORDS);
  const toldOf = useProblemWords();
  const label = labelWithUnit(book, table, field);
  const cell = cells[field.name] ?? "";
  const words = readBack(field, cell, typed, format);
  const read = words === "" ? "" : says.reads(words);
  const own = table === "laboratory" && field.name === "value" ? ownUnit(cells, format.number, says.inOwnUnit) : "";
  const chosen = field.type.kind === "choice" ? book.cell(table, field.name, cell) : "";
  const whole = chosen.length > IN_A_LIST ? chosen : "";
  const sentence = book(field.says);
  const language = useLanguage();
  const asked = askedReadings(field, typed, language).length > 0 && !readOnly;
  // What is asked with both answers beside it is not told a second time.
  const said = problems.filter(({ code, where }) => !(asked && where.column === field.name && IN_TWO_WAYS.has(code)));
  const how = hintOf(field);
  const hint =
    typed === "" ? (how === undefined ? "" : says[how]) : losesDay(field, typed, cell, language) ? says.dayNotKept : "";
  const key = field.type.kind === "key" ? (keyHint ?? says.keyHint) : "";
  // A field of the registry's own as soon as the day of the row says so.
  const needed = (field.required && field.type.kind !== "key") || isNeededNow(field, cells, today());
  const wrong = problems.filter(({ severity }) => severity === "refused");
  const told = [sentence, ...problems.map((problem) => problem.code)].length > 0 ? id : undefined;
  return (
    <div className="field form-field" data-field={[field.name, comparatorOf(field) ?? ""].join(" ").trim()}>
      <span className="label" aria-hidden="true" title={sentence}>
        {label}
        {needed ? <span className="needed"> *</span> : null}
      </span>
      <FieldInput
        table={table}
        field={field}
        typed={typed}
        cells={cells}
        chart={chart}
        label={label}
        invalid={wrong.length > 0}
        describedBy={told}
        readOnly={readOnly}
        onType={onType}
        onFocus={onFocus}
        onBlur={onBlur}
      />
      <div id={id} className="field-told">
        <WhichIsMeant field={field} typed={typed} readOnly={readOnly} onType={onType} />
        {said.map((problem) => (
          <p key={problem.code + problem.says} className={problem.severity === "refused" ? "wrong" : "asks"}>
            {toldOf(problem).says} {toldOf(problem).fix}
          </p>
        ))}
        <span className="hint">
          {[
            read,
            own,
            whole,
            hint,
            key,
            before === undefined
              ? ""
              : says.before(
                  limitInWords(field, before.cells, book.cell(table, field.name, before.cells[field.name] ?? "")),
                  format.date(before.on),
                ),
          ]
            .filter((part) => part !== "")
            .join(" · ")}
        </span>
        <span className="unseen">{sentence}</span>
      </div>
    </div>
  );
}

/** How a day is written, and how fine it may be. */
const hintOf = ({ type }: BookField): "dateHint" | "partialHint" | "monthHint" | undefined => {
  if (type.kind === "date") return "dateHint";
  if (type.kind !== "partial-date") return undefined;
  return type.finest === "month" ? "monthHint" : "partialHint";
};

/** A result in the unit in which the registry counts, where it was reported in another. */
function ownUnit(
  cells: Readonly<Record<string, string>>,
  number: (value: number, decimals?: number) => string,
  says: (value: string, unit: string) => string,
): string {
  const analyte = registryBook().analytes.find(({ code }) => code === cells.analyte);
  const reported = analyte?.reported.find(({ unit }) => unit === cells.unit);
  const value = Number(cells.value);
  if (
    analyte === undefined ||
    reported === undefined ||
    !cells.value ||
    !Number.isFinite(value) ||
    analyte.unit === reported.unit
  )
    return "";
  const own = number((value * reported.numerator) / reported.denominator, 1);
  return says(`${comparatorSign(cells.comparator)}${own}`, analyte.unit);
}
