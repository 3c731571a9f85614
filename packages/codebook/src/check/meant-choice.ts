import { VERTEBRAE } from "../codes/foreign-words/bones-and-joints.ts";
import { FOREIGN_WORDS, YES_NO_WORDS } from "../codes/foreign-words/foreign-words.ts";
import type { WordsOfField } from "../codes/foreign-words/words.ts";
import type { Choice, Field } from "../field.ts";
import { slipOf } from "./slip.ts";

const YES_NO: readonly Choice[] = [
  { code: "yes", says: "Yes" },
  { code: "no", says: "No" },
];

/** What can be written in a field of choices; `undefined` in any other. */
export function choicesOf({ type }: Field): readonly Choice[] | undefined {
  if (type.kind === "yes-no") return YES_NO;
  return type.kind === "choice" ? type.choices : undefined;
}

/**
 * The code that is surely meant by what stands in a field of choices: its own words in another spelling, or one that people are known to
 * write for it. Nothing where that is not certain; advice that is wrong is worse than none.
 */
export function certainChoice(field: Field, written: string): string | undefined {
  const choices = choicesOf(field) ?? [];
  const folded = fold(written);
  if (folded === "") return undefined;
  const own = choices.filter(({ code, says, german = "" }) =>
    [code, says, german].some((word) => fold(word) === folded),
  );
  const known = own.length > 0 ? own.map(({ code }) => code) : knownCodes(field, folded);
  const [only, ...others] = known.filter((code) => choices.some((choice) => choice.code === code));
  return others.length === 0 ? only : undefined;
}

/** The code that is certain, or else the one of which the text is a slip of the pen. */
export function meantChoice(field: Field, written: string): string | undefined {
  const certain = certainChoice(field, written);
  if (certain !== undefined || knownCodes(field, fold(written)).length > 0) return certain;
  const choices = choicesOf(field) ?? [];
  const inGerman = choices.flatMap(({ code, german }) => (german === undefined ? [] : [{ code, says: german }]));
  return slipOf(written, [...choices, ...inGerman]);
}

/** The codes that a word stands for; that of no choice is among them. */
function knownCodes({ name, type }: Field, folded: string): readonly string[] {
  const words = wordsOf(type.kind === "yes-no" ? YES_NO_WORDS : FOREIGN_WORDS[name]);
  const known = words.get(folded);
  if (known !== undefined) return [known];
  return name === "bone" ? vertebra(folded) : [];
}

function vertebra(folded: string): readonly string[] {
  const [, letters = "", level = ""] = /^([a-z]+)0?(\d{1,2})$/.exec(folded) ?? [];
  return VERTEBRAE.flatMap(([code, names, most]) =>
    names.split("|").includes(letters) && Number(level) >= 1 && Number(level) <= most ? [code] : [],
  );
}

const folds = new WeakMap<WordsOfField, ReadonlyMap<string, string>>();

/** The code of each word of a field, without what spelling leaves open. */
function wordsOf(field: WordsOfField | undefined): ReadonlyMap<string, string> {
  if (field === undefined) return NO_WORDS;
  const made =
    folds.get(field) ??
    new Map(
      Object.entries(field).flatMap(([code, { en = "", de = "" }]) =>
        [...en.split("|"), ...de.split("|")].flatMap((word) => (word === "" ? [] : [[fold(word), code] as const])),
      ),
    );
  folds.set(field, made);
  return made;
}

const NO_WORDS: ReadonlyMap<string, string> = new Map();
const UMLAUTS: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };
/** Numbers keep their signs: -1 and 0.1 are not 1. */
const NUMBER = /^[-−]?\d[\d.,]*$/;

/** Without case, spaces, dots and dashes; umlauts as two letters. */
function fold(text: string): string {
  const word = text.trim().slice(0, 100).toLowerCase();
  if (NUMBER.test(word)) return word;
  return word.replaceAll(/[äöüß]/g, (letter) => UMLAUTS[letter] ?? letter).replaceAll(/[\s._,;:'’-]+/g, "");
}
