/** What a spreadsheet would run as a formula, or take for more than one cell; the wide forms too, which some run likewise. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/**
 * A text that no spreadsheet runs: an apostrophe stands before `=`, `+`, `-`, `@`, a tab or a line break at its start, and
 * behind a semicolon, where spreadsheets of many countries begin a cell. One more stands before apostrophes that are there, so
 * that `unguarded` gives every text back.
 */
export const guarded = (text: string): string =>
  text
    .split(";")
    .map((part) => (FORMULA.test(part) ? `'${part}` : part))
    .join(";");

/** The text that was guarded. */
export const unguarded = (text: string): string =>
  text
    .split(";")
    .map((part) => (part.startsWith("'") && FORMULA.test(part) ? part.slice(1) : part))
    .join(";");
