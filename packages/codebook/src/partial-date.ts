import { daysInMonth, type EpochDay, epochDay } from "./calendar-day.ts";

/** A date as the chart states it: `2009`, `2009-05` or `2009-05-17`. It stays so until a freeze resolves it. */
export interface PartialDate {
  readonly text: string;
  readonly precision: "year" | "month" | "day";
  /** Earliest and latest day that the text can mean. */
  readonly first: EpochDay;
  readonly last: EpochDay;
}

/** How a freeze turns a partial date into a day; recorded in its manifest. */
export type ResolutionPolicy = "middle" | "earliest" | "latest";

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Reads a partial date; `undefined` where the text is none or names no day of the calendar. */
export function parsePartialDate(text: string): PartialDate | undefined {
  const parts = SHAPE.exec(text);
  if (parts === null) return undefined;
  const year = Number(parts[1]);
  if (parts[2] === undefined) return range(text, "year", epochDay(year, 1, 1), epochDay(year, 12, 31));
  const month = Number(parts[2]);
  if (month < 1 || month > 12) return undefined;
  if (parts[3] === undefined) {
    return range(text, "month", epochDay(year, month, 1), epochDay(year, month, daysInMonth(year, month)));
  }
  const day = epochDay(year, month, Number(parts[3]));
  return range(text, "day", day, day);
}

/** The day that stands for a partial date. `middle` of a month is its 15th, of a year its 1st of July. */
export function resolvePartialDate(date: PartialDate, policy: ResolutionPolicy): EpochDay {
  if (policy === "earliest") return date.first;
  if (policy === "latest") return date.last;
  if (date.precision === "day") return date.first;
  return date.precision === "month" ? date.first + 14 : date.first + 181;
}

function range(
  text: string,
  precision: PartialDate["precision"],
  first: EpochDay | undefined,
  last: EpochDay | undefined,
): PartialDate | undefined {
  return first === undefined || last === undefined ? undefined : { text, precision, first, last };
}
