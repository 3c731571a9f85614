import { type Codebook, type Field, fieldLabel, GERMAN_BOOK, MISSING_REASONS, TABLE_LABELS } from "@osteon/codebook";
import { type Format, formatFor, type Language } from "@osteon/words";
import { useMemo } from "react";
import { registryBook, useRegistryBook } from "../book/registry-book.ts";
import { useLanguage } from "./words.ts";

/** The codebook in the language of the page. */
export interface Book {
  /** A sentence of the codebook. */
  (english: string): string;
  /** The short name of a field, such as `CRP` or `Visited on`. */
  label(table: string, field: string): string;
  one(table: string): string;
  many(table: string): string;
  /** A cell as a person reads it: the words of a choice, the date in the language, why there is none. */
  cell(table: string, field: string, cell: string): string;
}

const fieldsOf = ({ tables }: Codebook): ReadonlyMap<string, Field> =>
  new Map(tables.flatMap(({ name, fields }) => fields.map((field) => [`${name}.${field.name}`, field] as const)));

/** The German of what a registry added to the codebook: its fields, their choices, the entries of its lists. */
const germanOf = ({ tables }: Codebook): ReadonlyMap<string, string> =>
  new Map(
    tables.flatMap(({ fields }) =>
      fields.flatMap((field) =>
        [field, ...(field.type.kind === "choice" ? field.type.choices : [])].flatMap(({ says, german }) =>
          german === undefined ? [] : [[says, german] as const],
        ),
      ),
    ),
  );

const YES_NO: Readonly<Record<string, readonly [string, string]>> = { yes: ["Yes", "Ja"], no: ["No", "Nein"] };

const books = new WeakMap<Codebook, Map<Language, Book>>();

/** The book of a codebook in a language; the same object for every asker, as each box of a form asks. */
export function bookFor(language: Language, codebook: Codebook = registryBook()): Book {
  const ofBook = books.get(codebook) ?? new Map<Language, Book>();
  books.set(codebook, ofBook);
  const book = ofBook.get(language) ?? newBook(language, codebook);
  ofBook.set(language, book);
  return book;
}

function newBook(language: Language, codebook: Codebook): Book {
  const at = language === "de" ? 1 : 0;
  const format = formatFor(language);
  const [fields, german] = [fieldsOf(codebook), germanOf(codebook)];
  const sentence = (english: string): string =>
    at === 1 ? (GERMAN_BOOK[english] ?? german.get(english) ?? english) : english;
  return Object.assign(sentence, {
    label: (table: string, field: string) => fieldLabel(table, field, codebook.tables)?.[at] ?? field,
    one: (table: string) => TABLE_LABELS[table]?.one[at] ?? table,
    many: (table: string) => TABLE_LABELS[table]?.many[at] ?? table,
    cell: (table: string, field: string, cell: string) =>
      cellWords(fields.get(`${table}.${field}`), cell, sentence, format, at),
  });
}

function cellWords(
  field: Field | undefined,
  cell: string,
  sentence: (english: string) => string,
  format: Format,
  at: 0 | 1,
): string {
  const missing = MISSING_REASONS.find(({ token }) => token !== "" && token === cell);
  if (missing !== undefined) return sentence(missing.says).split(":")[0] ?? cell;
  switch (field?.type.kind) {
    case "choice":
      return sentence(field.type.choices.find(({ code }) => code === cell)?.says ?? cell);
    case "yes-no":
      return YES_NO[cell]?.[at] ?? cell;
    case "date":
    case "partial-date":
      return format.date(cell);
    case "decimal":
    case "integer":
      return format.decimal(cell);
    default:
      return cell;
  }
}

/** The codebook in the language of the page. */
export function useBook(): Book {
  const language = useLanguage();
  const codebook = useRegistryBook();
  return useMemo(() => bookFor(language, codebook), [language, codebook]);
}
