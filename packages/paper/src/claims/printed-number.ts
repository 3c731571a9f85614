import { numberOfWord } from "./number-words.ts";

/** A number with the precision it is printed in. */
export interface PrintedNumber {
  readonly value: number;
  readonly decimals: number;
}

/** How a paper writes numbers: `1,234.5` or `1.234,5`. */
export type Notation = "point" | "comma";

/** A decimal comma is taken where the paper prints more `12,5` than `12.5`; `1,234` alone decides nothing. */
export function notationOf(text: string): Notation {
  const commas = text.match(/(?<![\p{L}\d,])(?:\d{1,3},\d{1,2}|0,\d{3,4})(?![\d,])/gu)?.length ?? 0;
  const points = text.match(/(?<![\p{L}\d.])\d{1,3}\.\d{1,2}(?![\d.])/gu)?.length ?? 0;
  const german = /\b(und|der|die|das|bei|wurden?|ein|eine|hatten|nach|Patienten|Kinder|Jahren?)\b/.test(text);
  return commas > points * 2 && (german || commas > 4) ? "comma" : "point";
}

/** Text in which digits that go on beyond every number of a paper are dots, each at its place: no count, share or time stands there. */
export const withoutEndless = (text: string): string =>
  text.replaceAll(new RegExp(ENDLESS, "g"), (digits) => "…".repeat(digits.length));

export const hasEndless = (text: string): boolean => ENDLESS.test(text);

const ENDLESS = /\d{16,}|(?<=\d[.,])\d{13,}/;

/** Text with decimal points, and thousands apart by a narrow space where a point did that, each character at its place. */
export function withPoints(text: string, notation: Notation): string {
  if (notation === "comma") {
    const apart = text.replaceAll(/(?<![\p{L}\d.,])[1-9]\d{0,2}(?:\.\d{3})+(?![\d.])/gu, (found) =>
      found.replaceAll(".", "\u202f"),
    );
    return apart.replaceAll(/(?<![\p{L}\d])\d+,\d+(?![\d,]|\s?,\s?\d)/gu, (found) => found.replace(",", "."));
  }
  return text;
}

/** Beyond these a text prints no count and no share that arithmetic could be held against. */
const LARGEST = 1e12;
const MOST_DECIMALS = 12;

/** The number of digits, with thousands taken out, or of a word; nothing where it has more digits than can be meant. */
export function printed(text: string): PrintedNumber | undefined {
  const bare = text.trim().replace(/^[+]/, "").replace(/^[–]/, "-");
  const word = numberOfWord(bare);
  if (word !== undefined) return { value: word, decimals: 0 };
  const plain = /^-?\d{1,3}([,\u202f]\d{3})+(\.\d+)?$/.test(bare) ? bare.replaceAll(/[,\u202f]/g, "") : bare;
  if (!/^-?(\d+(\.\d+)?|\.\d+)$/.test(plain)) return undefined;
  const [value, decimals] = [Number(plain), plain.split(".")[1]?.length ?? 0];
  return Math.abs(value) > LARGEST || decimals > MOST_DECIMALS ? undefined : { value, decimals };
}

/** Half a step of the last printed digit. */
export const halfStep = ({ decimals }: PrintedNumber): number => 0.5 * 10 ** -decimals;

/** As the paper prints it. */
export const shownNumber = ({ value, decimals }: PrintedNumber): string => value.toFixed(decimals);
