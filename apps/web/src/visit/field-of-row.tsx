import type { Chart } from "@osteon/api";
import type { Problem } from "@osteon/codebook";
import { tableNamed } from "../book/registry-book.ts";
import { FormField } from "../entry/form-field.tsx";
import { cellsOf, type Typed } from "../entry/typed-cells.ts";
import type { ValueBefore } from "../entry/value-before.ts";
import { useLanguage } from "../words/words.ts";

interface Parts {
  readonly table: string;
  readonly name: string;
  /** Where on the page the row stands. */
  readonly place: string;
  readonly words: Typed;
  readonly chart: Chart | undefined;
  readonly problems: readonly Problem[];
  readonly before?: ValueBefore | undefined;
  readonly readOnly: boolean;
  readonly onType: (words: string) => void;
}

/** One field of a row of the visit, as the forms of single rows show it. */
export function FieldOfRow({ table, name, place, words, chart, problems, before, readOnly, onType }: Parts) {
  const book = tableNamed(table);
  const field = book.fields.find((one) => one.name === name);
  const cells = cellsOf(book, words, useLanguage());
  if (field === undefined) return null;
  return (
    <div data-place-of={place} className="visit-field">
      <FormField
        {...{ table, field, cells, chart, before, readOnly, onType }}
        typed={words[name] ?? ""}
        problems={problems.filter(({ where }) => where.column === name)}
      />
    </div>
  );
}
