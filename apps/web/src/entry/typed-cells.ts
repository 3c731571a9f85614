import {
  cellTyped,
  comparatorOf,
  comparatorSign,
  missingReasonOf,
  type Table,
  withLimits,
  wordsOfCell,
  writtenLimit,
} from "@osteon/codebook";
import type { Language } from "@osteon/words";

/** What stands in the boxes of a form, as it was typed in the language of the page. */
export type Typed = Readonly<Record<string, string>>;

/** The cells that typed words mean. What cannot be read, or in two ways, is no value, and the checks speak of it. */
export function cellsOf({ fields }: Table, typed: Typed, language: Language): Record<string, string> {
  const words = withLimits({ fields }, typed);
  return Object.fromEntries(fields.map((field) => [field.name, cellTyped(field, words[field.name] ?? "", language)]));
}

/**
 * The cells to send of them. Of the registry's own fields those alone that the form had: one that was added while it was open is not emptied,
 * and what is sent again after a lost answer is the same letter by letter.
 */
export function cellsToSend(table: Table, typed: Typed, language: Language): Record<string, string> {
  const late = new Set(table.fields.flatMap(({ name, own }) => (own === undefined || name in typed ? [] : [name])));
  return Object.fromEntries(Object.entries(cellsOf(table, typed, language)).filter(([name]) => !late.has(name)));
}

/** Whether two sets of words, typed in one language, mean the same cells. */
export function sameCells(table: Table, one: Typed, other: Typed, language: Language): boolean {
  const [these, those] = [one, other].map((typed) => cellsOf(table, typed, language));
  return table.fields.every(({ name }) => these?.[name] === those?.[name]);
}

/** The words with which a form begins: what the cells say, in the manner of the language; a limit stands before its number, `<0,5`. */
export function typedOf({ fields }: Table, cells: Typed, language: Language): Typed {
  const words = fields.map((field) => [field.name, wordsOfCell(field, cells[field.name] ?? "", language)] as const);
  return withSigns({ fields }, Object.fromEntries(words));
}

/** What was typed in one language, as it would be in another. */
export function typedIn(table: Table, typed: Typed, was: Language, language: Language): Typed {
  return was === language ? withSigns(table, typed) : typedOf(table, cellsOf(table, typed, was), language);
}

/** The words of a form where some cells become others', all other words as they were typed. */
export function typedWith(table: Table, typed: Typed, cells: Typed, language: Language): Typed {
  const words = typedOf(table, { ...cellsOf(table, typed, language), ...cells }, language);
  const touched = table.fields.filter((field) => field.name in cells || (comparatorOf(field) ?? "") in cells);
  const beside = touched.flatMap((field) => comparatorOf(field) ?? []);
  return {
    ...typed,
    ...Object.fromEntries([...touched.map(({ name }) => name), ...beside].map((name) => [name, words[name] ?? ""])),
  };
}

/** The side of a limit as the sign before its number, so that one box holds both; it stays apart where there is no number to stand before. */
function withSigns({ fields }: Pick<Table, "fields">, typed: Typed): Typed {
  let read = typed;
  for (const field of fields) {
    const beside = comparatorOf(field);
    const sign = beside === undefined ? "" : comparatorSign(typed[beside]);
    const words = (typed[field.name] ?? "").trim();
    if (
      beside === undefined ||
      sign === "" ||
      missingReasonOf(words) !== undefined ||
      writtenLimit(words) !== undefined
    )
      continue;
    read = { ...read, [field.name]: `${sign}${words}`, [beside]: "" };
  }
  return read;
}
