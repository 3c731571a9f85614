import {
  cellTyped,
  type Field,
  OWN_LIMITS,
  type OwnDefinition,
  type OwnKind,
  type OwnType,
  wordsOfCell,
} from "@osteon/codebook";
import type { Language } from "@osteon/words";

/** A definition while it is typed: every part a text, whatever kind is chosen. */
export interface TypedDefinition {
  readonly labelEn: string;
  readonly labelDe: string;
  readonly helpEn: string;
  readonly helpDe: string;
  readonly kind: OwnKind;
  readonly unit: string;
  readonly decimals: string;
  readonly possibleFrom: string;
  readonly possibleTo: string;
  readonly plausibleFrom: string;
  readonly plausibleTo: string;
  readonly longest: string;
  readonly choices: readonly TypedChoice[];
  readonly shownField: string;
  readonly shownEquals: string;
  readonly requiredOn: string;
  readonly requiredBy: string;
  readonly retired: boolean;
}

export interface TypedChoice {
  readonly line: number;
  readonly code: string;
  readonly says: string;
  readonly german: string;
}

export const NEW_DEFINITION: TypedDefinition = {
  ...{ labelEn: "", labelDe: "", helpEn: "", helpDe: "", kind: "yes-no", unit: "", decimals: "1" },
  ...{ possibleFrom: "", possibleTo: "", plausibleFrom: "", plausibleTo: "", longest: "200" },
  choices: [{ line: 1, code: "", says: "", german: "" }],
  ...{ shownField: "", shownEquals: "", requiredOn: "", requiredBy: "", retired: false },
};

const SIZE = [-OWN_LIMITS.size, OWN_LIMITS.size] as const;
const NUMBER: Field = {
  ...{ name: "number", says: "", required: false },
  type: { kind: "decimal", decimals: OWN_LIMITS.decimals, limits: { possible: SIZE, plausible: SIZE } },
};
const DAY: Field = { name: "day", says: "", required: false, type: { kind: "date" } };

/** A number as it was typed in the language of the page; none where it cannot be read. */
const numberTyped = (words: string, language: Language): number =>
  words.trim() === "" ? Number.NaN : Number(cellTyped(NUMBER, words, language));

/** The definition that was typed, as far as it can be read; the checks of the codebook speak of the rest. */
export function definitionTyped(typed: TypedDefinition, language: Language): OwnDefinition {
  const { labelEn, labelDe, helpEn, helpDe, shownField, shownEquals, requiredOn, requiredBy, unit } = typed;
  const isNumber = typed.kind === "integer" || typed.kind === "decimal";
  return {
    label: [labelEn.trim(), labelDe.trim()],
    help: [helpEn.trim(), helpDe.trim()],
    type: typeTyped(typed, language),
    ...(isNumber && unit.trim() !== "" ? { unit: unit.trim() } : {}),
    ...(shownField === "" ? {} : { shownWhen: { field: shownField, equals: shownEquals } }),
    ...(requiredOn.trim() === "" ? {} : { requiredFrom: { on: cellTyped(DAY, requiredOn, language), by: requiredBy } }),
    ...(typed.retired ? { retired: true } : {}),
  };
}

function typeTyped(typed: TypedDefinition, language: Language): OwnType {
  const at = (words: string): number => numberTyped(words, language);
  const limits = {
    possible: [at(typed.possibleFrom), at(typed.possibleTo)],
    plausible: [at(typed.plausibleFrom), at(typed.plausibleTo)],
  } as const;
  switch (typed.kind) {
    case "integer":
      return { kind: "integer", limits };
    case "decimal":
      return { kind: "decimal", decimals: at(typed.decimals), limits };
    case "choice":
      return {
        kind: "choice",
        choices: typed.choices.map(({ code, says, german }) => ({
          code: code.trim(),
          says: says.trim(),
          german: german.trim(),
        })),
      };
    case "text":
      return { kind: "text", maxLength: at(typed.longest) };
    default:
      return { kind: typed.kind };
  }
}

/** A definition as the form shows it. */
export function typedDefinition(of: OwnDefinition, language: Language): TypedDefinition {
  const { type, label, help, unit = "", shownWhen, requiredFrom, retired } = of;
  const words = (value: number): string => wordsOfCell(NUMBER, String(value), language);
  const limits = "limits" in type ? type.limits : undefined;
  return {
    ...NEW_DEFINITION,
    ...{ labelEn: label[0], labelDe: label[1], helpEn: help[0], helpDe: help[1], kind: type.kind, unit },
    ...(type.kind === "decimal" ? { decimals: String(type.decimals) } : {}),
    ...(type.kind === "text" ? { longest: String(type.maxLength) } : {}),
    ...(limits === undefined
      ? {}
      : {
          ...{ possibleFrom: words(limits.possible[0]), possibleTo: words(limits.possible[1]) },
          ...{ plausibleFrom: words(limits.plausible[0]), plausibleTo: words(limits.plausible[1]) },
        }),
    ...(type.kind === "choice"
      ? {
          choices: type.choices.map(({ code, says, german = "" }, place) => ({ line: place + 1, code, says, german })),
        }
      : {}),
    shownField: shownWhen?.field ?? "",
    shownEquals: shownWhen?.equals ?? "",
    requiredOn: requiredFrom === undefined ? "" : wordsOfCell(DAY, requiredFrom.on, language),
    requiredBy: requiredFrom?.by ?? "",
    retired: retired === true,
  };
}
