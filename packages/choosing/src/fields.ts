import type { ChosenField } from "@osteon/api";
import {
  ANALYTES,
  CODEBOOK,
  DAYS_PER_MONTH,
  DAYS_PER_YEAR,
  type Field,
  fieldLabel,
  GERMAN_BOOK,
  TABLE_LABELS,
} from "@osteon/codebook";
import type { Pair } from "@osteon/words";
import { CHART_READINGS, type ChartReading } from "./chart-readings.ts";

const NOTHING: Pair = { en: "", de: "" };
const german = (english: string): Pair => ({ en: english, de: GERMAN_BOOK[english] ?? english });

/** What decides who is in the study at all is no condition of one's own. */
const NOT_CHOSEN = new Set(["patient.cohort", "patient.consent"]);

function ofTable({ table, absent, day }: ChartReading): readonly ChosenField[] {
  const told = table === "patient" || table === "visit";
  const fields = CODEBOOK.find(({ name }) => name === table)?.fields ?? [];
  return fields.flatMap((field): readonly ChosenField[] => {
    const id = `${table}.${field.name}`;
    const shape = NOT_CHOSEN.has(id) ? undefined : shapeOf(field);
    if (shape === undefined) return [];
    const isTold = told && shape.kind !== "text";
    return [
      {
        ...{ id, table, name: field.name, absent, once: day === undefined },
        ...shape,
        label: labelOf(table, field),
        atStart: isTold,
        inCourse: isTold && table === "visit",
      },
    ];
  });
}

const labelOf = (table: string, { name }: Field): Pair => {
  const [en, de] = fieldLabel(table, name) ?? [name, name];
  return { en, de };
};

type Shape = Pick<ChosenField, "kind" | "unit" | "times" | "decimals" | "choices" | "limits">;

/** How a field is compared; nothing of keys, references and days. */
function shapeOf({ type, unit = "" }: Field): Shape | undefined {
  const plain = { unit: { en: unit, de: unit }, times: 1, decimals: 0, choices: [] } as const;
  switch (type.kind) {
    case "choice":
      return {
        ...plain,
        kind: "choice",
        choices: type.choices.map(({ code, says }) => ({ code, label: german(says) })),
      };
    case "yes-no":
    case "text":
      return { ...plain, kind: type.kind };
    case "integer":
      return { ...plain, kind: "number", limits: type.limits.possible };
    case "decimal":
      return {
        ...plain,
        kind: "number",
        times: 10 ** type.decimals,
        decimals: type.decimals,
        limits: type.limits.possible,
      };
    default:
      return undefined;
  }
}

const REGIONS: readonly (readonly [code: string, en: string, de: string])[] = [
  ["skull", "Skull", "Schädel"],
  ["trunk", "Clavicle, scapula, rib or sternum", "Schlüsselbein, Schulterblatt, Rippe oder Brustbein"],
  ["spine", "Spine", "Wirbelsäule"],
  ["upper_extremity", "Arm or hand", "Arm oder Hand"],
  ["pelvis", "Pelvis", "Becken"],
  ["lower_extremity", "Leg or foot", "Bein oder Fuß"],
];

const LESION: readonly ChosenField[] = [
  {
    ...{ id: "lesion.region", table: "lesion", name: "region", kind: "choice", absent: "unless-imaged" },
    ...{ label: { en: "Region", de: "Region" }, unit: NOTHING, times: 1, decimals: 0 },
    choices: REGIONS.map(([code, en, de]) => ({ code, label: { en, de } })),
    ...{ once: false, atStart: false, inCourse: false },
  },
  ...ofTable({ table: "lesion", day: "imaging.imaged_epoch_day", absent: "unless-imaged" }),
];

const LABORATORY: readonly ChosenField[] = ANALYTES.map(({ code, says, scale, unit, limits }) => ({
  ...({ id: `laboratory.${code}`, table: "laboratory", name: code, absent: "unknown", label: german(says) } as const),
  ...(scale === "finding"
    ? ({
        ...{ kind: "choice", unit: NOTHING, times: 1, decimals: 0 },
        choices: [
          { code: "positive", label: german("Positive") },
          { code: "negative", label: german("Negative") },
        ],
      } as const)
    : ({
        ...{ kind: "number", unit: { en: unit, de: unit }, times: 1000, decimals: 3, choices: [] },
        limits: limits.possible,
      } as const)),
  ...{ once: false, atStart: true, inCourse: true },
}));

const ofChild = (name: string, label: Pair, unit: Pair, times: number, most: number): ChosenField => ({
  ...{ id: `child.${name}`, table: "child", name, kind: "number", label, unit, times },
  ...{ decimals: times === 1 ? 0 : 1, choices: [], limits: [0, most], absent: "unknown" },
  ...{ once: true, atStart: true, inCourse: false },
});

const YEARS: Pair = { en: "years", de: "Jahre" };
const MONTHS: Pair = { en: "months", de: "Monate" };

/** What follows from the chart; the model `child_fact` holds them, and at day 0 `chosen_value`. */
const CHILD: readonly ChosenField[] = [
  ofChild("age_at_diagnosis", { en: "Age at diagnosis", de: "Alter bei Diagnose" }, YEARS, DAYS_PER_YEAR, 100),
  ofChild(
    "delay",
    { en: "First symptom to diagnosis", de: "Vom ersten Symptom bis zur Diagnose" },
    MONTHS,
    DAYS_PER_MONTH,
    1200,
  ),
  ofChild(
    "follow_up",
    { en: "Diagnosis to last contact", de: "Diagnose bis letzter Kontakt" },
    MONTHS,
    DAYS_PER_MONTH,
    1200,
  ),
  ofChild(
    "lesions_at_diagnosis",
    { en: "Lesions seen around diagnosis", de: "Um die Diagnose gesehene Läsionen" },
    NOTHING,
    1,
    200,
  ),
];

/** Every field that may be chosen, in the order of the codebook; what follows from a chart first. */
export const CHOSEN_FIELDS: readonly ChosenField[] = [
  ...CHILD,
  ...CHART_READINGS.filter(({ table }) => table === "patient" || table === "visit").flatMap(ofTable),
  ...LABORATORY,
  ...LESION,
  ...CHART_READINGS.filter(({ table }) => table !== "patient" && table !== "visit").flatMap(ofTable),
];

const BY_ID: ReadonlyMap<string, ChosenField> = new Map(CHOSEN_FIELDS.map((field) => [field.id, field]));

/** The field of that id; nothing where there is none. */
export const chosenField = (id: string): ChosenField | undefined => BY_ID.get(id);

/** What the rows of a table are called: `Lesion`; nothing of what holds for the child as such. */
export function tableLabel(table: string): Pair | undefined {
  const [en, de] = table === "child" || table === "patient" ? [] : (TABLE_LABELS[table]?.one ?? []);
  return en === undefined || de === undefined ? undefined : { en, de };
}
