import { type Language, LOCALES } from "./language.ts";
import { madeOnce } from "./made-once.ts";

/** The forms of a word by the category of its number (CLDR); `other` stands for those that are not given. */
export type Forms = Partial<Readonly<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

const rules = madeOnce((language: Language) => new Intl.PluralRules(LOCALES[language]));

/** The form that goes with so many: of `{ one: "child", other: "children" }` that of 0 is `children`. */
export function plural(count: number, forms: Forms, language: Language): string {
  return forms[rules(language).select(count)] ?? forms.other;
}
