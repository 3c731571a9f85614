import { type FollowUpPlan, PLAN_TABLE, planRows } from "@osteon/codebook";
import { escapedLetters } from "./cell-text.ts";

/** The sheet of a follow-up plan; none where there is none. */
export function planSheets(plan: FollowUpPlan | undefined) {
  if (plan === undefined) return [];
  const text = (value: string) => ({ value: escapedLetters(value), type: String });
  const head = PLAN_TABLE.fields.map(({ name }) => ({ ...text(name), fontWeight: "bold" as const }));
  const rows = planRows(plan).map((cells) => PLAN_TABLE.fields.map(({ name }) => text(cells[name] ?? "")));
  return [{ sheet: PLAN_TABLE.name, data: [head, ...rows], stickyRowsCount: 1 }];
}
