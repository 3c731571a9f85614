import { type EpochDay, isoDate } from "@osteon/codebook";

const MONDAY = 4;

/** The day of a plan on the calendar: children are seen and treated on weekdays, so Saturday becomes Friday and Sunday Monday. */
export function chartDay(diagnosed: EpochDay, day: number): EpochDay {
  const planned = diagnosed + day;
  const weekday = (((planned - MONDAY) % 7) + 7) % 7;
  if (weekday === 5) return planned - 1;
  return weekday === 6 ? planned + 1 : planned;
}

export const chartDate = (diagnosed: EpochDay, day: number): string => isoDate(chartDay(diagnosed, day));

/** A date as exactly as the chart knows it. */
export function partialDate(day: EpochDay, precision: "day" | "month" | "year"): string {
  return isoDate(day).slice(0, { day: 10, month: 7, year: 4 }[precision]);
}

export const NOT_DONE = "not done";
export const UNKNOWN = "unknown";
export const NOT_APPLICABLE = "not applicable";

export const yesNo = (value: boolean): string => (value ? "yes" : "no");
