export { type Format, formatFor } from "./format.ts";
export { isLanguage, LANGUAGES, type Language, LOCALES, type Pair } from "./language.ts";
export { listed } from "./listed.ts";
export { numberIn } from "./number-in.ts";
export { type Forms, plural } from "./plural.ts";
