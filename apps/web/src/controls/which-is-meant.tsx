import type { Field } from "@osteon/codebook";
import { useFormat } from "../words/format.ts";
import { useLanguage, useWords } from "../words/words.ts";
import { askedReadings } from "./asked-readings.ts";
import { CONTROL_WORDS } from "./control-words.ts";
import "./field-controls.css";

interface Parts {
  readonly field: Field;
  readonly typed: string;
  readonly readOnly?: boolean | undefined;
  readonly onType: (words: string) => void;
}

/** Asks which day or number is meant where what was typed can be read in two ways; never guesses. */
export function WhichIsMeant({ field, typed, readOnly = false, onType }: Parts) {
  const says = useWords(CONTROL_WORDS);
  const format = useFormat();
  const asked = askedReadings(field, typed, useLanguage());
  if (asked.length === 0 || readOnly) return null;
  const isDate = field.type.kind === "date" || field.type.kind === "partial-date";
  return (
    <fieldset className="which-is-meant">
      <legend className="asks">{says.which(typed.trim().replace(/\s?\?$/, ""))}</legend>
      {asked.map(({ cell, words, sign }) => (
        <button key={cell} type="button" onClick={() => onType(words)}>
          {isDate ? format.longDate(cell) : `${sign}${format.decimal(cell)}`}
        </button>
      ))}
    </fieldset>
  );
}
