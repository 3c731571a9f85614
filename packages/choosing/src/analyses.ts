import type { Choices, ChosenEvent, ChosenField } from "@osteon/api";
import { MONTHS, NUMBER, OUTCOME_DEFINITIONS } from "@osteon/cno";
import type { Analysis, Leveled, Protocol, Where } from "@osteon/protocol";
import type { Pair } from "@osteon/words";
import { EVERY_CHILD, STRATA } from "./chosen-groups.ts";
import { populationOf } from "./chosen-tables.ts";
import { fieldWords } from "./condition-words.ts";
import { chosenField } from "./fields.ts";
import { both, type Spoken } from "./spoken.ts";

/** Whether a line is counted; the reason where not. */
export const STANDINGS = ["counted", "not_met", "not_known", "other_group"] as const;
export const CONDITION_STATES = ["met", "not_met", "not_known"] as const;

const DAY_0 = "day-0";
const COUNTED: Where = { standing: "counted", compared: 1 };

/** The days from day 0 to an event, as `chosen_child` has them. */
export const EVENT_WORDS: Readonly<Record<ChosenEvent, { readonly to: Pair; readonly without: Pair }>> = {
  relapse: {
    to: both("Time to the first relapse", "Zeit bis zum ersten Rückfall"),
    without: both("Without a relapse", "Ohne Rückfall"),
  },
  remission: {
    to: both("Time to the first full or partial remission", "Zeit bis zur ersten Voll- oder Teilremission"),
    without: both("Without a remission", "Ohne Remission"),
  },
  stop: {
    to: both("Time to the last stop of the drug", "Zeit bis zum letzten Absetzen des Medikaments"),
    without: both("On the drug", "Mit dem Medikament"),
  },
};

const EVENT_COLUMNS: Readonly<Record<ChosenEvent, { readonly time: string; readonly event: string }>> = {
  relapse: { time: "relapse_days", event: "relapsed" },
  remission: { time: "remission_days", event: "remitted" },
  stop: { time: "stop_days", event: "stopped" },
};

/** What is compared: groups by their drugs, or strata of all children. */
export const groupLevels = ({ groups }: Pick<Choices, "groups">): Leveled =>
  groups.by === "stratum"
    ? { column: "stratum", levels: STRATA }
    : { column: "line_class", levels: { groups: { inResponse: true } } };

/** The definitions that were chosen, in the order of the list. */
export const outcomesOf = ({ outcomes }: Pick<Choices, "outcomes">) =>
  OUTCOME_DEFINITIONS.filter(({ id }) => outcomes.includes(id));

export const fieldsOf = (ids: readonly string[]): readonly ChosenField[] =>
  ids.flatMap((id) => {
    const field = chosenField(id);
    return field === undefined ? [] : [field];
  });

/** The id of the analysis of a field, at day 0 or at the time points; of a definition; of an event. */
export const startId = ({ id }: ChosenField): string => `start-${id.replace(".", "-")}`;
export const courseId = ({ id }: ChosenField): string => `course-${id.replace(".", "-")}`;
export const outcomeId = ({ id }: { readonly id: string }): string => `outcome-${id}`;
export const eventId = (event: ChosenEvent): string => `time-to-${event}`;

/** The places behind the point that are printed of a field, whatever charts may write. */
export const printedDecimals = ({ table, decimals }: ChosenField): number =>
  table === "laboratory" ? Math.min(decimals, 1) : Math.min(decimals, 2);

/** Every analysis, in the order of the report. */
export function chosenAnalyses(choices: Choices, { say }: Spoken): Protocol["analyses"] {
  const group = groupLevels(choices);
  const point: Leveled = { column: "time_point", levels: "timePoints" };
  const moment: Leveled = { column: "moment", levels: "timePoints" };
  const titled = (title: Pair) => ({ title: say(title), says: say(both(`${title.en}.`, `${title.de}.`)) });
  const entries: (readonly [string, Analysis])[] = [
    [
      "standing",
      {
        kind: "breakdown",
        ...titled(both("Children counted, and why others are not", "Gezählte Kinder, und warum andere nicht")),
        ...{ from: "chosen_child", where: {}, column: "standing", levels: STANDINGS },
        by: [{ column: "line_class", levels: { groups: {} } }],
      },
    ],
    [
      "children",
      {
        kind: "count",
        ...titled(both("Children counted", "Gezählte Kinder")),
        ...{ from: "chosen_child", where: COUNTED, by: [group] },
      },
    ],
  ];
  const conditions = Object.keys(populationOf(choices));
  if (conditions.length > 0)
    entries.push([
      "conditions",
      {
        kind: "breakdown",
        ...titled(both("Each condition of the population", "Jede Bedingung der Population")),
        ...{ from: "condition_standing", where: { line_class: EVERY_CHILD, chosen_condition: conditions } },
        ...{ column: "condition_state", levels: CONDITION_STATES },
        by: [{ column: "chosen_condition", levels: conditions }],
      },
    ]);
  for (const field of fieldsOf(choices.characteristics))
    entries.push([
      startId(field),
      ofField(field, titled(fieldWords(field)), { ...COUNTED, moment: DAY_0, field: field.id }, [group]),
    ]);
  if (choices.timePoints.length > 0) {
    for (const definition of outcomesOf(choices)) {
      const { id, title, kind } = definition;
      const counted = { ...titled(title), from: "chosen_outcome", where: COUNTED, by: [group, point], column: id };
      entries.push([
        outcomeId(definition),
        kind === "number"
          ? { kind: "continuous", ...counted, ...NUMBER, chosenBy: CHOSEN_BY }
          : { kind: "share", ...counted, values: [1], unknown: [] },
      ]);
    }
    for (const field of fieldsOf(choices.course))
      entries.push([
        courseId(field),
        ofField(field, titled(fieldWords(field)), { ...COUNTED, field: field.id }, [group, moment]),
      ]);
  }
  for (const event of choices.events) entries.push([eventId(event), survival(event, titled, group)]);
  return Object.fromEntries(entries);
}

type Titled = { readonly title: string; readonly says: string };

const CHOSEN_BY = { test: "shapiro-wilk", alpha: 0.05 } as const;

function ofField(field: ChosenField, titled: Titled, where: Where, by: readonly Leveled[]): Analysis {
  const counted = { ...titled, from: "chosen_value", where, by };
  if (field.kind === "yes-no") return { kind: "share", ...counted, column: "value_number", values: [1], unknown: [] };
  if (field.kind === "number")
    return {
      kind: "continuous",
      ...counted,
      column: "value_number",
      ...{ unit: field.unit.en, divisor: field.times, decimals: printedDecimals(field) },
      chosenBy: CHOSEN_BY,
    };
  return { kind: "breakdown", ...counted, column: "value_text", levels: field.choices.map(({ code }) => code) };
}

function survival(event: ChosenEvent, titled: (title: Pair) => Titled, group: Leveled): Analysis {
  const { to } = EVENT_WORDS[event];
  return {
    kind: "survival",
    ...titled(to),
    ...{ from: "chosen_child", where: COUNTED, ...EVENT_COLUMNS[event], by: group },
    ...MONTHS,
    atDays: [183, 365, 730],
    riskAtDays: [0, 183, 365, 548, 730, 1096],
  };
}
