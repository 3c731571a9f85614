import type { Language } from "@osteon/words";
import { createContext, useContext } from "react";

/** A text in both languages, or a function that makes it. */
type Pair<T> = readonly [english: T, german: T];
type Says = string | ((...given: never[]) => string);

/** The words of one part of the app, in both languages at once, so that neither can lag behind. */
export type Bilingual<T extends Readonly<Record<string, Says>>> = { readonly [Key in keyof T]: Pair<T[Key]> };

/** Checks that every text stands in both languages; functions take the same in both. */
export const bilingual = <const T extends Readonly<Record<string, Pair<Says>>>>(words: T): T => words;

type InOne<T extends Readonly<Record<string, Pair<Says>>>> = {
  readonly [Key in keyof T]: T[Key][0] extends (...given: infer Given) => string ? (...given: Given) => string : string;
};

export const LanguageContext = createContext<Language>("en");
export const useLanguage = (): Language => useContext(LanguageContext);

/** The words in the language of the page. */
export function useWords<T extends Readonly<Record<string, Pair<Says>>>>(words: T): InOne<T> {
  return inLanguage(words, useLanguage());
}

const known = new WeakMap<object, Partial<Record<Language, unknown>>>();

/** The words in one language; made once for each. */
export function inLanguage<T extends Readonly<Record<string, Pair<Says>>>>(words: T, language: Language): InOne<T> {
  const made = known.get(words) ?? {};
  known.set(words, made);
  made[language] ??= Object.fromEntries(
    Object.entries(words).map(([key, [english, german]]) => [key, language === "de" ? german : english]),
  );
  return made[language] as InOne<T>;
}
