import assert from "node:assert/strict";

/** Words that English sentences are made of, and German ones are not. */
const ENGLISH = /\b(the|of|and|with|from|not|is|are|were|this|that|whom|children|child|years|months|known|nobody)\b/i;

/** Quoted on a German page as it is: where a source says it, commands, codes in brackets, what a paper printed. */
const QUOTED = /\(aus: [^)]*(\([^)]*\))?[^)]*\)|osteon \w+( [\w.-]+)*|„independent of therapy“|\(lost to follow-up\)/g;

/** Lines of a German page that are English. */
export const englishLines = (lines: readonly string[]): readonly string[] =>
  lines.filter((line) => ENGLISH.test(line.replaceAll(QUOTED, "")));

/** What no German page may say: a decimal point, one child as many, NE within a sentence, a number that is none. */
const NEVER_IN_GERMAN = [
  /\b1 (Kinder|Kindern|Kontrollen|Jungen)\b/,
  /\bp = NE\b|\bNE (%|Monate|Jahre|bis)/,
  /\b(undefined|null|NaN)\b/,
  /\bnicht schätzbar \[/,
  /^(?!NE:)[^|]*\bNE\b[^|]*$/,
] as const;

/** Numbers of a line in their order, whichever the decimal sign of its language. */
export const numbersIn = (text: string, sign: "." | ","): readonly string[] =>
  (text.match(sign === "." ? /\d+(?:\.\d+)?/g : /\d+(?:,\d+)?/g) ?? []).map((number) => number.replace(",", "."));

/** A page whose every line a reader of German understands. */
export function isGerman(lines: readonly string[]): void {
  for (const pattern of NEVER_IN_GERMAN)
    assert.equal(
      lines.find((line) => pattern.test(line)),
      undefined,
      String(pattern),
    );
  assert.deepEqual(englishLines(lines), []);
}
