import type { Choices, ChosenCondition, ChosenField } from "@osteon/api";
import type { Protocol, Rule } from "@osteon/protocol";
import { conditionWords, fieldWords } from "./condition-words.ts";
import { chosenField } from "./fields.ts";
import { both, type Spoken } from "./spoken.ts";

/** The condition that every study by choosing has: it gives the tables their columns where a person names none. */
const CNO: ChosenCondition = { field: "patient.cohort", comparison: "is", values: ["cno"], when: "ever" };

/** The conditions of the population by id, in the order in which they are counted. */
export const populationOf = ({ population }: Pick<Choices, "population">): Readonly<Record<string, ChosenCondition>> =>
  Object.fromEntries(population.map((condition, index) => [`condition-${index + 1}`, condition]));

/** `protocol_condition`, a row for each alternative of each condition, and `protocol_chosen_field`, a row for each field that is read. */
export function chosenTables(choices: Choices, spoken: Spoken): Protocol["tables"] {
  const { groups, characteristics, course } = choices;
  const stratum = groups.by === "stratum" ? groups.condition : undefined;
  const rows = [
    ...alternativesOf("cno", CNO, "population", spoken),
    ...Object.entries(populationOf(choices)).flatMap(([id, one]) => alternativesOf(id, one, "population", spoken)),
    ...(stratum === undefined ? [] : alternativesOf("stratum", stratum, "stratum", spoken)),
  ];
  const conditions = [...choices.population, ...(stratum === undefined ? [] : [stratum])];
  const fields = new Set([...conditions.map(({ field }) => field), ...characteristics, ...course]);
  return {
    condition: { key: "alternative", rows: Object.fromEntries(rows) },
    chosen_field: {
      key: "field",
      rows: Object.fromEntries([
        [CNO.field, fieldRow(COHORT, choices, spoken)],
        ...[...fields].flatMap((id) => {
          const field = chosenField(id);
          return field === undefined ? [] : [[id, fieldRow(field, choices, spoken)] as const];
        }),
      ]),
    },
  };
}

type FieldRow = Pick<ChosenField, "id" | "table" | "name" | "kind" | "label" | "absent">;

const COHORT: FieldRow = {
  ...{ id: CNO.field, table: "patient", name: "cohort", kind: "choice", absent: "unknown" },
  label: both("Disease", "Erkrankung"),
};

function fieldRow(field: FieldRow, { characteristics, course }: Choices, { say }: Spoken): Rule {
  const words = fieldWords(field);
  return {
    says: say(both(`${words.en}.`, `${words.de}.`)),
    chartTable: field.table,
    /** Of laboratory results the analyte. */
    part: field.name,
    kind: field.kind === "number" || field.kind === "yes-no" ? "number" : "text",
    whenAbsent: field.absent,
    atStart: characteristics.includes(field.id),
    inCourse: course.includes(field.id),
  };
}

function alternativesOf(
  id: string,
  condition: ChosenCondition,
  purpose: "population" | "stratum",
  { say }: Spoken,
): readonly (readonly [string, Rule])[] {
  const values = condition.comparison === "known" ? [""] : condition.values;
  return values.map((value, index) => {
    const words = conditionWords({ ...condition, values: value === "" ? [] : [value] });
    const isCno = condition === CNO;
    const says = isCno ? both("Children with CNO.", "Kinder mit CNO.") : both(`${words.en}.`, `${words.de}.`);
    const row: Rule = {
      says: say(says),
      chosenCondition: id,
      purpose,
      negated: condition.comparison === "is-not",
      field: condition.field,
      comparison: condition.comparison === "is-not" ? "is" : condition.comparison,
      period: condition.when,
      ...comparedWith(value, condition),
    };
    return [`${id}-${index + 1}`, row];
  });
}

/** The value as models compare it: a text, or a whole number on the safe side of the typed one. */
function comparedWith(
  value: string,
  { field, comparison }: ChosenCondition,
): { valueText: string; valueNumber: number } {
  const { kind = "text", times = 1 } = chosenField(field) ?? {};
  if (kind === "yes-no") return { valueText: "", valueNumber: value === "yes" ? 1 : 0 };
  if (kind !== "number") return { valueText: value, valueNumber: 0 };
  return { valueText: "", valueNumber: storedNumber(value, times, comparison) };
}

/** 10 years are 3652.5 days: at least that is 3653 days, at most 3652. */
export function storedNumber(value: string, times: number, comparison: ChosenCondition["comparison"]): number {
  const exact = Number((Number(value) * times).toFixed(6));
  if (!Number.isFinite(exact)) return 0;
  return comparison === "at-least"
    ? Math.ceil(exact)
    : comparison === "at-most"
      ? Math.floor(exact)
      : Math.round(exact);
}
