import { plainCharacters } from "../structure/plain-characters.ts";

/** A number as it stands in a unit of text: every run of digits, with its decimals. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A row of a table or a sentence, and its numbers. Two units of one mask differ in their numbers alone. */
export interface TextUnit {
  readonly text: string;
  readonly line: number;
  readonly mask: string;
  readonly tokens: readonly Token[];
}

const NUMBER = /\d+(?:[.,]\d+)?/g;
const SENTENCE = /(?<=[.!?;]["”')\]]?)\s+(?=["“'([]?[\p{Lu}\d])/u;

/** Rows and sentences of a text that hold numbers, in order. */
export function textUnits(lines: readonly string[]): readonly TextUnit[] {
  return lines.flatMap((raw, index) => {
    const line = plainCharacters(raw).replaceAll(/\s+/g, " ").trim();
    if (!/\d/.test(line)) return [];
    const pieces = line.startsWith("|") ? [line] : line.split(SENTENCE);
    return pieces.filter((piece) => /\d/.test(piece)).map((text) => unit(text, index + 1));
  });
}

export function unit(text: string, line: number): TextUnit {
  const tokens = [...text.matchAll(NUMBER)].map((found) => ({
    text: found[0],
    start: found.index,
    end: found.index + found[0].length,
  }));
  return { text, line, mask: text.replaceAll(NUMBER, "#").toLowerCase(), tokens };
}
