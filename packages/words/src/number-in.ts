import type { Language } from "./language.ts";

/** A number that is written already, `0.05` or `< 0.001`, with the decimal sign of the language. */
export const numberIn = (written: string, language: Language): string =>
  language === "de" ? written.replaceAll(/(?<=\d)\.(?=\d)/g, ",") : written;
