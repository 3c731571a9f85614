/** What is wrong with a cell, but for its place. */
export interface Unread {
  readonly code: string;
  readonly says: string;
  readonly fix: string;
}

const unread = (code: string, says: string, fix: string): Unread => ({ code, says, fix });

const AS_TEXT = "Format the cell as text and write it anew.";

export const errorCell = (error: string): Unread =>
  unread(
    "error-cell",
    `The cell shows the error ${error}, not a value.`,
    "Mend its formula, or write the value; `unknown` or `not done` if there is none.",
  );

export const formulaWithoutValue = (formula: string): Unread =>
  unread(
    "formula-without-value",
    `The cell holds the formula ${formula} and no result: the program that wrote the file did not calculate it.`,
    "Open the file in a spreadsheet and save it, or write the value in place of the formula.",
  );

export const partOfDate = (): Unread =>
  unread(
    "part-of-date",
    "The cell shows a time, or a date without its year.",
    "Write the whole date as text, like 2009-05-17.",
  );

export const daysAsText = (day: string): Unread =>
  unread(
    "date-for-text",
    `The spreadsheet took the cell for the date ${day}, and here stands a text or a number.`,
    "Look up what was meant (7-8 becomes a date by itself). Format the cell as text and write it anew.",
  );

export const unsureNumber = (format: string): Unread =>
  unread(
    "unsure-name",
    `The cell holds a number under the format ${format}; what it shows as a name cannot be told.`,
    AS_TEXT,
  );

/** `hasUnit`: the row says its unit, which could be per cent. */
export const shareOfHundred = (shown: string, hasUnit: boolean): Unread =>
  hasUnit
    ? unread(
        "percent-cell",
        `The cell shows ${shown} %, and the unit of its row is not %.`,
        "If it is per cent, write % as unit; else format the cell as a number and look the value up.",
      )
    : unread(
        "percent-cell",
        `The cell shows ${shown} %, and the field is no percentage.`,
        "Format the cell as a number and look the value up.",
      );
