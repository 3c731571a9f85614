import type { Fault } from "@osteon/words";
import { isoDate } from "../calendar-day.ts";
import { type PartialDate, parsePartialDate } from "../partial-date.ts";
import { dateReadings, isInAZone, looksLikeDate } from "../reading/date-readings.ts";
import { askedText, CODEBOOK_NOTATION } from "../reading/notation.ts";
import { NO_FAULTS, refused } from "./fault.ts";
import { isOfOurTime, YEARS } from "./read-cell.ts";

type DateKind = "date" | "partial-date";

/** Everything wrong with the cell of a date; a partial date is wrong where the day is needed. */
export function dateFaults(kind: DateKind, cell: string): readonly Fault[] {
  const date = parsePartialDate(cell);
  if (date !== undefined) return isoFaults(kind, date);
  const [only, ...others] = dateReadings(cell, CODEBOOK_NOTATION.strokes);
  if (only === undefined) return [unreadable(kind, cell)];
  if (others.length > 0) return [ambiguous(kind, cell, [only, ...others])];
  const read = parsePartialDate(only);
  return [
    refused("date-format", { cell, kind, found: "other-notation", meant: [only] }),
    ...(read === undefined ? [] : isoFaults(kind, read)),
  ];
}

function isoFaults(kind: DateKind, date: PartialDate): readonly Fault[] {
  if (!isOfOurTime(date)) {
    const [from, to] = YEARS;
    return [refused("impossible-date", { cell: date.text, kind, from, to })];
  }
  const { text, precision } = date;
  if (kind === "partial-date" || precision === "day") return NO_FAULTS;
  return [refused("day-needed", { date: text, precision, like: isoDate(date.first) })];
}

function ambiguous(kind: DateKind, cell: string, meant: readonly string[]): Fault {
  const { bare } = askedText(cell);
  return refused("date-format", { cell: bare, kind, found: isInAZone(bare) ? "other-zone" : "either", meant });
}

function unreadable(kind: DateKind, cell: string): Fault {
  if (looksLikeDate(cell)) return refused("impossible-date", { cell, kind });
  return refused("date-format", { cell, kind, found: "no-date", serial: spreadsheetDay(cell) });
}

/** Spreadsheets count days from 1899-12-30, which is 25569 days before 1970-01-01. */
function spreadsheetDay(cell: string): string | undefined {
  if (!/^[2-6]\d{4}$/.test(cell)) return undefined;
  return isoDate(Number(cell) - 25_569);
}
