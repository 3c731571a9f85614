import type { Field } from "../field.ts";
import { missingReasonOf } from "../missing-reason.ts";
import { parsePartialDate } from "../partial-date.ts";
import { dateReadings } from "./date-readings.ts";
import { keptCell } from "./kept-cell.ts";
import { asAsked, FORM_NOTATION, type FormLanguage, type Notation } from "./notation.ts";
import { meantNumbers, numberIn } from "./number-readings.ts";

/**
 * The one reader of numbers and dates, for forms, CSV files and workbooks: a cell as the codebook writes it, from the words of a
 * source whose notation is known. What can be read in two ways gets a question mark, so that nobody takes it for one of
 * them; what cannot be read stays. The checks speak of both. Texts, keys and choices are left alone.
 */
export function readCell(field: Field, words: string, notation: Notation): string {
  const text = words.trim();
  const [only, ...others] = readingsOf(field, text, notation);
  if (only === undefined) return words;
  return others.length === 0 ? only : asAsked(text);
}

/** What the words for a number or a date can mean; nothing where the field is neither, or where they say why there is no value. */
export function readingsOf({ type }: Field, text: string, notation: Notation): readonly string[] {
  if (missingReasonOf(text) !== undefined) return [];
  switch (type.kind) {
    case "integer":
    case "decimal":
      return meantNumbers(type, text, notation.decimal);
    case "date":
    case "partial-date":
      return dateReadings(text, notation.strokes, notation.shortYears);
    default:
      return [];
  }
}

/** What is typed into a form, as the cell that is kept of it. */
export const cellTyped = (field: Field, words: string, language: FormLanguage): string =>
  keptCell(field, readCell(field, words.trim(), FORM_NOTATION[language]));

/** The words with which a form begins: a cell in the manner of its language. `cellTyped` of them is the cell again. */
export function wordsOfCell(field: Field, stored: string, language: FormLanguage): string {
  const { type } = field;
  const cell = keptCell(field, stored);
  if (language === "en") return cell;
  if (type.kind === "integer" || type.kind === "decimal") return numberIn(cell, FORM_NOTATION[language]);
  if ((type.kind === "date" || type.kind === "partial-date") && parsePartialDate(cell) !== undefined)
    return cell.split("-").reverse().join(".");
  return cell;
}
