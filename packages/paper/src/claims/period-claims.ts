import type { Sentence } from "../structure/sentences.ts";
import type { Period } from "./claim.ts";
import { pattern } from "./patterns.ts";

const YEAR = "(?:19[5-9]\\d|20[0-4]\\d)";
const DATE = `(?:[\\p{L}.]+\\s+)?(?:\\d{1,2}(?:st|nd|rd|th)?[.,]?\\s+)?(?:[\\p{L}]+\\s+)?(?:\\d{1,2}[./]){0,2}`;
const SPAN = pattern(
  `(?<![\\d.\\/-])(?:(?<from>${YEAR})\\s?(?:–|-)\\s?(?:${DATE})?(?<to>${YEAR})|(?:between|from|zwischen|von|vom|in)\\s+${DATE}(?<from2>${YEAR}),?\\s+(?:and|to|until|through|till|und|bis)(?:\\s+zum)?\\s+${DATE}(?<to2>${YEAR}))(?![\\d-])`,
);

/** Spans of years that a sentence prints. */
export function periodClaims(sentence: Sentence, text: string): readonly Period[] {
  return [...text.matchAll(SPAN)].flatMap((match) => {
    const { from, to, from2, to2 } = match.groups ?? {};
    const [first, last] = [Number(from ?? from2), Number(to ?? to2)];
    if (!(first <= last)) return [];
    const start = match.index;
    return [{ kind: "period", sentence, start, end: start + match[0].length, from: first, to: last } satisfies Period];
  });
}

/** Single years of a sentence, with their places. */
export function yearsOf(
  text: string,
): readonly { readonly year: number; readonly start: number; readonly end: number }[] {
  return [...text.matchAll(pattern(`(?<![\\d./:;\\p{L}-])(?<year>${YEAR})(?![\\d/;:-]|\\.\\d)`))].map((match) => ({
    year: Number(match.groups?.year),
    start: match.index,
    end: match.index + 4,
  }));
}
