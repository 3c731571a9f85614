import type { Field } from "@osteon/codebook";
import type { Book } from "../words/codebook-words.ts";

const UNITS: Readonly<Record<string, string>> = { Cel: "°C", kg: "kg" };

/** What a field is called on a form: `Weight (kg)`. */
export const labelWithUnit = (book: Book, table: string, { name, unit }: Field): string =>
  `${book.label(table, name)}${unit === undefined ? "" : ` (${UNITS[unit] ?? unit})`}`;
