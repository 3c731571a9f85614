import { isoDate } from "../calendar-day.ts";
import { parsePartialDate } from "../partial-date.ts";
import { monthNamed } from "./month-names.ts";
import { askedText, type Notation } from "./notation.ts";

type Order = readonly number[];

interface Shape {
  readonly shape: RegExp;
  /** Which group is year, month and day. */
  readonly order: Order;
}

const STROKES = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/;
const DAY_FIRST: Order = [3, 2, 1];
const MONTH_FIRST: Order = [3, 1, 2];

/** A time of day without a zone is left out; a day with a zone is another day elsewhere. */
const SHAPES: readonly Shape[] = [
  { shape: /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/, order: DAY_FIRST },
  { shape: /^(\d{1,2})[./](\d{4})$/, order: [2, 1] },
  { shape: /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)?$/, order: [1, 2, 3] },
  { shape: /^(\d{4})[/.-](\d{1,2})$/, order: [1, 2] },
  { shape: /^(\d{4})(\d{2})(\d{2})$/, order: [1, 2, 3] },
];

/** 3.2.24 and 3/2/24, of forms alone. */
const SHORT = /^(\d{1,2})(?:\.\s?(\d{1,2})\.\s?|([/-])(\d{1,2})\3)(\d{2})$/;
/** Of two digits up to this one the year is in this century, as POSIX's `strptime` has it: 68 is 2068, 69 is 1969. */
const LAST_SHORT = 68;

/** `3 Feb 2024`, `3. Februar 2024`, `Feb 3, 2024`, `Feb 2024`, `3-Feb-2024`; never `Feb 24`, which is a month or a day. */
const NAMED =
  /^(?:(\d{1,2})(?:st|nd|rd|th)?[.\s-]\s?)?(\p{L}{3,9})\.?(?:[\s-](\d{1,2})(?:st|nd|rd|th)?,?)?[\s,-]\s?(\d{4})$/u;

const IN_A_ZONE = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)? ?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})$/;

/** Whether a text is a moment, told by the clock of some zone. */
export const isInAZone = (text: string): boolean => IN_A_ZONE.test(text);

/** Whether a text has the shape of a date in a notation that is in use, be there such a day or not. */
export function looksLikeDate(text: string): boolean {
  return (
    STROKES.test(text) || isInAZone(text) || named(text) !== undefined || SHAPES.some(({ shape }) => shape.test(text))
  );
}

/** The ISO dates that a text can mean: 17.05.2009 one, 5/6/2009 two where nobody says which comes first, 31.02.2009 none. */
export function dateReadings(text: string, strokes: Notation["strokes"], shortYears?: true): readonly string[] {
  const { bare, asked } = askedText(text);
  const long = shortYears || asked ? withLongYear(bare) : bare;
  const readings = [...new Set(isoDates(long, asked ? "asked" : strokes))];
  const real = readings.filter((reading) => parsePartialDate(reading) !== undefined);
  return asked && real.length < 2 ? [] : real;
}

function isoDates(text: string, strokes: Notation["strokes"]): readonly string[] {
  if (parsePartialDate(text) !== undefined) return [text];
  const zoned = IN_A_ZONE.exec(text);
  if (zoned !== null) return daysAround(zoned[1] ?? "", Number(zoned[2]));
  const stroked = STROKES.exec(text);
  if (stroked !== null) {
    const orders = { "day-first": [DAY_FIRST], "month-first": [MONTH_FIRST], asked: [DAY_FIRST, MONTH_FIRST] };
    return orders[strokes].map((order) => inOrder(stroked, order));
  }
  const byName = named(text);
  if (byName !== undefined) return [byName];
  const found = SHAPES.find(({ shape }) => shape.test(text));
  return found === undefined ? [] : [inOrder(found.shape.exec(text) ?? [], found.order)];
}

function withLongYear(text: string): string {
  const [, first, second, stroke, other, year] = SHORT.exec(text) ?? [];
  if (year === undefined) return text;
  const long = `${Number(year) <= LAST_SHORT ? "20" : "19"}${year}`;
  return stroke === undefined ? `${first}.${second}.${long}` : `${first}${stroke}${other}${stroke}${long}`;
}

/** The ISO date of a text that names its month; nothing where it does not, or has a day on either side of it. */
function named(text: string): string | undefined {
  const [, before, word = "", after, year] = NAMED.exec(text) ?? [];
  const month = monthNamed(word);
  if (month === undefined || (before !== undefined && after !== undefined)) return undefined;
  const day = before ?? after;
  const parts = [year, String(month), ...(day === undefined ? [] : [day])];
  return parts.map((part) => part?.padStart(2, "0")).join("-");
}

const inOrder = (groups: readonly string[], order: Order): string =>
  order.map((group) => groups[group]?.padStart(2, "0")).join("-");

/** Clocks of the earth differ by up to fourteen hours from that of a zone: the day it was where the child was seen is one of two. */
function daysAround(day: string, hour: number): readonly string[] {
  const first = parsePartialDate(day)?.first;
  if (first === undefined) return [];
  return hour < 10 ? [isoDate(first - 1), day] : [day, isoDate(first + 1)];
}
