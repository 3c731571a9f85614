import { Damaged } from "./damaged.ts";
import type { NumberFormat } from "./number-format.ts";
import { GENERAL } from "./number-format.ts";
import type { WorkbookFrame } from "./workbook-frame.ts";

/** What a cell of a workbook is, where it is no text. */
export type CellMark =
  | { readonly is: "number"; readonly format: NumberFormat }
  /** A whole day, as 2009-05-17; its format may show less. */
  | { readonly is: "date"; readonly format: NumberFormat }
  | { readonly is: "truth" }
  | { readonly is: "error" }
  /** A formula whose result the file does not hold. */
  | { readonly is: "formula" };

/** A cell in words, and what it is beyond them. */
export interface MarkedText {
  readonly text: string;
  readonly mark?: CellMark;
}

/** A cell as the file holds it. */
export interface RawCell {
  readonly value: string;
  /** Whether the file holds a value at all, be it empty. */
  readonly hasValue: boolean;
  /** Nothing where there is none. */
  readonly formula: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
}

const LONG_NUMBER = /^-?\d+\.\d{12,}$/;
const DAY = 86_400_000;
/** The day before day 1 of a spreadsheet, with the day that 1900 had too much. */
const FROM_1900 = Date.UTC(1899, 11, 30);
/** Up to here spreadsheets have counted no 29 February 1900, which there was not. */
const FIRST_OF_MARCH = 61;
const FROM_1904 = Date.UTC(1904, 0, 1);
const TRUTH = { is: "truth" } as const;
const ERROR = { is: "error" } as const;
const FORMULA = { is: "formula" } as const;
const LONGEST_FORMULA = 60;

/** A cell in words: dates as year-month-day, numbers as in the file without the noise of binary fractions. */
export function markedText({ value, hasValue, formula, attributes }: RawCell, frame: WorkbookFrame): MarkedText {
  const { t: type = "n", s: style = "0" } = attributes;
  if (formula !== undefined && (type === "str" ? !hasValue : value === ""))
    return { text: `=${formula.slice(0, LONGEST_FORMULA)}`, mark: FORMULA };
  if (type === "s") return { text: value.trim() === "" ? "" : plainLetters(textOf(value, frame)) };
  if (type === "b" && value !== "") return { text: /^(1|true)$/i.test(value) ? "TRUE" : "FALSE", mark: TRUTH };
  if (type === "e") return { text: value, mark: ERROR };
  if (type !== "n" && type !== "d") return { text: plainLetters(value) };
  const number = value.trim();
  if (number === "") return { text: "" };
  // Without formats 45 % would be 0.45, and every date a number.
  if (frame.lostFormats !== undefined && Number(style) !== 0) throw new Damaged("lacks", frame.lostFormats);
  const format = frame.formats.get(Number(style)) ?? GENERAL;
  const date = type === "d" ? number.slice(0, 10) : dayOf(number, format, frame.from1904);
  if (date !== undefined) return { text: date, mark: { is: "date", format } };
  return { text: withoutNoise(number), mark: { is: "number", format } };
}

/** A text that is lost is no blank: nobody knows what else is. */
function textOf(number: string, { texts, textsPart }: WorkbookFrame): string {
  const text = texts[Number(number)];
  if (text === undefined) throw new Damaged("lacks", textsPart);
  return text;
}

function dayOf(number: string, { shows }: NumberFormat, from1904: boolean): string | undefined {
  if (shows === "number" || shows === "percent") return undefined;
  const count = Math.floor(Number(number));
  const before = !from1904 && count > 0 && count < FIRST_OF_MARCH ? 1 : 0;
  const day = new Date((from1904 ? FROM_1904 : FROM_1900) + (count + before) * DAY);
  return Number.isNaN(day.getTime()) ? undefined : day.toISOString().slice(0, 10);
}

const withoutNoise = (number: string): string =>
  LONG_NUMBER.test(number) || /^-?\d(\.\d+)?e[+-]?\d+$/i.test(number)
    ? String(Number(Number(number).toPrecision(15)))
    : number;

const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

/** Letters that XML cannot hold stand in a workbook as `_x0007_`. */
const plainLetters = (text: string): string =>
  text.includes("_x")
    ? text.replaceAll(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

/** The other way: what XML cannot hold, what would be read as such an escape, and words that the writer loses (`valueOf`). */
export const escapedLetters = (text: string): string => {
  if (text in Object.prototype) return `_x${text.charCodeAt(0).toString(16).padStart(4, "0")}_${text.slice(1)}`;
  let escaped = "";
  for (const letter of text.replaceAll(ESCAPED, (whole) => `_x005F${whole}`)) {
    const code = letter.charCodeAt(0);
    const held = code >= 32 ? code !== 0xfffe && code !== 0xffff : code === 9 || code === 10;
    escaped += held ? letter : `_x${code.toString(16).toUpperCase().padStart(4, "0")}_`;
  }
  return escaped;
};
