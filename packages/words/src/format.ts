import { type Language, LOCALES } from "./language.ts";
import { madeOnce } from "./made-once.ts";

/** How a person reads dates and numbers. */
export interface Format {
  /** A whole or partial date of a chart: `2009`, `2009-05`, `2009-05-17`; anything else as it is. */
  date(iso: string | null | undefined): string;
  /** The same with the month in full, as one reads back what was typed. */
  longDate(iso: string): string;
  /** A moment, in the time zone that the device had when the first one was asked for. */
  dateTime(iso: string): string;
  number(value: number, decimals?: number): string;
  /** A part of one, as per cent. */
  percent(part: number, decimals?: number): string;
  /** A decimal as it stands in a chart, `4.5`, with the comma of the language. */
  decimal(cell: string): string;
}

const dates = (month: "short" | "long"): Readonly<Record<number, Intl.DateTimeFormatOptions>> => ({
  4: { year: "numeric" },
  7: { year: "numeric", month },
  10: { year: "numeric", month, day: "numeric" },
});

/** Dates, moments and numbers in the manner of a language; each formatter is made when it is first asked for, and kept. */
export const formatFor = madeOnce((language: Language): Format => {
  const locale = LOCALES[language];
  const dateWith = (month: "short" | "long") => {
    const ofLength = madeOnce(
      (length: number) => new Intl.DateTimeFormat(locale, { ...dates(month)[length], timeZone: "UTC" }),
    );
    return (iso: string | null | undefined): string => {
      if (iso === null || iso === undefined || !/^\d{4}(-\d{2}){0,2}$/.test(iso)) return iso ?? "";
      return ofLength(iso.length).format(new Date(`${iso}${"-01-01".slice(0, 10 - iso.length)}T00:00:00Z`));
    };
  };
  let moments: Intl.DateTimeFormat | undefined;
  const numbers = madeOnce(
    (decimals: number) =>
      new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
  );
  const number = (value: number, decimals = 0): string => numbers(decimals).format(value);
  return {
    date: dateWith("short"),
    longDate: dateWith("long"),
    dateTime: (iso) => {
      moments ??= new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
      return moments.format(new Date(iso));
    },
    number,
    percent: (part, decimals = 0) => `${number(part * 100, decimals)} %`,
    decimal: (cell) => (language === "de" && /^-?\d+\.\d+$/.test(cell) ? cell.replace(".", ",") : cell),
  };
});
