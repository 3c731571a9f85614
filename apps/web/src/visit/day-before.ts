import { isoDate, parsePartialDate } from "@osteon/codebook";

/** The day before a day of a chart; a text that is no whole day stays, and the checks speak of it. */
export function dayBefore(day: string): string {
  const date = parsePartialDate(day);
  return date === undefined || date.first !== date.last ? day : isoDate(date.first - 1);
}

/** Whether a cell is a whole day. */
export function isDay(cell: string): boolean {
  const date = parsePartialDate(cell);
  return date !== undefined && date.first === date.last;
}
