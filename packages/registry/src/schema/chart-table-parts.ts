import type { Field, Rule, Table } from "@osteon/codebook";
import { type ChartColumn, cellExpressions, chartColumns } from "./chart-columns.ts";

/** The columns of a field as a table defines them: its value, and the reason of a missing one. */
export function columnLines(column: ChartColumn, key: string, ofKey = ""): readonly string[] {
  const { name, sqlType, missing, field } = column;
  if (name === key) return [`${name} text${ofKey} check (length(${name}) between 1 and 64)`];
  const always = name === "patient" || name === "centre" ? " not null" : "";
  const check = valueCheck(field);
  const value = `${name} ${sqlType}${always}${check === undefined ? "" : ` check (${check})`}`;
  if (missing === undefined) return [value];
  return [value, `${missing} chart.missing_reason check (${missing} is null or ${name} is null)`];
}

/** What a value of the field obeys; nothing where any does. A choice from a list refers to the list, see step 34. */
export function valueCheck({ name, type }: Field): string | undefined {
  switch (type.kind) {
    case "text":
      return `length(${name}) <= ${type.maxLength}`;
    case "choice":
      if (type.list !== undefined) return undefined;
      return `${name} in (${type.choices.map(({ code }) => quoted(code)).join(", ")})`;
    case "integer":
      return between(name, type.limits.possible);
    case "decimal":
      return `${between(name, type.limits.possible)} and scale(trim_scale(${name})) <= ${type.decimals}`;
    default:
      return undefined;
  }
}

const quoted = (code: string): string => `'${code.replaceAll("'", "''")}'`;
const between = (name: string, [low, high]: readonly [number, number]): string => `${name} between ${low} and ${high}`;

/** Whether rows of another table than the child itself refer to rows of this one. */
export const isReferredTo = ({ name }: Table, codebook: readonly Table[]): boolean =>
  codebook.some(({ fields }) => fields.some(({ type }) => type.kind === "reference" && type.table === name));

/** What a complete row obeys. */
export function completeness({ fields, rules }: Table): string {
  const required = fields.filter((field) => field.required && field.type.kind !== "key");
  const all = [
    "as_typed = '{}'",
    ...required.map(({ name }) => `${name} is not null`),
    ...rules.map((rule) => ruleCheck(rule, fields)),
  ];
  return `check (row_status = 'draft' or (${all.join("\n    and ")}))`;
}

function ruleCheck(rule: Rule, fields: readonly Field[]): string {
  switch (rule.code) {
    case "not-before": {
      const isDate = /date$/.test(fields.find(({ name }) => name === rule.earlier)?.type.kind ?? "");
      const early = isDate ? `chart.first_day(${rule.earlier}::text)` : rule.earlier;
      const late = isDate ? `chart.last_day(${rule.later}::text)` : rule.later;
      return `coalesce(${early} <= ${late}, true)`;
    }
    case "required-with":
      return `(${rule.when} is null or ${rule.field} is not null)`;
    case "required-when":
      return `(${rule.when} is distinct from ${quoted(rule.equals)} or ${rule.field} is not null or coalesce(${rule.field}_missing in ('unknown', 'not-done'), false))`;
  }
}

/** Every cell as a chart folder writes it, with what the registry knows of the row. */
export function view(table: Table): string {
  const name = `chart.${table.name}`;
  return `create view ${name}_cells with (security_invoker = true) as\n  select ${cellExpressions(table).join(",\n    ")}\n  from ${name};`;
}

/** The columns that members write. */
export const writtenColumns = (table: Table): readonly string[] => [
  ...chartColumns(table).flatMap(columnNames),
  ...(table.name === "patient" ? [] : ["centre"]),
  "row_status",
  "as_typed",
  "own",
];

/** The names of a field's columns. */
export const columnNames = ({ name, missing }: ChartColumn): readonly string[] =>
  missing === undefined ? [name] : [name, missing];
