import type { Results } from "@osteon/estimate";
import type { Language, Pair } from "@osteon/words";

const NOBODY: Pair = {
  en: "There are no children in these charts whom the study counts. Every count is 0, and what needs a child is not estimable.",
  de: "In diesen Akten ist kein Kind, das die Studie zählt. Jede Anzahl ist 0, und was ein Kind braucht, ist nicht schätzbar.",
};

/** Said first where the charts hold nobody whom the study counts; nothing where they hold somebody. */
export function emptySentence({ results }: Results, language: Language = "en"): string | undefined {
  const isSomebody = results.some(({ cells, value }) => cells !== undefined && value !== null && value > 0);
  if (isSomebody) return undefined;
  return NOBODY[language];
}
