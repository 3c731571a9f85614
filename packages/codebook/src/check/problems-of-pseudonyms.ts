import { problem, text } from "@osteon/words";

/** What speaks against a pseudonym, and against a pattern of pseudonyms. */
export const PSEUDONYM_PROBLEMS = {
  "looks-like-a-name": problem(
    {},
    {
      en: () => ({
        says: "This looks like a name: a pseudonym holds no name.",
        fix: "Write letters and digits that tell nothing of the child, such as DD-001. Names belong to the identity, which is sealed.",
      }),
      de: () => ({
        says: "Das sieht wie ein Name aus: Ein Pseudonym enthält keinen Namen.",
        fix: "Buchstaben und Ziffern schreiben, die nichts über das Kind sagen, wie DD-001. Namen gehören zur Identität; die ist versiegelt.",
      }),
    },
  ),
  "unseen-letter": problem(
    {},
    {
      en: () => ({ says: "The pseudonym holds a letter that is not seen, or a line break.", fix: "Type it anew." }),
      de: () => ({
        says: "Das Pseudonym enthält ein Zeichen, das man nicht sieht, oder einen Zeilenumbruch.",
        fix: "Neu tippen.",
      }),
    },
  ),
  "pattern-unfit": problem(
    {},
    {
      en: () => ({
        says: "The pattern does not tell pseudonyms apart, is longer than 64 letters, or holds a blank at its end, / or ?.",
        fix: "Write # for a digit and A for a capital letter, such as UL-###.",
      }),
      de: () => ({
        says: "Das Muster unterscheidet keine Pseudonyme, ist länger als 64 Zeichen oder enthält ein Leerzeichen am Rand, / oder ?.",
        fix: "# für eine Ziffer und A für einen Großbuchstaben schreiben, etwa UL-###.",
      }),
    },
  ),
  "pseudonym-pattern": problem(
    { pattern: text, example: text },
    {
      en: (v) => ({
        says: `Pseudonyms of this centre are written ${v.pattern}.`,
        fix: `Write it so: # is a digit, A a capital letter. Such as ${v.example}.`,
      }),
      de: (v) => ({
        says: `Pseudonyme dieses Zentrums werden ${v.pattern} geschrieben.`,
        fix: `So schreiben: # ist eine Ziffer, A ein Großbuchstabe. Etwa ${v.example}.`,
      }),
    },
  ),
} as const;
