import type { Field, FieldType, ListName, Rule, Table } from "../field.ts";
import { fieldsOfRule, sinceOf } from "./versions.ts";

/** What a database and a file see of a field: all but words, codes of terminologies and what is merely asked about. */
export interface FieldStructure {
  readonly since: number;
  readonly kind: FieldType["kind"];
  readonly required?: true;
  /** UCUM. */
  readonly unit?: string;
  readonly table?: string;
  readonly maxLength?: number;
  readonly decimals?: number;
  readonly reciprocal?: true;
  readonly possible?: readonly [number, number];
  /** The list that the choices are of: rows of a table that a registry extends. */
  readonly list?: ListName;
  /** Each choice with the version since which it is there; of a list, what is shipped. */
  readonly choices?: Readonly<Record<string, number>>;
}

export interface TableStructure {
  readonly since: number;
  readonly fields: Readonly<Record<string, FieldStructure>>;
  /** Each rule as one line. */
  readonly rules: readonly string[];
}

/** A codebook as `codebook.lock.json` holds it. */
export type Structure = Readonly<Record<string, TableStructure>>;

export function structureOf(codebook: readonly Table[]): Structure {
  return Object.fromEntries(
    codebook.map((table) => [
      table.name,
      {
        since: sinceOf(table),
        fields: Object.fromEntries(table.fields.map((field) => [field.name, fieldStructure(field)])),
        rules: table.rules.map(ruleLine),
      },
    ]),
  );
}

function fieldStructure(field: Field): FieldStructure {
  const { type, unit } = field;
  return {
    since: sinceOf(field),
    kind: type.kind,
    ...(field.required && { required: true }),
    ...(unit !== undefined && { unit }),
    ...(type.kind === "reference" && { table: type.table }),
    ...(type.kind === "text" && { maxLength: type.maxLength }),
    ...(type.kind === "decimal" && { decimals: type.decimals }),
    ...(type.kind === "decimal" && type.reciprocal && { reciprocal: true }),
    ...("limits" in type && { possible: type.limits.possible }),
    ...(type.kind === "choice" && type.list !== undefined && { list: type.list }),
    ...(type.kind === "choice" && {
      choices: Object.fromEntries(type.choices.map((choice) => [choice.code, sinceOf(choice)])),
    }),
  };
}

/** `not-before born_on onset_on`, `required-with unit value`: its code, its fields, what its condition equals. */
export const ruleLine = (rule: Rule): string =>
  [rule.code, ...fieldsOfRule(rule), ...(rule.code === "required-when" ? [rule.equals] : [])].join(" ");

/** A locked codebook as tables without words, so that what is made of tables can be made of it too. */
export const tablesOf = (structure: Structure): readonly Table[] =>
  Object.entries(structure).map(([name, { since, fields, rules }]) => ({
    name,
    since,
    says: "",
    fields: Object.entries(fields).map(([field, one]) => ({
      name: field,
      since: one.since,
      says: "",
      required: one.required === true,
      type: fieldType(one),
      ...(one.unit !== undefined && { unit: one.unit }),
    })),
    rules: rules.map(ruleOf),
  }));

function fieldType({ kind, table = "", possible = [0, 0], ...of }: FieldStructure): FieldType {
  const limits = { possible, plausible: possible };
  switch (kind) {
    case "reference":
      return { kind, table };
    case "text":
      return { kind, maxLength: of.maxLength ?? 0 };
    case "choice":
      return {
        kind,
        choices: Object.entries(of.choices ?? {}).map(([code, choiceSince]) => ({
          code,
          says: "",
          since: choiceSince,
        })),
        ...(of.list !== undefined && { list: of.list }),
      };
    case "integer":
      return { kind, limits };
    case "decimal":
      return { kind, limits, decimals: of.decimals ?? 0, ...(of.reciprocal && { reciprocal: of.reciprocal }) };
    default:
      return { kind };
  }
}

function ruleOf(line: string): Rule {
  const [code, first = "", second = "", equals = ""] = line.split(" ");
  if (code === "not-before") return { code, earlier: first, later: second, says: "" };
  if (code === "required-with") return { code, field: first, when: second, says: "" };
  return { code: "required-when", field: first, when: second, equals, says: "" };
}
