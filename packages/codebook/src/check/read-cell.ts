import type { ChartRow } from "../charts.ts";
import { missingReasonOf } from "../missing-reason.ts";
import { type PartialDate, parsePartialDate } from "../partial-date.ts";
import { dateReadings } from "../reading/date-readings.ts";
import { CODEBOOK_NOTATION } from "../reading/notation.ts";
import { numberReadings, PLAIN } from "../reading/number-readings.ts";

/** A cell without the space around it, which has a problem of its own. */
export function cellOf(cells: ChartRow, name: string): string {
  return (cells[name] ?? "").trim();
}

/** The value of a cell; `undefined` where it is blank or states why there is none. */
export function statedValue(cells: ChartRow, name: string): string | undefined {
  const cell = cellOf(cells, name);
  return missingReasonOf(cell) === undefined ? cell : undefined;
}

/** Years between which a date of a chart is believed. */
export const YEARS = [1900, 2100] as const;

/** The number a cell means, another notation forgiven, so that its other problems show at once; `undefined` where it means none, or one of two. */
export function numberOf(cells: ChartRow, name: string): number | undefined {
  const cell = cellOf(cells, name);
  if (PLAIN.test(cell)) return Number(cell);
  const [only, ...others] = numberReadings(cell, CODEBOOK_NOTATION.decimal);
  return only === undefined || others.length > 0 ? undefined : Number(only);
}

/** Whether the year of a date is one that a chart can speak of: 0209 is a slip. */
export function isOfOurTime({ text }: PartialDate): boolean {
  const year = Number(text.slice(0, 4));
  return year >= YEARS[0] && year <= YEARS[1];
}

/** The date a cell means, a foreign notation forgiven where it can mean one day only. */
export function dateOf(cells: ChartRow, name: string): PartialDate | undefined {
  const cell = cellOf(cells, name);
  if (cell === "") return undefined;
  const date = parsePartialDate(cell) ?? onlyReading(cell);
  return date !== undefined && isOfOurTime(date) ? date : undefined;
}

function onlyReading(cell: string): PartialDate | undefined {
  const [only, ...others] = dateReadings(cell, CODEBOOK_NOTATION.strokes);
  return only === undefined || others.length > 0 ? undefined : parsePartialDate(only);
}
