import { type Codebook, SHIPPED } from "./book.ts";
import type { Codes, Field, Limits, Rule, Table } from "./field.ts";
import { MISSING_REASONS } from "./missing-reason.ts";
import { sinceOf } from "./versions/versions.ts";

/** One field of the codebook in words, for exports and reference pages; what does not apply is an empty text. */
export interface DictionaryRow {
  readonly table: string;
  readonly field: string;
  readonly says: string;
  readonly type: string;
  readonly required: "yes" | "no";
  /** UCUM. */
  readonly unit: string;
  /** `code = label`, separated by semicolons. */
  readonly choices: string;
  /** Beyond these a value is refused. */
  readonly possible: string;
  /** Beyond these a value is queried. */
  readonly plausible: string;
  /** `loinc:1988-5`, of the field itself. */
  readonly codes: string;
  /** `code loinc:1988-5`, of its choices, separated by semicolons. */
  readonly choiceCodes: string;
  /** Words that a cell may hold instead of a value, separated by semicolons. */
  readonly missing: string;
  /** The rules of its table that this field is held to, as sentences. */
  readonly rules: string;
  /** The version of the codebook since which it is there. */
  readonly since: string;
}

/** Every field of every table, in the order of the codebook. */
export function dictionary({ tables }: Codebook = SHIPPED): readonly DictionaryRow[] {
  return tables.flatMap((table) => table.fields.map((field) => dictionaryRow(table, field)));
}

function dictionaryRow({ name, rules }: Table, field: Field): DictionaryRow {
  const choices = field.type.kind === "choice" ? field.type.choices : [];
  const limits = "limits" in field.type ? field.type.limits : undefined;
  const tokens = MISSING_REASONS.flatMap(({ token }) => (token === "" ? [] : [token]));
  return {
    table: name,
    field: field.name,
    says: field.says,
    type: typeInWords(field),
    required: field.required ? "yes" : "no",
    unit: field.unit ?? "",
    choices: choices.map(({ code, says }) => `${code} = ${says}`).join("; "),
    possible: rangeInWords(limits?.possible),
    plausible: rangeInWords(limits?.plausible),
    codes: codesInWords(field.codes),
    choiceCodes: choices.flatMap(({ code, codes }) => (codes ? [`${code} ${codesInWords(codes)}`] : [])).join("; "),
    missing: field.required ? "" : tokens.join("; "),
    rules: rules.flatMap((rule) => (heldField(rule) === field.name ? [rule.says] : [])).join(" "),
    since: `${sinceOf(field)}`,
  };
}

const heldField = (rule: Rule): string => (rule.code === "not-before" ? rule.later : rule.field);

function typeInWords({ type }: Field): string {
  switch (type.kind) {
    case "reference":
      return `reference to ${type.table}`;
    case "text":
      return `text, at most ${type.maxLength} letters`;
    case "integer":
      return "whole number";
    case "decimal":
      return `number, at most ${type.decimals} decimal${type.decimals === 1 ? "" : "s"}`;
    case "yes-no":
      return "yes or no";
    case "partial-date":
      return "date, perhaps partial";
    default:
      return type.kind;
  }
}

/** `0 to 10`; empty where there are no limits. */
export function rangeInWords(range: Limits["possible"] | undefined): string {
  return range === undefined ? "" : `${range[0]} to ${range[1]}`;
}

/** `loinc:1988-5 hpo:HP:0001945`; empty where there are none. */
export function codesInWords(codes: Codes | undefined): string {
  return Object.entries(codes ?? {})
    .map(([system, code]) => `${system}:${code}`)
    .join(" ");
}
