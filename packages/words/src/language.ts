/** The languages that Osteon speaks; the first is that of everything that lacks another. */
export const LANGUAGES = ["en", "de"] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in every language, or what makes it; one that is missing does not compile. `pair[language]` is the one to say. */
export type Pair<T = string> = Readonly<Record<Language, T>>;

/** Whose manner of writing dates, lists and numbers a language takes. */
export const LOCALES: Pair = { en: "en-GB", de: "de-DE" };

export const isLanguage = (word: string): word is Language => LANGUAGES.some((language) => language === word);
