import { type Fault, faultsOf } from "@osteon/words";
import { keyFault } from "../keys/key-shape.ts";
import { type Problem, placed } from "../problem.ts";
import { type FollowUpPlan, type FollowUpPoint, PLAN_LIMITS } from "./follow-up-plan.ts";
import { PLAN_PROBLEMS } from "./problems.ts";

const { refused } = faultsOf(PLAN_PROBLEMS);

/** The file of a chart folder, and the sheet of a workbook, that holds the plan. */
export const PLAN_TABLE_NAME = "follow_up_plan";

const NAME = /^[a-z][a-z0-9_]{0,31}$/;

/** What is wrong with a plan, as far as no single cell tells; rows count from 2, as in the file of a plan. */
export function planProblems(plan: FollowUpPlan): readonly Problem[] {
  if (plan.length === 0) return [problem({}, refused("plan-empty"))];
  return [
    ...(plan.length > PLAN_LIMITS.points ? [tooMany(plan.length)] : []),
    ...plan.flatMap(ownProblems),
    ...plan.flatMap((point, index) => plan.slice(0, index).flatMap((before) => together(before, point, index))),
  ];
}

function ownProblems(point: FollowUpPoint, index: number): readonly Problem[] {
  const { name, firstDay, targetDay, lastDay, label } = point;
  const at = (column: string, value: string | number) => ({ row: index + 2, column, value: String(value) });
  const found: Problem[] = [];
  if (!NAME.test(name)) found.push(problem(at("time_point", name), refused("plan-name", { name })));
  for (const [column, words] of [["label_en", label.en] as const, ["label_de", label.de] as const]) {
    const because = keyFault(words, PLAN_LIMITS.label);
    if (because !== undefined)
      found.push(
        problem(at(column, words), refused("plan-label", { name, label: words, because, most: PLAN_LIMITS.label })),
      );
  }
  const days = { first_day: firstDay, target_day: targetDay, last_day: lastDay };
  const { earliestDay: earliest, latestDay: latest } = PLAN_LIMITS;
  for (const [column, day] of Object.entries(days))
    if (!Number.isInteger(day) || day < earliest || day > latest)
      found.push(problem(at(column, day), refused("plan-day", { name, day: String(day), earliest, latest })));
  if (found.some(({ code }) => code === "plan-day")) return found;
  if (lastDay < firstDay)
    found.push(problem(at("last_day", lastDay), refused("window-empty", { name, first: firstDay, last: lastDay })));
  else if (targetDay < firstDay || targetDay > lastDay)
    found.push(
      problem(
        at("target_day", targetDay),
        refused("target-outside-window", { name, target: targetDay, first: firstDay, last: lastDay }),
      ),
    );
  return found;
}

/** A visit can stand for one time point only, and a name or label mean one. */
function together(before: FollowUpPoint, point: FollowUpPoint, index: number): readonly Problem[] {
  const found: Problem[] = [];
  const first = Math.max(before.firstDay, point.firstDay);
  const last = Math.min(before.lastDay, point.lastDay);
  if (first <= last)
    found.push(
      problem(
        { row: index + 2, column: "first_day", value: String(point.firstDay) },
        refused("time-points-overlap", { one: before.name, other: point.name, first, last }),
      ),
    );
  const same = [
    ["time_point", before.name, point.name],
    ["label_en", before.label.en, point.label.en],
    ["label_de", before.label.de, point.label.de],
  ] as const;
  for (const [column, one, other] of same)
    if (one !== "" && one === other)
      found.push(problem({ row: index + 2, column, value: other }, refused("plan-name-twice", { name: other })));
  return found;
}

const tooMany = (points: number): Problem =>
  problem({}, refused("plan-too-long", { points, most: PLAN_LIMITS.points }));

const problem = (where: Problem["where"], fault: Fault): Problem =>
  placed(fault, { file: `${PLAN_TABLE_NAME}.csv`, ...where });
