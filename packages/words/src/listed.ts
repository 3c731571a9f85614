import { type Language, LOCALES } from "./language.ts";
import { madeOnce } from "./made-once.ts";

const lists = madeOnce((language: Language) => new Intl.ListFormat(LOCALES[language], { type: "conjunction" }));

/** Things in a row as a sentence names them: `a, b and c`, `a, b und c`. */
export const listed = (items: readonly string[], language: Language): string => lists(language).format(items);
