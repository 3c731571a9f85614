/** What each entry of a protocol states: the sentence it implements, and whether the source is silent and we chose. */
export type Stated = {
  readonly says: string;
  /** Where the source says so (section of the paper or of the approved protocol). */
  readonly source?: string;
  /** True where the source is silent; every assumption is listed in the report. */
  readonly assumption?: true;
};

/** Days are relative to the clock's zero; a window includes both ends. */
export type Window = readonly [firstDay: number, lastDay: number];

/** A decimal that models see as a whole number: `scaled(38.5, 10)` is 385 in the column `..._x10`. */
export type Scaled = { readonly value: number; readonly times: number };

/** A day of the calendar, which models see as days since 1970-01-01 in the column `..._epoch_day`. */
export type CalendarDay = { readonly date: string };

/** What a rule can set: a whole number, a decimal, yes or no, a code, a day, a window. */
export type RuleValue = number | boolean | string | Scaled | CalendarDay | Window;

/** A sentence and the values that models read; any names will do. */
export type Rule = Stated & { readonly [name: string]: RuleValue | undefined };

/** A decimal with as many places as `times` has zeros. */
export const scaled = (value: number, times: number): Scaled => ({ value, times });

/** A day of the calendar, as 2008-01-31. */
export const calendarDay = (date: string): CalendarDay => ({ date });
