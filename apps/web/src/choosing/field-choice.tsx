import type { ChosenField } from "@osteon/api";
import { Fragment } from "react";
import { useBook } from "../words/codebook-words.ts";
import { useLanguage, useWords } from "../words/words.ts";
import { CHOOSING_WORDS } from "./choosing-words.ts";

interface Parts {
  readonly id?: string;
  readonly fields: readonly ChosenField[];
  readonly value: string;
  /** Said where nothing is chosen. */
  readonly asks: string;
  readonly onChoose: (id: string) => void;
}

/** A field of the chart, in the groups of its tables; a list of the browser itself, which keyboards and phones know. */
export function FieldChoice({ fields, value, asks, onChoose, ...control }: Parts) {
  const language = useLanguage();
  const book = useBook();
  const says = useWords(CHOOSING_WORDS);
  const tables = [...new Set(fields.map(({ table }) => (table === "patient" ? "child" : table)))];
  return (
    <select {...control} value={value} onChange={({ target }) => onChoose(target.value)}>
      <option value="">{asks}</option>
      {tables.map((table) => (
        <Fragment key={table}>
          <optgroup label={table === "child" ? says.ofChild : book.one(table)}>
            {fields
              .filter((field) => field.table === table || (table === "child" && field.table === "patient"))
              .map(({ id, label }) => (
                <option key={id} value={id}>
                  {label[language]}
                </option>
              ))}
          </optgroup>
        </Fragment>
      ))}
    </select>
  );
}
