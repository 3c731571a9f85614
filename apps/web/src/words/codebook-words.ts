import { CODEBOOK, type Field, fieldLabel, GERMAN_BOOK, MISSING_REASONS, TABLE_LABELS } from "@osteon/codebook";
import { type Format, formatFor, type Language } from "@osteon/words";
import { useMemo } from "react";
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

const FIELDS = new Map<string, Field>(
  CODEBOOK.flatMap(({ name, fields }) => fields.map((field) => [`${name}.${field.name}`, field] as const)),
);

const YES_NO: Readonly<Record<string, readonly [string, string]>> = { yes: ["Yes", "Ja"], no: ["No", "Nein"] };

export function bookFor(language: Language): Book {
  const at = language === "de" ? 1 : 0;
  const format = formatFor(language);
  const sentence = (english: string): string => (at === 1 ? (GERMAN_BOOK[english] ?? english) : english);
  return Object.assign(sentence, {
    label: (table: string, field: string) => fieldLabel(table, field)?.[at] ?? field,
    one: (table: string) => TABLE_LABELS[table]?.one[at] ?? table,
    many: (table: string) => TABLE_LABELS[table]?.many[at] ?? table,
    cell: (table: string, field: string, cell: string) =>
      cellWords(FIELDS.get(`${table}.${field}`), cell, sentence, format, at),
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
  return useMemo(() => bookFor(language), [language]);
}
