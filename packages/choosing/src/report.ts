import type { Choices, ChosenEvent, ChosenField } from "@osteon/api";
import type { Block, CellsTable, CurvesSpec, MethodsSpec, Outline } from "@osteon/publish";
import type { Pair } from "@osteon/words";
import {
  CONDITION_STATES,
  courseId,
  EVENT_WORDS,
  eventId,
  fieldsOf,
  outcomeId,
  outcomesOf,
  printedDecimals,
  STANDINGS,
  startId,
} from "./analyses.ts";
import { EVERY_CHILD, type NamedGroup, namedGroups } from "./chosen-groups.ts";
import { populationOf } from "./chosen-tables.ts";
import { conditionWords, fieldWords } from "./condition-words.ts";
import { both, type Spoken } from "./spoken.ts";

type Rows = CellsTable["rows"];

/** What the report shows. Texts that a person typed stand in labels alone, where nothing is read in braces. */
export function chosenReport(choices: Choices, spoken: Spoken): Outline {
  const { say } = spoken;
  const groups = namedGroups(choices.groups);
  const label = (pair: Pair): string => say(pair);
  const part = (id: string, title: Pair, blocks: readonly Block[]) =>
    blocks.length === 0 ? [] : [{ id, title: say(title), blocks }];
  const compares = groups.length > 1;
  return {
    labels: Object.fromEntries([
      ...groups.map((group) => [group.id, label(group.label)]),
      [EVERY_CHILD, say(both("All children", "Alle Kinder"))],
      ...choices.timePoints.map((point) => [point.name, label(point.label)]),
    ]),
    states: {},
    headlines: headlines(choices, groups, spoken),
    ...(compares ? { headlinesCompare: true } : {}),
    parts: [
      ...part("summary", both("Summary", "Überblick"), [{ headlines: true }]),
      ...part("children", both("Children", "Kinder"), [
        { table: standingTable(groups, spoken) },
        ...conditionTable(choices, spoken),
      ]),
      ...part("start", both("Day 0", "Tag 0"), startTable(choices, groups, spoken)),
      ...part("course", both("Course", "Verlauf"), [
        ...outcomeTable(choices, groups, spoken),
        ...courseTables(choices, groups, spoken),
      ]),
      ...part(
        "events",
        both("Time to an event", "Zeit bis zu einem Ereignis"),
        choices.events.map((event) => ({ figure: curves(event, choices, groups, spoken) })),
      ),
    ],
    methods: methods(choices, spoken),
    ...(compares ? { notComparable: say(notComparable(choices)) } : {}),
  };
}

function headlines(choices: Choices, groups: readonly NamedGroup[], { say }: Spoken): Outline["headlines"] {
  const last = choices.timePoints.at(-1);
  const [outcome] = outcomesOf(choices).filter(({ kind }) => kind !== "number");
  const of = say(both("children counted", "gezählte Kinder"));
  return [
    ...groups.map(({ id, label }) => ({ label: say(label), number: `{children.${id}.n|number}`, below: of })),
    ...(outcome === undefined || last === undefined
      ? []
      : groups.map(({ id, label }) => ({
          label: say(
            both(
              `${outcome.title.en}, ${last.label.en}: ${label.en}`,
              `${outcome.title.de}, ${last.label.de}: ${label.de}`,
            ),
          ),
          number: `{${outcomeId(outcome)}.${id}/${last.name}.percent|number:0:1: %}`,
          below: `{${outcomeId(outcome)}.${id}/${last.name}|n-of-N}`,
        }))),
  ];
}

const STANDING_HEADS: readonly Pair[] = [
  both("Counted", "Gezählt"),
  both("Left out: a condition is not met", "Ausgelassen: eine Bedingung ist nicht erfüllt"),
  both("Left out: a condition is not known", "Ausgelassen: eine Bedingung ist nicht bekannt"),
  both("In another group", "In einer anderen Gruppe"),
];

function standingTable(groups: readonly NamedGroup[], { say }: Spoken): CellsTable {
  const rows = [
    { id: EVERY_CHILD, label: both("All children with CNO", "Alle Kinder mit CNO") },
    ...groups.filter(({ id }) => id.startsWith("on-")),
  ];
  return {
    kind: "cells",
    id: "standing",
    title: say(both("Who is counted", "Wer gezählt wird")),
    heads: ["", ...STANDING_HEADS.map(say)],
    rows: rows.map(({ id, label }) => ({
      label: say(label),
      cells: STANDINGS.map((standing) => `{standing.${id}.${standing}|number}`),
    })),
    notes: [
      say(
        both(
          "Of a group those are told who were given its drugs; what a chart does not say is not known, and never taken for a no.",
          "In einer Gruppe stehen die, denen ihre Medikamente gegeben wurden; was eine Akte nicht sagt, ist nicht bekannt und gilt nie als Nein.",
        ),
      ),
    ],
  };
}

