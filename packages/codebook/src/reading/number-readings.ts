import type { FieldType } from "../field.ts";
import { askedText, type Notation } from "./notation.ts";

export type NumberType = Extract<FieldType, { readonly kind: "integer" | "decimal" }>;

/** A number as the codebook writes it. */
export const PLAIN = /^-?\d+(?:\.(\d+))?$/;

const MINUS = /^[-\u2010\u2011\u2012\u2013\u2212\uff0d]\s?/;
const SCIENTIFIC = /^(\d+|\d*[.,]\d+)[eE]([+-]?\d{1,2})$/;
const ONE_SIGN = /^(\d*)([.,])(\d*)$/;
const FIRST_GROUP = /^[1-9]\d{0,2}$/;
/** Groups of three between points, commas, or one kind of space or apostrophe; another sign is then decimal. */
const GROUPED = [
  /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/,
  /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/,
  /^[1-9]\d{0,2}([ \u00a0\u2007\u2009\u202f'\u2019])\d{3}(?:\1\d{3})*(?:[.,]\d+)?$/,
] as const;

/**
 * The numbers, as the codebook writes them, that a text can mean where the decimal sign is known: one, or two where the
 * other sign may stand between thousands (`1.234` with decimal commas), or none. Digits stay as they were written.
 */
export function numberReadings(text: string, decimal: Notation["decimal"]): readonly string[] {
  const { bare, asked } = askedText(text);
  const minus = MINUS.exec(bare)?.[0];
  const size = minus === undefined ? bare.replace(/^\+/, "") : bare.slice(minus.length);
  const readings = sizes(size, decimal, asked);
  if (asked && readings.length < 2) return [];
  return minus === undefined ? readings : readings.map((reading) => `-${reading}`);
}

function sizes(text: string, decimal: Notation["decimal"], asked: boolean): readonly string[] {
  if (/^\d+$/.test(text)) return [text];
  const scientific = SCIENTIFIC.exec(text);
  if (scientific !== null) return shifted(scientific[1] ?? "", Number(scientific[2]));
  const one = ONE_SIGN.exec(text);
  if (one === null) return GROUPED.some((shape) => shape.test(text)) ? [withoutGroups(text)] : [];
  const [, whole = "", sign, fraction = ""] = one;
  if (whole === "" && fraction === "") return [];
  const asDecimal = fraction === "" ? whole : `${whole || "0"}.${fraction}`;
  const isGroup = FIRST_GROUP.test(whole) && fraction.length === 3;
  const isDecimalSign = sign === (decimal === "comma" ? "," : ".");
  return isGroup && (asked || !isDecimalSign) ? [asDecimal, `${whole}${fraction}`] : [asDecimal];
}

/** The last sign is decimal if it stands but once and is not that of the groups. */
function withoutGroups(text: string): string {
  const signs = text.replace(/\d/g, "");
  const last = signs.at(-1) ?? "";
  const isDecimal = signs.length > 1 && signs[0] !== last;
  const place = isDecimal ? text.lastIndexOf(last) : text.length;
  const whole = text.slice(0, place).replace(/\D/g, "");
  return isDecimal ? `${whole}.${text.slice(place + 1)}` : whole;
}

/** Any number that a chart can hold has fewer digits; more is no slip but an attack. */
const FARTHEST = 15;

/** `1.5` and 3 as 1500, letter by letter, so that nothing is rounded. */
function shifted(mantissa: string, exponent: number): readonly string[] {
  if (Math.abs(exponent) > FARTHEST || mantissa.length > 2 * FARTHEST) return [];
  const [whole = "", fraction = ""] = mantissa.split(/[.,]/);
  const point = whole.length + exponent;
  const digits = `${"0".repeat(Math.max(0, 1 - point))}${whole}${fraction}`;
  const at = Math.max(1, point);
  const before = digits
    .slice(0, at)
    .padEnd(at, "0")
    .replace(/^0+(?=\d)/, "");
  const after = digits.slice(at);
  return [after === "" ? before : `${before}.${after}`];
}

/** The readings that a field can hold; where it can hold none, all of them, so that the checks can say what is wrong. */
export function meantNumbers(type: NumberType, text: string, decimal: Notation["decimal"]): readonly string[] {
  const readings = numberReadings(text, decimal);
  const held = readings.length > 1 ? readings.filter((reading) => canHold(type, reading)) : [];
  return held.length > 0 ? held : readings;
}

function canHold(type: NumberType, reading: string): boolean {
  const [least, most] = type.limits.possible;
  const value = Number(reading);
  if (value < least || value > most) return false;
  const fraction = PLAIN.exec(reading)?.[1];
  return type.kind === "integer" ? fraction === undefined : (fraction ?? "").replace(/0+$/, "").length <= type.decimals;
}

/** A number of the codebook as a source of this notation writes it. */
export const numberIn = (number: string, { decimal }: Notation): string =>
  decimal === "comma" && PLAIN.test(number) ? number.replace(".", ",") : number;
