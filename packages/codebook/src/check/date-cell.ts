import { isoDate } from "../calendar-day.ts";
import { type PartialDate, parsePartialDate } from "../partial-date.ts";
import { dateReadings, isInAZone, looksLikeDate } from "../reading/date-readings.ts";
import { askedText, CODEBOOK_NOTATION } from "../reading/notation.ts";
import { type Fault, NO_FAULTS, refused } from "./fault.ts";
import { isOfOurTime, YEARS } from "./read-cell.ts";

const WHAT_TO_WRITE = {
  date: "Write the day as year-month-day, like 2009-05-17.",
  "partial-date": "Write what is known as 2009, 2009-05 or 2009-05-17.",
} as const;

type DateKind = keyof typeof WHAT_TO_WRITE;

/** Everything wrong with the cell of a date; a partial date is wrong where the day is needed. */
export function dateFaults(kind: DateKind, cell: string): readonly Fault[] {
  const date = parsePartialDate(cell);
  if (date !== undefined) return isoFaults(kind, date);
  const [only, ...others] = dateReadings(cell, CODEBOOK_NOTATION.strokes);
  if (only === undefined) return [unreadable(kind, cell)];
  if (others.length > 0) return [ambiguous(cell, [only, ...others])];
  const read = parsePartialDate(only);
  return [
    refused("date-format", `${cell} is not written as year-month-day.`, `Write ${only}.`),
    ...(read === undefined ? [] : isoFaults(kind, read)),
  ];
}

function isoFaults(kind: DateKind, date: PartialDate): readonly Fault[] {
  if (!isOfOurTime(date)) {
    return [
      refused("impossible-date", `The year of ${date.text} lies outside ${YEARS.join(" to ")}.`, "Correct the year."),
    ];
  }
  if (kind === "partial-date" || date.precision === "day") return NO_FAULTS;
  return [
    refused(
      "day-needed",
      `${date.text} is only a ${date.precision}, and here the day is needed.`,
      `Look the day up and write it like ${isoDate(date.first)}; if nobody knows it and the field is not required, write \`unknown\`.`,
    ),
  ];
}

function ambiguous(cell: string, readings: readonly string[]): Fault {
  const { bare } = askedText(cell);
  const because = isInAZone(bare) ? "it is a moment of another time zone" : "day and month cannot be told apart";
  return refused(
    "date-format",
    `${bare} may mean ${readings.join(" or ")}: ${because}.`,
    `Look it up in the chart and write ${readings.join(" or ")}.`,
  );
}

function unreadable(kind: DateKind, cell: string): Fault {
  if (looksLikeDate(cell)) {
    return refused("impossible-date", `The calendar has no ${cell}.`, `Look the date up. ${WHAT_TO_WRITE[kind]}`);
  }
  const serial = spreadsheetDay(cell);
  const hint = serial === undefined ? "" : ` As the day number of a spreadsheet it would mean ${serial}.`;
  return refused("date-format", `${JSON.stringify(cell)} is not a date.`, `${WHAT_TO_WRITE[kind]}${hint}`);
}

/** Spreadsheets count days from 1899-12-30, which is 25569 days before 1970-01-01. */
function spreadsheetDay(cell: string): string | undefined {
  if (!/^[2-6]\d{4}$/.test(cell)) return undefined;
  return isoDate(Number(cell) - 25_569);
}
