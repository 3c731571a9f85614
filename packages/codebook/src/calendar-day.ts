/** Whole days since 1970-01-01 in the proleptic Gregorian calendar; no time of day and no time zone exist in Osteon. */
export type EpochDay = number;

/** Mean Gregorian lengths used for every conversion between days and months or years (UCUM `mo` and `a`). */
export const DAYS_PER_MONTH = 30.4375;
export const DAYS_PER_YEAR = 365.25;

const MS_PER_DAY = 86_400_000;

/** The day number of a calendar date, or `undefined` where there is no such date (2009-02-30). Charts ask a hundred thousand times: without a Date. */
export function epochDay(year: number, month: number, day: number): EpochDay | undefined {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return undefined;
  if (isShort(year) || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  const ms = Date.UTC(year, month - 1, day);
  return Number.isNaN(ms) ? undefined : ms / MS_PER_DAY;
}

/** JavaScript takes 0 to 99 for a year of the century. */
const isShort = (year: number): boolean => year >= 0 && year < 100;

/** The ISO date (`2009-05-17`) of a day number. */
export function isoDate(day: EpochDay): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Last day of a month, 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (LENGTHS[month - 1] ?? 0);
}
