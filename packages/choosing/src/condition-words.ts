import type { ChosenCondition, ChosenField } from "@osteon/api";
import { type Language, numberIn, type Pair } from "@osteon/words";
import { chosenField, tableLabel } from "./fields.ts";
import { both } from "./spoken.ts";

const WHEN: Readonly<Record<ChosenCondition["when"], Pair>> = {
  ever: both("at any time", "zu irgendeiner Zeit"),
  "around-diagnosis": both("around diagnosis", "um die Diagnose"),
  "by-start": both("up to day 0", "bis Tag 0"),
};

const YES_NO: Readonly<Record<string, Pair>> = { yes: both("yes", "ja"), no: both("no", "nein") };

/** The name of a field beside that of its table: `Lesion, region`. */
export function fieldWords({ table, label }: Pick<ChosenField, "table" | "label">): Pair {
  const of = tableLabel(table);
  if (of === undefined || table === "visit" || table === "laboratory") return label;
  return both(`${of.en}, ${small(label.en)}`, `${of.de}, ${label.de}`);
}

/** Within a sentence an English label begins small, unless it is an abbreviation. */
const small = (label: string): string =>
  /^\p{Lu}(?:\p{Lu}|\p{N})/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);

/** A condition as a sentence names it: `Lesion, region: Spine, at any time`. */
export function conditionWords(condition: ChosenCondition): Pair {
  const field = chosenField(condition.field);
  if (field === undefined) return both(condition.field, condition.field);
  return both(inLanguage(condition, field, "en"), inLanguage(condition, field, "de"));
}

const SAYS = {
  en: { or: "or", not: "not", atLeast: "at least", atMost: "at most", recorded: "recorded" },
  de: { or: "oder", not: "nicht", atLeast: "mindestens", atMost: "höchstens", recorded: "dokumentiert" },
} as const;

function inLanguage({ comparison, values, when }: ChosenCondition, field: ChosenField, language: Language): string {
  const says = SAYS[language];
  const unit = field.unit[language] === "" ? "" : ` ${field.unit[language]}`;
  const told = values.map((value) => `${valueWords(value, field)[language]}${unit}`);
  const named = told.length < 2 ? told.join("") : `${told.slice(0, -1).join(", ")} ${says.or} ${told.at(-1)}`;
  const compared = {
    is: `: ${named}`,
    "is-not": `: ${says.not} ${named}`,
    "at-least": ` ${says.atLeast} ${named}`,
    "at-most": ` ${says.atMost} ${named}`,
    known: ` ${says.recorded}`,
  }[comparison];
  return `${fieldWords(field)[language]}${compared}${field.once ? "" : `, ${WHEN[when][language]}`}`;
}

function valueWords(value: string, field: ChosenField): Pair {
  if (field.kind === "yes-no") return YES_NO[value] ?? both(value, value);
  if (field.kind === "number") return both(value, numberIn(value, "de"));
  return field.choices.find(({ code }) => code === value)?.label ?? both(value, value);
}