function conditionTable(choices: Choices, { say }: Spoken): readonly Block[] {
  const conditions = Object.entries(populationOf(choices));
  if (conditions.length === 0) return [];
  const heads = [
    "",
    say(both("Met", "Erfüllt")),
    say(both("Not met", "Nicht erfüllt")),
    say(both("Not known", "Nicht bekannt")),
  ];
  return [
    {
      table: {
        ...{ kind: "cells", id: "conditions", heads, notes: [] },
        title: say(both("Each condition, all children with CNO", "Jede Bedingung, alle Kinder mit CNO")),
        rows: conditions.map(([id, condition]) => ({
          label: say(conditionWords(condition)),
          cells: CONDITION_STATES.map((state) => `{conditions.${id}.${state}|number}`),
        })),
      },
    },
  ];
}

const NOTES = both(
  "Median (quartiles); n of N (%), of those in whom it is known.",
  "Median (Quartile); n von N (%), von denen, bei denen es bekannt ist.",
);

const groupHeads = (groups: readonly NamedGroup[], { say }: Spoken): readonly string[] => [
  "",
  ...groups.map(({ label }) => say(label)),
];

function startTable(choices: Choices, groups: readonly NamedGroup[], spoken: Spoken): readonly Block[] {
  const { say } = spoken;
  const fields = fieldsOf(choices.characteristics);
  if (fields.length === 0) return [];
  const rows: Rows = [
    {
      label: say(both("Children", "Kinder")),
      cells: groups.map(({ id }) => `{children.${id}.n|number}`),
    },
    ...fields.flatMap((field) => fieldRows(field, startId(field), groups, spoken)),
  ];
  const title = say(both("Children at day 0", "Kinder an Tag 0"));
  return [
    { table: { kind: "cells", id: "start", title, heads: groupHeads(groups, spoken), rows, notes: [say(NOTES)] } },
  ];
}

/** A row of a field, or one for each of its choices; `behind` stands after the group. */
function fieldRows(
  field: ChosenField,
  analysis: string,
  groups: readonly NamedGroup[],
  { say }: Spoken,
  { behind = "", level = 0 } = {},
): Rows {
  const words = fieldWords(field);
  const unit = (language: "en" | "de") => (field.unit[language] === "" ? "" : `, ${field.unit[language]}`);
  const label = say(both(`${words.en}${unit("en")}`, `${words.de}${unit("de")}`));
  if (field.kind === "choice")
    return [
      { label, level, cells: [] },
      ...field.choices.map(({ code, label: choice }) => ({
        label: say(choice),
        level: level + 1,
        cells: groups.map(({ id }) => `{${analysis}.${id}${behind}.${code}|state}`),
      })),
    ];
  const format = field.kind === "number" ? `median-quartiles:${printedDecimals(field)}` : "share";
  return [{ label, level, cells: groups.map(({ id }) => `{${analysis}.${id}${behind}|${format}}`) }];
}

function outcomeTable(choices: Choices, groups: readonly NamedGroup[], spoken: Spoken): readonly Block[] {
  const { say } = spoken;
  const definitions = outcomesOf(choices);
  if (definitions.length === 0 || choices.timePoints.length === 0) return [];
  const rows: Rows = definitions.flatMap((definition) => [
    { label: say(definition.title), cells: [] },
    ...choices.timePoints.map(({ name, label }) => ({
      label: say(label),
      level: 1,
      cells: groups.map(
        ({ id }) =>
          `{${outcomeId(definition)}.${id}/${name}|${definition.kind === "number" ? "median-quartiles:0" : "share"}}`,
      ),
    })),
  ]);
  const title = say(both("Outcomes at the time points", "Ergebnisse zu den Zeitpunkten"));
  return [
    { table: { kind: "cells", id: "outcomes", title, heads: groupHeads(groups, spoken), rows, notes: [say(NOTES)] } },
  ];
}

function courseTables(choices: Choices, groups: readonly NamedGroup[], spoken: Spoken): readonly Block[] {
  const { say } = spoken;
  const fields = fieldsOf(choices.course);
  if (fields.length === 0 || choices.timePoints.length === 0) return [];
  const rows: Rows = fields.flatMap((field) =>
    choices.timePoints.flatMap(({ name, label }) => [
      { label: say(label), cells: [] },
      ...fieldRows(field, courseId(field), groups, spoken, { behind: `/${name}`, level: 1 }),
    ]),
  );
  const title = say(both("Findings at the time points", "Befunde zu den Zeitpunkten"));
  return [
    { table: { kind: "cells", id: "course", title, heads: groupHeads(groups, spoken), rows, notes: [say(NOTES)] } },
  ];
}

