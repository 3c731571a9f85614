import type { Choices, ChosenCondition, ChosenField, DrugGroups } from "@osteon/api";
import { OUTCOME_DEFINITIONS } from "@osteon/cno";
import { DRUG_CLASSES, DRUGS, type Problem, placed } from "@osteon/codebook";
import { type Fault, faultsOf } from "@osteon/words";
import { chosenField } from "./fields.ts";
import { CHOOSING_PROBLEMS } from "./problems.ts";

const { refused } = faultsOf(CHOOSING_PROBLEMS);

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
      ? [problem("diagnosed", refused("choice-value", { because: "days", of: "diagnosed", ...diagnosed }))]
      : []),
    ...(timePoints.length === 0 && outcomes.length + course.length > 0
      ? [problem("timePoints", refused("choice-missing", { what: "time-point" }))]
      : []),
    ...(events.includes("stop") && !("members" in groups)
      ? [problem("groups", refused("choice-missing", { what: "groups-by-drug" }))]
      : []),
  ];
}

function ofCondition(at: string, { field: id, comparison, values, when }: ChosenCondition): readonly Problem[] {
  const field = chosenField(id);
  if (field === undefined) return [unknown(at, id)];
  const isNumber = field.kind === "number";
  const isCompared = comparison === "at-least" || comparison === "at-most";
  if (isCompared && !isNumber)
    return [problem(at, refused("choice-value", { because: "no-number", of: id, comparison }))];
  if (field.table === "child" && field.unit.en !== "" && (comparison === "is" || comparison === "is-not"))
    return [problem(at, refused("choice-value", { because: "counted", of: id }))];
  if (field.once && when !== "ever") return [problem(at, refused("choice-value", { because: "timeless", of: id }))];
  if (comparison === "known") return [];
  if (values.length === 0) return [problem(at, refused("choice-missing", { what: "value", of: id }))];
  if (isCompared && values.length > 1) return [problem(at, refused("choice-value", { because: "many", of: id }))];
  return values.flatMap((value) => ofValue(at, value, field));
}

function ofValue(at: string, value: string, field: ChosenField): readonly Problem[] {
  const cannot = { of: field.id, value: shown(value) };
  const { kind, choices, decimals, limits = [0, 0] } = field;
  if (kind === "choice")
    return choices.some(({ code }) => code === value)
      ? []
      : [problem(at, refused("choice-value", { because: "choice", ...cannot }))];
  if (kind === "yes-no")
    return value === "yes" || value === "no"
      ? []
      : [problem(at, refused("choice-value", { because: "yes-no", ...cannot }))];
  if (kind === "text") return [];
  const [whole = "", behind = ""] = value.split(".");
  const isWritten = /^-?\d{1,7}(\.\d+)?$/.test(value) && whole !== "" && behind.length <= decimals;
  const [least, most] = limits;
  return isWritten && Number(value) >= least && Number(value) <= most
    ? []
    : [problem(at, refused("choice-value", { because: "number", ...cannot, least, most, decimals }))];
}

/** A problem shows what was typed, not pages of it. */
const shown = (value: string): string => (value.length > 40 ? `${value.slice(0, 40)}…` : value);

const CLASSES: readonly string[] = DRUG_CLASSES.map(({ code }) => code);
const SUBSTANCES: readonly string[] = [...DRUGS.map(({ code }) => code), "other"];

function ofGroup(at: string, { classes, drugs }: DrugGroups["groups"][number]): readonly Problem[] {
  if ((classes.length === 0) === (drugs.length === 0))
    return [problem(at, refused("choice-missing", { what: "drugs-or-classes" }))];
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
    .map((name) => problem(at, refused("choice-value", { because: "twice", of: name })));

const unknown = (at: string, id: string): Problem =>
  problem(at, refused("choice-unknown", { what: "offer", given: [shown(id)] }));

const problem = (column: string, fault: Fault): Problem => placed(fault, { file: "choices.json", column });
