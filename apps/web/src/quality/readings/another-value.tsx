import { type Field as BookField, MISSING_REASONS } from "@osteon/codebook";
import { tableNamed } from "../../book/registry-book.ts";
import { Field } from "../../design/field.tsx";
import { useBook } from "../../words/codebook-words.ts";
import { useWords } from "../../words/words.ts";
import { READING_WORDS } from "./reading-words.ts";

interface Parts {
  readonly table: string;
  readonly field: string;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
}

/** A value that neither reader gave: chosen where the codebook lists what there is, typed elsewhere. */
export function AnotherValue({ table, field, value, problem, onChange }: Parts) {
  const says = useWords(READING_WORDS);
  const book = useBook();
  const known = codesOf(tableNamed(table).fields.find(({ name }) => name === field));
  const wrong = problem === undefined || value === "" ? {} : { wrong: problem };
  return (
    <Field label={`${says.another}: ${book.label(table, field)}`} {...wrong}>
      {known === undefined ? (
        <input value={value} autoComplete="off" onChange={(event) => onChange(event.target.value)} />
      ) : (
        <select value={value} onChange={(event) => onChange(event.target.value)}>
          {["", ...known, ...MISSING_REASONS.flatMap(({ token }) => (token === "" ? [] : [token]))].map((code) => (
            <option key={code} value={code}>
              {code === "" ? says.blank : book.cell(table, field, code)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function codesOf(field: BookField | undefined): readonly string[] | undefined {
  if (field?.type.kind === "yes-no") return ["yes", "no"];
  return field?.type.kind === "choice" ? field.type.choices.map(({ code }) => code) : undefined;
}
