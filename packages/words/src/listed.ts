import { type Language, LOCALES } from "./language.ts";

/** Things in a row as a sentence names them: `a, b and c`, `a, b und c`. */
export const listed = (items: readonly string[], language: Language): string =>
  new Intl.ListFormat(LOCALES[language], { type: "conjunction" }).format(items);
