import type { Results } from "@osteon/estimate";

/** Said first where the charts hold nobody whom the study counts; nothing where they hold somebody. */
export function emptySentence({ results }: Results): string | undefined {
  const isSomebody = results.some(({ cells, value }) => cells !== undefined && value !== null && value > 0);
  if (isSomebody) return undefined;
  return "There are no children in these charts whom the study counts. Every count is 0, and what needs a child is not estimable.";
}
