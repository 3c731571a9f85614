/** Whole days since 1970-01-01 in the proleptic Gregorian calendar; no time of day and no time zone exist in Osteon. */
export type EpochDay = number;

/** Mean Gregorian lengths used for every conversion between days and months or years (UCUM `mo` and `a`). */
export const DAYS_PER_MONTH = 30.4375;
export const DAYS_PER_YEAR = 365.25;

const MS_PER_DAY = 86_400_000;

/** The day number of a calendar date, or `undefined` where there is no such date (2009-02-30). */
export function epochDay(year: number, month: number, day: number): EpochDay | undefined {
  const ms = Date.UTC(year, month - 1, day);
  const back = new Date(ms);
  const same = back.getUTCFullYear() === year && back.getUTCMonth() === month - 1 && back.getUTCDate() === day;
  return same ? ms / MS_PER_DAY : undefined;
}

/** The ISO date (`2009-05-17`) of a day number. */
export function isoDate(day: EpochDay): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Last day of a month, 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
