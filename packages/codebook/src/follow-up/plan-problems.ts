import { keyFault } from "../keys/key-shape.ts";
import type { Problem } from "../problem.ts";
import { type FollowUpPlan, type FollowUpPoint, PLAN_LIMITS } from "./follow-up-plan.ts";

/** The file of a chart folder, and the sheet of a workbook, that holds the plan. */
export const PLAN_TABLE_NAME = "follow_up_plan";

const NAME = /^[a-z][a-z0-9_]{0,31}$/;

/** What is wrong with a plan, as far as no single cell tells; rows count from 2, as in the file of a plan. */
export function planProblems(plan: FollowUpPlan): readonly Problem[] {
  if (plan.length === 0)
    return [problem("plan-empty", {}, "The plan has no time point.", "Add at least one time point with its window.")];
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
  if (!NAME.test(name))
    found.push(
      problem(
        "plan-name",
        at("time_point", name),
        `${JSON.stringify(name)} is no name of a time point.`,
        "Begin with a small letter; then small letters, digits and _, 32 at most, as month6.",
      ),
    );
  for (const [column, words] of [["label_en", label.en] as const, ["label_de", label.de] as const]) {
    const fault = keyFault(words, PLAN_LIMITS.label);
    if (fault !== undefined)
      found.push(
        problem(
          "plan-label",
          at(column, words),
          `${name}: the label ${JSON.stringify(words)} ${fault}.`,
          `Write 1 to ${PLAN_LIMITS.label} letters, digits and plain signs in each language.`,
        ),
      );
  }
  const days = { first_day: firstDay, target_day: targetDay, last_day: lastDay };
  const { earliestDay, latestDay } = PLAN_LIMITS;
  for (const [column, day] of Object.entries(days))
    if (!Number.isInteger(day) || day < earliestDay || day > latestDay)
      found.push(
        problem(
          "plan-day",
          at(column, day),
          `${name}: ${day} is no day of a plan.`,
          `Write a whole number of days from ${earliestDay} to ${latestDay}; day 0 is the start of treatment.`,
        ),
      );
  if (found.some(({ code }) => code === "plan-day")) return found;
  if (lastDay < firstDay)
    found.push(
      problem(
        "window-empty",
        at("last_day", lastDay),
        `${name}: window ${firstDay}..${lastDay} ends before it starts`,
        "Swap the two days.",
      ),
    );
  else if (targetDay < firstDay || targetDay > lastDay)
    found.push(
      problem(
        "target-outside-window",
        at("target_day", targetDay),
        `${name}: target ${targetDay} is not in ${firstDay}..${lastDay}`,
        "Move the target or the window.",
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
        "time-points-overlap",
        { row: index + 2, column: "first_day", value: String(point.firstDay) },
        `${before.name} and ${point.name}: windows share days ${first}..${last}`,
        "Let one window end where the next begins.",
      ),
    );
  const same = [
    ["time_point", before.name, point.name],
    ["label_en", before.label.en, point.label.en],
    ["label_de", before.label.de, point.label.de],
  ] as const;
  for (const [column, one, other] of same)
    if (one !== "" && one === other)
      found.push(
        problem(
          "plan-name-twice",
          { row: index + 2, column, value: other },
          `Two time points are called ${JSON.stringify(other)}.`,
          "Give one of them another name.",
        ),
      );
  return found;
}

const tooMany = (points: number): Problem =>
  problem(
    "plan-too-long",
    {},
    `The plan has ${points} time points; ${PLAN_LIMITS.points} are the most.`,
    "Take away those at which no visit is expected.",
  );

function problem(code: string, where: Problem["where"], says: string, fix: string): Problem {
  return { code, severity: "refused", where: { file: `${PLAN_TABLE_NAME}.csv`, ...where }, says, fix };
}
