import { parsePartialDate } from "../partial-date.ts";

interface Notation {
  readonly shape: RegExp;
  /** Which group is year, month and day; several where the notation is used both ways. */
  readonly orders: readonly (readonly number[])[];
}

const NOTATIONS: readonly Notation[] = [
  { shape: /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/, orders: [[3, 2, 1]] },
  {
    shape: /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/,
    orders: [
      [3, 2, 1],
      [3, 1, 2],
    ],
  },
  { shape: /^(\d{1,2})[./](\d{4})$/, orders: [[2, 1]] },
  { shape: /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ][\d:.]+Z?)?$/, orders: [[1, 2, 3]] },
  { shape: /^(\d{4})[/.-](\d{1,2})$/, orders: [[1, 2]] },
  { shape: /^(\d{4})(\d{2})(\d{2})$/, orders: [[1, 2, 3]] },
];

/** Whether a text has the shape of a date in a notation that is in use, be there such a day or not. */
export function looksLikeDate(text: string): boolean {
  return NOTATIONS.some(({ shape }) => shape.test(text));
}

/** The ISO dates that a text in another notation can mean: 17.05.2009 one, 5/6/2009 two, 31.02.2009 none. */
export function isoReadings(text: string): readonly string[] {
  const notation = NOTATIONS.find(({ shape }) => shape.test(text));
  if (notation === undefined) return [];
  const groups = notation.shape.exec(text) ?? [];
  const readings = notation.orders.map((order) => order.map((group) => groups[group]?.padStart(2, "0")).join("-"));
  return [...new Set(readings)].filter((reading) => parsePartialDate(reading) !== undefined);
}
