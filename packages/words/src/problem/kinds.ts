import { formatFor } from "../format.ts";
import type { Language } from "../language.ts";
import { type Forms, plural } from "../plural.ts";
import type { Kind } from "./kind.ts";
import type { Reader } from "./reader.ts";

const isText = (value: unknown): value is string => typeof value === "string";
const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

const ofText = (kind: string, tell: (value: string, reader: Reader) => string): Kind<string, string> => ({
  kind,
  fits: isText,
  tell,
});

/** Taken over as it is: a name, a pseudonym, a file, a unit of a report. */
export const text = ofText("text", (value) => value);

/** What stands in a cell or was sent, in quotation marks: `"12,5 mg"`, `„12,5 mg“`. */
export const inQuotes = (value: string, language: Language): string =>
  language === "de" ? `„${value}“` : JSON.stringify(value);

/** The same as a value. */
export const quoted = ofText("quoted", (value, { language }) => inQuotes(value, language));

const WHOLE_OR_PARTIAL = /^\d{4}-\d{2}(?:-\d{2})?$/;
const NUMERAL = /^-?\d+(?:\.\d+)?$/;

/** A day or a part of it; as it is written in an English file, else as the reader writes days. */
export const day = ofText("day", (value, { language, inForm }) =>
  language === "en" && !inForm ? value : formatFor(language).longDate(value),
);

/** A day that is to be written: in a file as the codebook writes it, in any language. */
export const writtenDay = ofText("day", (value, { language, inForm }) =>
  inForm ? formatFor(language).longDate(value) : value,
);

/** A number as digits, `1.50`, with the decimal sign of the reader. */
export const numeral = ofText("numeral", (value, { language }) => formatFor(language).decimal(value));

/** A number, all of its digits, with the decimal sign of the reader. */
export const number: Kind<number, string> = {
  kind: "number",
  fits: isNumber,
  tell: (value, { language }) => formatFor(language).decimal(String(value)),
};

/** So many of something: `lines({ one: "line", other: "lines" })` is `3 lines`, and `lines()` is `3`. */
export type Counted = (forms?: Forms) => string;

/** How many; told together with the form of the word that goes with it. */
export const count: Kind<number, Counted> = {
  kind: "count",
  fits: (value): value is number => isNumber(value) && Number.isInteger(value) && value >= 0,
  tell:
    (value, { language }) =>
    (forms) =>
      forms === undefined ? String(value) : `${value} ${plural(value, forms, language)}`,
};

/** A field by its column. */
export const field = ofText("field", (column, reader) => reader.field(column));

/** The code of a choice of the field at hand: in a form its words. */
export const choice = ofText("choice", (code, reader) => reader.choice(code));

/** What a cell holds: a day, a number, a choice, or a text. */
export const cell = ofText("cell", (value, reader) => {
  if (WHOLE_OR_PARTIAL.test(value)) return day.tell(value, reader);
  return NUMERAL.test(value) ? numeral.tell(value, reader) : reader.choice(value);
});

/** A sentence or the words of a choice, as the codebook has them in English. */
export const sentence = ofText("sentence", (english, reader) => reader.sentence(english));

/** One row of a table, as a word: “Visit”. */
export const table = ofText("table", (name, reader) => reader.table(name, "one"));

/** A file by its name, or the table itself where the row is typed in a form. */
export const file = ofText("file", (name, reader) => reader.table(name, "many"));

/** Unit of the codebook (UCUM); people write `Cel` as °C. */
export const unit = ofText("unit", (value, { language, inForm }) =>
  value === "Cel" && (language === "de" || inForm) ? "°C" : value,
);

/** A row of a table by both, `visit V1`. */
export interface NamedRow {
  readonly table: string;
  readonly key: string;
}

export const row: Kind<NamedRow, string> = {
  kind: "row",
  fits: (value): value is NamedRow =>
    typeof value === "object" &&
    value !== null &&
    "table" in value &&
    "key" in value &&
    isText(value.table) &&
    isText(value.key),
  tell: ({ table: name, key }, reader) => `${reader.table(name, "one")} ${key}`,
};

/** Yes or no, for a sentence that says one thing or the other. */
export const flag: Kind<boolean, boolean> = {
  kind: "flag",
  fits: (value) => typeof value === "boolean",
  tell: (value) => value,
};

/** One of these words, for a sentence with a part for each. */
export const oneOf = <const Word extends string>(...words: readonly Word[]): Kind<Word, Word> => ({
  kind: "oneOf",
  words,
  fits: (value): value is Word => words.some((word) => word === value),
  tell: (value) => value,
});

const listOf = <Value>(
  kind: string,
  of: Kind<Value, string>,
  join: (told: readonly string[], reader: Reader) => string,
): Kind<readonly Value[], string> => ({
  kind,
  of,
  fits: (value): value is readonly Value[] => Array.isArray(value) && value.every((one) => of.fits(one)),
  tell: (values, reader) =>
    join(
      values.map((one) => of.tell(one, reader)),
      reader,
    ),
});

/** Several with commas between, `a, b, c`. */
export const several = <Value>(of: Kind<Value, string>) => listOf("several", of, (told) => told.join(", "));

const OR = { en: " or ", de: " oder " };

/** Any of several, `a or b`. */
export const anyOf = <Value>(of: Kind<Value, string>) =>
  listOf("anyOf", of, (told, { language }) => told.join(OR[language]));

/** A value that may be absent. */
export const optional = <Value, Told>(of: Kind<Value, Told>): Kind<Value | undefined, Told | undefined> => ({
  kind: "optional",
  of,
  fits: (value): value is Value | undefined => value === undefined || of.fits(value),
  tell: (value, reader) => (value === undefined ? undefined : of.tell(value, reader)),
});
