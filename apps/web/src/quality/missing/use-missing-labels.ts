import type { FollowUpPlan } from "@osteon/codebook";
import { useBook } from "../../words/codebook-words.ts";
import { useLanguage, useWords } from "../../words/words.ts";
import { MISSING_WORDS } from "./missing-words.ts";

/** The names of variables, and of times since diagnosis by the windows of the plan. */
export function useMissingLabels(plan: FollowUpPlan) {
  const says = useWords(MISSING_WORDS);
  const language = useLanguage();
  const book = useBook();
  const opensLater = (plan[0]?.firstDay ?? 0) > 0;
  const beside: Readonly<Record<string, string>> = {
    "before-first": opensLater ? says.diagnosis : says.before,
    "between-windows": says.between,
    "after-last": says.later,
    "no-date": says.undated,
  };
  return {
    field: (table: string, field: string): string =>
      table === "laboratory" ? book.cell("laboratory", "analyte", field) : book.label(table, field),
    time: (name: string | undefined): string =>
      name === undefined
        ? says.all
        : (beside[name] ?? plan.find((point) => point.name === name)?.label[language] ?? name),
  };
}