/** What keeps groups from being comparable. */
const notComparable = (choices: Choices): Pair =>
  choices.groups.by === "stratum"
    ? both(
        "The groups are not comparable: they differ in more than the condition that parts them, and nothing is adjusted for.",
        "Die Gruppen sind nicht vergleichbar: Sie unterscheiden sich in mehr als der Bedingung, die sie trennt, und für nichts ist adjustiert.",
      )
    : areDisjoint(choices)
      ? both(
          "The groups are not comparable: how ill a child was, and what had failed before, decided which drug it got; nothing is adjusted for.",
          "Die Gruppen sind nicht vergleichbar: Wie krank ein Kind war und was vorher nicht geholfen hatte, entschied über das Medikament; für nichts ist adjustiert.",
        )
      : both(
          "The groups are not comparable: how ill a child was, and what had failed before, decided which drug it got; a child may stand in several groups, and nothing is adjusted for.",
          "Die Gruppen sind nicht vergleichbar: Wie krank ein Kind war und was vorher nicht geholfen hatte, entschied über das Medikament; ein Kind kann in mehreren Gruppen stehen, und für nichts ist adjustiert.",
        );

/** Groups that share a child are not tested against each other. */
const areDisjoint = ({ groups }: Choices): boolean => !("members" in groups) || groups.members === "first";

function curves(event: ChosenEvent, choices: Choices, groups: readonly NamedGroup[], { say }: Spoken): CurvesSpec {
  const { to, without } = EVENT_WORDS[event];
  const compares = groups.length > 1;
  const of = eventId(event);
  const tested = compares && areDisjoint(choices);
  return {
    ...{ kind: "kaplan-meier", id: of, of, groups: groups.map(({ id }) => id) },
    ...(compares ? { compares: true } : {}),
    title: say(to),
    caption: say(
      both(
        "Kaplan-Meier estimate from day 0; children without the event are censored at their last contact.",
        "Kaplan-Meier-Schätzung ab Tag 0; Kinder ohne das Ereignis sind beim letzten Kontakt zensiert.",
      ),
    ),
    description: say(both("Kaplan-Meier estimates: {groups}.", "Kaplan-Meier-Schätzungen: {groups}.")),
    timeLabel: say(both("Months since day 0", "Monate seit Tag 0")),
    survivalLabel: say(without),
    notes: tested
      ? [`{${of}.compared.log-rank-p|log-rank}`]
      : compares
        ? [
            say(
              both(
                "A child may stand in several groups: they are not tested against each other.",
                "Ein Kind kann in mehreren Gruppen stehen: Sie werden nicht gegeneinander getestet.",
              ),
            ),
          ]
        : [`{${of}.${groups[0]?.id ?? EVERY_CHILD}|curve-median-note}`],
  };
}

function methods(choices: Choices, { say }: Spoken): readonly MethodsSpec[] {
  const rules = (...names: readonly string[]) => names.map((name) => `rules.${name}`);
  const isGrouped = "members" in choices.groups;
  return [
    {
      heading: say(both("Children", "Kinder")),
      of: ["cohorts.*", "tables.condition.rows.*", ...rules("aroundDiagnosis", "saysNothing")],
    },
    {
      heading: say(both("Groups", "Gruppen")),
      of: ["groups.*", ...(isGrouped ? rules("members", "together") : [])],
    },
    ...(choices.timePoints.length === 0
      ? []
      : [{ heading: say(both("Time points", "Zeitpunkte")), of: ["timePoints.*", ...rules("visitTie")] }]),
    {
      heading: say(both("What is read of the charts", "Was aus den Akten gelesen wird")),
      of: rules(...readRules(choices)),
    },
  ];
}

/** The rules of what is told, each once. */
function readRules({ outcomes, events, timePoints }: Choices): readonly string[] {
  const isTold = (id: string) => timePoints.length > 0 && outcomes.includes(id);
  const pedcno = outcomes.some((id) => id.startsWith("pedcno"));
  const own: Readonly<Record<string, string>> = {
    ...{ cdas: "cdas", cdas_fall: "cdasFall", severe_disease: "severeDisease", mri_inactive: "mriInactive" },
    low_pain: "lowPain",
  };
  return [
    "baseline",
    ...(outcomes.length > 0 || events.length > 0 ? STATE_RULES : []),
    ...(timePoints.length > 0 && pedcno ? ["coreSetImaging", "pedcno"] : []),
    ...Object.entries(own).flatMap(([id, rule]) => (isTold(id) ? [rule] : [])),
  ];
}

const STATE_RULES = [
  ...["escalation", "fever", "markers", "fullRemission", "partialRemission", "relapse", "relapseImaging"],
] as const;
