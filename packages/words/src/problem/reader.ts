import type { Language } from "../language.ts";

/**
 * Who reads a problem, and how what it names is called there. In a form fields have labels and choices stand in a menu; in a file
 * everything is called as it is written there. Whoever knows the codebook makes one (`readerOf` of `@osteon/codebook`).
 */
export interface Reader {
  readonly language: Language;
  /** Whether the problem is of a row that is typed in a form, which has labels and menus and no lines. */
  readonly inForm: boolean;
  /** A field by its column, with its quotation marks where it has a label. */
  field(column: string): string;
  /** A table, or one row of it. */
  table(name: string, count: "one" | "many"): string;
  /** The code of a choice of the field at hand. */
  choice(code: string): string;
  /** A sentence of the codebook, given in English. */
  sentence(english: string): string;
}

/** Who reads the English of a file, and knows no codebook: the text that travels beside the code. */
export const PLAIN: Reader = {
  language: "en",
  inForm: false,
  field: (column) => column,
  table: (name) => name,
  choice: (code) => code,
  sentence: (english) => english,
};
