import type { ChartRow, ChartTable } from "../charts.ts";
import { cellCheck } from "../check/cell-check.ts";
import { integer, key, type Table, text } from "../field.ts";
import { type Checked, type Problem, placed } from "../problem.ts";
import { type FollowUpPlan, inPlanOrder, PLAN_LIMITS } from "./follow-up-plan.ts";
import { PLAN_TABLE_NAME, planProblems } from "./plan-problems.ts";

const DAYS = [PLAN_LIMITS.earliestDay, PLAN_LIMITS.latestDay] as const;
const day = (name: string, says: string) =>
  integer(name, says, { possible: DAYS, plausible: DAYS }, { required: true, unit: "d" });

/** The plan as a table of a chart folder. It is none of the codebook's, since it says nothing of a child, and a folder may do without. */
export const PLAN_TABLE: Table = {
  name: PLAN_TABLE_NAME,
  says: "One row per time point at which the registry expects a visit.",
  fields: [
    key("time_point", "What files call the time point, as month6."),
    day("target_day", "The day that the visit should be close to, from the start of treatment."),
    day("first_day", "The first day of its window."),
    day("last_day", "The last day of its window."),
    { ...text("label_en", "What people call it in English."), required: true },
    { ...text("label_de", "What people call it in German."), required: true },
  ],
  rules: [],
};

/** A plan as rows of its table. */
export const planRows = (plan: FollowUpPlan): readonly ChartRow[] =>
  plan.map(({ name, targetDay, firstDay, lastDay, label }) => ({
    time_point: name,
    target_day: String(targetDay),
    first_day: String(firstDay),
    last_day: String(lastDay),
    label_en: label.en,
    label_de: label.de,
  }));

/** The plan that the rows of a file state, or all that is wrong with them. */
export function readPlan({ file, rows }: ChartTable): Checked<FollowUpPlan> {
  const cells = rows.flatMap(({ row, cells: own }) =>
    PLAN_TABLE.fields.flatMap((field): readonly Problem[] =>
      cellCheck(field)(own[field.name] ?? "").map((fault) =>
        placed(fault, { file, row, column: field.name, value: own[field.name] ?? "" }),
      ),
    ),
  );
  if (cells.some(({ severity }) => severity === "refused")) return { ok: false, problems: cells };
  const plan = rows.map(({ cells: own }) => ({
    name: own.time_point ?? "",
    targetDay: Number(own.target_day),
    firstDay: Number(own.first_day),
    lastDay: Number(own.last_day),
    label: { en: own.label_en ?? "", de: own.label_de ?? "" },
  }));
  const problems = planProblems(plan);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: inPlanOrder(plan), queries: [] };
}
