import { CODEBOOK } from "../codebook.ts";
import type { Dated, Field, FieldType, Rule, Table } from "../field.ts";

/** Since which version an entry is there; what says nothing is of the first. */
export const sinceOf = ({ since = 1 }: Dated): number => since;

/** The fields that a rule is about. */
export const fieldsOfRule = (rule: Rule): readonly string[] =>
  rule.code === "not-before" ? [rule.earlier, rule.later] : [rule.field, rule.when];

/** The version of a codebook: the latest of its entries. */
export const versionOf = (codebook: readonly Table[]): number =>
  Math.max(
    1,
    ...codebook.flatMap((table) => [
      sinceOf(table),
      ...table.fields.flatMap((field) => [sinceOf(field), ...choicesOf(field).map(sinceOf)]),
    ]),
  );

/** The version of today's codebook, as a chart folder and a freeze say it. */
export const CODEBOOK_VERSION: number = versionOf(CODEBOOK);

/** The codebook as one of its versions had it: what came later is not there, nor the rules about it. */
export function codebookOf(version: number, codebook: readonly Table[] = CODEBOOK): readonly Table[] {
  const isThere = (entry: Dated): boolean => sinceOf(entry) <= version;
  return codebook.filter(isThere).map((table) => {
    const fields = table.fields.filter(isThere).map((field) => ({ ...field, type: typeOf(field.type, isThere) }));
    const names = new Set(fields.map(({ name }) => name));
    return {
      ...table,
      fields,
      rules: table.rules.filter((rule) => fieldsOfRule(rule).every((name) => names.has(name))),
    };
  });
}

function choicesOf({ type }: Field): readonly Dated[] {
  return type.kind === "choice" ? type.choices : [];
}

function typeOf(type: FieldType, isThere: (entry: Dated) => boolean): FieldType {
  return type.kind === "choice" ? { ...type, choices: type.choices.filter(isThere) } : type;
}
