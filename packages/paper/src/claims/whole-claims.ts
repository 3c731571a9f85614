import type { Sentence } from "../structure/sentences.ts";
import type { Whole } from "./claim.ts";
import { COUNT, PEOPLE, pattern } from "./patterns.ts";
import { printed } from "./printed-number.ts";

const N_IS = pattern("(?<![\\p{L}])[nN]\\s?=\\s?(?<n>\\d{1,7})(?!\\s?\\/|[\\d.])");
const COUNTED = pattern(
  `(?<n>${COUNT})\\s+(?:[\\p{L}-]+\\s+){0,3}?${PEOPLE}\\b(?<rest>[^.;,()]{0,90}?)\\b(?<verb>included|enrolled|recruited|analy[sz]ed|studied|evaluated|randomi[sz]ed|identified|screened|assessed|excluded|eingeschlossen|untersucht|ausgewertet|analysiert|rekrutiert|randomisiert|identifiziert|gescreent|ausgeschlossen)\\b`,
);
const COUNTED_AFTER = pattern(
  `\\b(?<verb>included|enrolled|recruited|analy[sz]ed|studied|evaluated|screened|identified)\\s+(?:a total of\\s+)?(?<n>${COUNT})\\s+(?:[\\p{L}-]+\\s+){0,3}?${PEOPLE}\\b`,
);
const PEOPLE_ALONE = pattern(`(?<n>${COUNT})\\s+(?:[\\p{L}-]+\\s+){0,2}?${PEOPLE}\\b`);

/** Numbers of people that may be what a percentage is of. */
export function wholeClaims(sentence: Sentence, text: string): readonly Whole[] {
  const found = new Map<number, Whole>();
  for (const [form, named] of [
    [COUNTED, true],
    [COUNTED_AFTER, true],
    [N_IS, false],
    [PEOPLE_ALONE, false],
  ] as const) {
    for (const match of text.matchAll(form)) {
      const number = printed(match.groups?.n ?? "");
      if (number === undefined || number.value < 1 || found.has(match.index)) continue;
      const verb = named ? (match.groups?.verb ?? "").toLowerCase() : "";
      const start = match.index;
      found.set(start, { kind: "whole", sentence, start, end: start + match[0].length, n: number.value, verb });
    }
  }
  return [...found.values()];
}
