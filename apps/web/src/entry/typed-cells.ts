import { cellTyped, type Table, withLimits, wordsOfCell } from "@osteon/codebook";
import type { Language } from "@osteon/words";

/** What stands in the boxes of a form, as it was typed in the language of the page. */
export type Typed = Readonly<Record<string, string>>;

/** The cells that typed words mean. What cannot be read, or in two ways, is no value, and the checks speak of it. */
export function cellsOf({ fields }: Table, typed: Typed, language: Language): Record<string, string> {
  const words = withLimits({ fields }, typed);
  return Object.fromEntries(fields.map((field) => [field.name, cellTyped(field, words[field.name] ?? "", language)]));
}

/** Whether two sets of words, typed in one language, mean the same cells. */
export function sameCells(table: Table, one: Typed, other: Typed, language: Language): boolean {
  const [these, those] = [one, other].map((typed) => cellsOf(table, typed, language));
  return table.fields.every(({ name }) => these?.[name] === those?.[name]);
}

/** The words with which a form begins: what the cells say, in the manner of the language. */
export function typedOf({ fields }: Table, cells: Typed, language: Language): Typed {
  return Object.fromEntries(fields.map((field) => [field.name, wordsOfCell(field, cells[field.name] ?? "", language)]));
}

/** What was typed in one language, as it would be in another. */
export function typedIn(table: Table, typed: Typed, was: Language, language: Language): Typed {
  return was === language ? typed : typedOf(table, cellsOf(table, typed, was), language);
}
