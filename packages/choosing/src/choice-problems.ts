import type { Choices, ChosenCondition, ChosenField, DrugGroups } from "@osteon/api";
import { OUTCOME_DEFINITIONS } from "@osteon/cno";
import { DRUG_CLASSES, DRUGS, type Problem } from "@osteon/codebook";
import { chosenField } from "./fields.ts";

/** What is wrong with choices that their shape does not show, each at the path of what it is about. Nothing found: the study can be made. */
export function choiceProblems(choices: Choices): readonly Problem[] {
  const { population, groups, characteristics, course, outcomes, events, timePoints, diagnosed } = choices;
  return [
    ...population.flatMap((condition, index) => ofCondition(`population.${index + 1}`, condition)),
    ...(groups.by === "stratum" ? ofCondition("groups.condition", groups.condition) : []),
    ...("members" in groups ? groups.groups.flatMap((group, index) => ofGroup(`groups.${index + 1}`, group)) : []),
    ...characteristics.flatMap((id, index) => ofField(`characteristics.${index + 1}`, id, ({ atStart }) => atStart)),
    ...course.flatMap((id, index) => ofField(`course.${index + 1}`, id, ({ inCourse }) => inCourse)),
    ...outcomes.flatMap((id, index) =>
      OUTCOME_DEFINITIONS.some((one) => one.id === id) ? [] : [unknown(`outcomes.${index + 1}`, id)],
    ),
    ...twice("characteristics", characteristics),
    ...twice("course", course),
    ...twice(
      "timePoints",
      timePoints.map(({ name }) => name),
    ),
    ...(diagnosed !== undefined && diagnosed.from > diagnosed.to
      ? [problem("choice-value", "diagnosed", `${diagnosed.from} lies after ${diagnosed.to}`, "Swap the two days.")]
      : []),
    ...(timePoints.length === 0 && outcomes.length + course.length > 0
      ? [
          problem(
            "choice-missing",
            "timePoints",
            "outcomes and findings are told at time points, and none is chosen",
            "Choose a time point.",
          ),
        ]
      : []),
    ...(events.includes("stop") && !("members" in groups)
      ? [
          problem(
            "choice-missing",
            "groups",
            "the time to the last stop of the drug needs groups by drugs",
            "Choose groups by drug, class or plan.",
          ),
        ]
      : []),
  ];
}

function ofCondition(at: string, { field: id, comparison, values, when }: ChosenCondition): readonly Problem[] {
  const field = chosenField(id);
  if (field === undefined) return [unknown(at, id)];
  const isNumber = field.kind === "number";
  const isCompared = comparison === "at-least" || comparison === "at-most";
  if (isCompared && !isNumber)
    return [problem("choice-value", at, `${id} is no number and has no ${comparison}`, "Choose another comparison.")];
  if (field.table === "child" && field.unit.en !== "" && (comparison === "is" || comparison === "is-not"))
    return [problem("choice-value", at, `${id} is counted in days and never just that`, "Choose at least or at most.")];
  if (field.once && when !== "ever")
    return [problem("choice-value", at, `${id} holds for the child as such and has no time`, "Choose at any time.")];
  if (comparison === "known") return [];
  if (values.length === 0)
    return [problem("choice-missing", at, `${id} is compared with nothing`, "Choose or type a value.")];
  if (isCompared && values.length > 1)
    return [problem("choice-value", at, `${id} is compared with more than one number`, "Keep one of them.")];
  return values.flatMap((value) => ofValue(at, value, field));
}

function ofValue(at: string, value: string, field: ChosenField): readonly Problem[] {
  const refused = (fix: string) => [problem("choice-value", at, `${field.id} cannot be "${shown(value)}"`, fix)];
  const { kind, choices, decimals, limits = [0, 0] } = field;
  if (kind === "choice") return choices.some(({ code }) => code === value) ? [] : refused("Choose one of its values.");
  if (kind === "yes-no") return value === "yes" || value === "no" ? [] : refused("Choose yes or no.");
  if (kind === "text") return [];
  const [whole = "", behind = ""] = value.split(".");
  const isWritten = /^-?\d{1,7}(\.\d+)?$/.test(value) && whole !== "" && behind.length <= decimals;
  const [least, most] = limits;
  return isWritten && Number(value) >= least && Number(value) <= most
    ? []
    : refused(`Type a number from ${least} to ${most} with at most ${decimals} decimals.`);
}

/** A problem shows what was typed, not pages of it. */
const shown = (value: string): string => (value.length > 40 ? `${value.slice(0, 40)}…` : value);

const CLASSES: readonly string[] = DRUG_CLASSES.map(({ code }) => code);
const SUBSTANCES: readonly string[] = [...DRUGS.map(({ code }) => code), "other"];

function ofGroup(at: string, { classes, drugs }: DrugGroups["groups"][number]): readonly Problem[] {
  if ((classes.length === 0) === (drugs.length === 0))
    return [problem("choice-missing", at, "a group is drugs, or classes of drugs", "Choose one of them.")];
  return [
    ...classes.filter((code) => !CLASSES.includes(code)),
    ...drugs.filter((code) => !SUBSTANCES.includes(code)),
  ].map((code) => unknown(at, code));
}

function ofField(at: string, id: string, may: (field: ChosenField) => boolean): readonly Problem[] {
  const field = chosenField(id);
  return field !== undefined && may(field) ? [] : [unknown(at, id)];
}

const twice = (at: string, names: readonly string[]): readonly Problem[] =>
  names
    .filter((name, index) => names.indexOf(name) !== index)
    .map((name) => problem("choice-value", at, `${name} is chosen twice`, "Keep one of them."));

const unknown = (at: string, id: string): Problem =>
  problem("choice-unknown", at, `there is no ${shown(id)} to choose here`, "Choose one that the page offers.");

function problem(code: string, column: string, says: string, fix: string): Problem {
  return { code, severity: "refused", where: { file: "choices.json", column }, says, fix };
}
