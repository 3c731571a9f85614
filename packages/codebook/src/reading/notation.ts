/** How a source writes numbers and dates. */
export interface Notation {
  /** The sign before the decimals. */
  readonly decimal: "point" | "comma";
  /** What 05/06/2025 means; `asked` where the source does not tell. Points between day, month and year always put the day first. */
  readonly strokes: "day-first" | "month-first" | "asked";
  /** Whether 3.2.24 is a day of 2024: what a person types is shown back to them in full, a file shows nobody its thousands of cells. */
  readonly shortYears?: true;
}

/** The codebook's own, and that of a form in English: whether the day or the month stands first in English is not known. */
export const CODEBOOK_NOTATION: Notation = { decimal: "point", strokes: "asked" };

/** In German the comma is decimal and the day stands first, always. */
const GERMAN: Notation = { decimal: "comma", strokes: "day-first" };

/** The language of a form, which is that of the page. */
export type FormLanguage = "en" | "de";

export const FORM_NOTATION: Readonly<Record<FormLanguage, Notation>> = {
  en: { ...CODEBOOK_NOTATION, shortYears: true },
  de: { ...GERMAN, shortYears: true },
};

/**
 * How a file writes dates and numbers: as the codebook does; day first with a decimal comma (12.05.2024, 12/05/2024, 4,5), or with
 * a decimal point, as in Britain and Switzerland; or month first (05/12/2024).
 */
export const WRITTEN = ["codebook", "day-first", "day-first-point", "month-first"] as const;
export type Written = (typeof WRITTEN)[number];

export const FILE_NOTATION: Readonly<Record<Written, Notation>> = {
  codebook: CODEBOOK_NOTATION,
  "day-first": GERMAN,
  "day-first-point": { decimal: "point", strokes: "day-first" },
  "month-first": { decimal: "point", strokes: "month-first" },
};

/** Stands behind what can be read in two ways until somebody says which is meant: `1.234?`, `05/06/2025?`. */
const QUESTION = "?";

export const asAsked = (text: string): string => (text.endsWith(QUESTION) ? text : `${text}${QUESTION}`);

/** A text, and whether it was put in question by an earlier reading. */
export const askedText = (text: string): { readonly bare: string; readonly asked: boolean } =>
  text.endsWith(QUESTION) ? { bare: text.slice(0, -1).trimEnd(), asked: true } : { bare: text, asked: false };
