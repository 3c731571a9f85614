import { CODEBOOK, type Field, keyOf, type Rule, type Table } from "@osteon/codebook";
import { type ChartColumn, cellExpressions, chartColumns } from "./chart-columns.ts";

const HEAD = "-- Generated from the codebook by packages/registry/bin/write-migration.ts; do not edit.\n";

/** The chart tables of a codebook as one migration: tables, checks, the views that read as chart cells, rights. */
export function chartTablesSql(codebook: readonly Table[]): string {
  return `${HEAD}\n${codebook.map(tableSql).join("\n")}\n${readChartSql()}`;
}

/** A child's whole chart in one call; in plpgsql, which keeps the plan of its sixteen look-ups. The caller's row security holds. */
function readChartSql(): string {
  const parts = CODEBOOK.map(
    (table) =>
      `'${table.name}', (select json_agg(one order by one.${keyOf(table).name}) from chart.${table.name}_cells one where one.patient = child)`,
  );
  return [
    "-- A child's whole chart: for each table its rows as cells. It runs with the rights of the caller.",
    "create function chart.read(child text) returns json",
    "  language plpgsql stable as $$",
    `begin\n  return json_build_object(\n    ${parts.join(",\n    ")});\nend $$;`,
    "grant execute on function chart.read(text) to osteon_member, osteon_keeper;",
    "",
  ].join("\n");
}

function tableSql(table: Table): string {
  return [createTable(table), ...indexes(table), triggers(table), view(table), rights(table)].join("\n");
}

function createTable(table: Table): string {
  const key = keyOf(table).name;
  const isPatient = table.name === "patient";
  const lines = [
    ...chartColumns(table).flatMap((column) => columnLines(column, key)),
    ...(isPatient ? [] : ["centre text not null"]),
    "row_status chart.row_status not null default 'draft'",
    "as_typed jsonb not null default '{}'",
    "version integer not null default 1",
    "written_at timestamptz not null default clock_timestamp()",
    "written_by text not null default access.actor()",
    ...(isPatient
      ? ["foreign key (centre) references access.centre", "unique (centre, patient)"]
      : [
          "foreign key (centre, patient) references chart.patient (centre, patient)",
          ...(isReferredTo(table) ? [`unique (patient, ${key})`] : []),
        ]),
    ...table.fields.flatMap((field) => referenceLines(field)),
    `constraint complete_rows_obey check (row_status = 'draft' or (${completeness(table).join("\n    and ")}))`,
  ];
  return `-- ${table.says}\ncreate table chart.${table.name} (\n  ${lines.join(",\n  ")}\n);`;
}

function columnLines(column: ChartColumn, key: string): readonly string[] {
  const { name, sqlType, missing, field } = column;
  if (name === key) return [`${name} text primary key check (length(${name}) between 1 and 64)`];
  const always = name === "patient" || name === "centre" ? " not null" : "";
  const check = valueCheck(field);
  const value = `${name} ${sqlType}${always}${check === undefined ? "" : ` check (${check})`}`;
  if (missing === undefined) return [value];
  return [value, `${missing} chart.missing_reason check (${missing} is null or ${name} is null)`];
}

function valueCheck({ name, type }: Field): string | undefined {
  switch (type.kind) {
    case "text":
      return `length(${name}) <= ${type.maxLength}`;
    case "choice":
      return `${name} in (${type.choices.map(({ code }) => `'${code.replaceAll("'", "''")}'`).join(", ")})`;
    case "integer":
      return between(name, type.limits.possible);
    case "decimal":
      return `${between(name, type.limits.possible)} and scale(trim_scale(${name})) <= ${type.decimals}`;
    default:
      return undefined;
  }
}

const between = (name: string, [low, high]: readonly [number, number]): string => `${name} between ${low} and ${high}`;

/** A row refers to rows of the same child only; the child itself is tied to its centre above. */
function referenceLines({ name, type }: Field): readonly string[] {
  if (type.kind !== "reference" || type.table === "patient") return [];
  return [`foreign key (patient, ${name}) references chart.${type.table} (patient, ${type.table})`];
}

const isReferredTo = ({ name }: Table): boolean =>
  CODEBOOK.some(({ fields }) => fields.some(({ type }) => type.kind === "reference" && type.table === name));

function completeness({ fields, rules }: Table): readonly string[] {
  const required = fields.filter((field) => field.required && field.type.kind !== "key");
  return [
    "as_typed = '{}'",
    ...required.map(({ name }) => `${name} is not null`),
    ...rules.map((rule) => ruleCheck(rule, fields)),
  ];
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
      return `(${rule.when} is distinct from '${rule.equals}' or ${rule.field} is not null or coalesce(${rule.field}_missing in ('unknown', 'not-done'), false))`;
  }
}

function indexes(table: Table): readonly string[] {
  if (table.name === "patient") return [];
  const references = table.fields.filter(({ type }) => type.kind === "reference");
  return references
    .filter(({ name }) => name === "patient" || name === "visit")
    .filter(({ name }) => name !== "patient" || !isReferredTo(table))
    .map(({ name }) => `create index on chart.${table.name} (${name});`);
}

function triggers(table: Table): string {
  const key = keyOf(table).name;
  return [
    `call audit.watch('chart.${table.name}', '${key}');`,
    `create trigger version before update on chart.${table.name} for each row execute function chart.count_version('${key}');`,
  ].join("\n");
}

/** Every cell as a chart folder writes it, with what the registry knows of the row. */
function view(table: Table): string {
  const name = `chart.${table.name}`;
  return `create view ${name}_cells with (security_invoker = true) as\n  select ${cellExpressions(table).join(",\n    ")}\n  from ${name};`;
}

function rights(table: Table): string {
  const name = `chart.${table.name}`;
  const columns = [
    ...chartColumns(table).flatMap((column) => [
      column.name,
      ...(column.missing === undefined ? [] : [column.missing]),
    ]),
    ...(table.name === "patient" ? [] : ["centre"]),
    "row_status",
    "as_typed",
  ];
  const at = (verb: string): string => `centre = any ((select access.centres('chart', '${verb}'))::text[])`;
  return [
    `grant select, delete on ${name} to osteon_member;`,
    `grant insert (${columns.join(", ")}), update (${columns.join(", ")}) on ${name} to osteon_member;`,
    `grant select on ${name}, ${name}_cells to osteon_keeper, osteon_system;`,
    `grant select on ${name}_cells to osteon_member;`,
    `alter table ${name} enable row level security, force row level security;`,
    `create policy member_reads on ${name} for select to osteon_member using (${at("read")});`,
    `create policy member_adds on ${name} for insert to osteon_member with check (${at("write")});`,
    `create policy member_changes on ${name} for update to osteon_member using (${at("write")});`,
    `create policy member_deletes on ${name} for delete to osteon_member using (${at("delete")});`,
    `create policy keeper_reads on ${name} for select to osteon_keeper using (current_user = 'osteon_keeper');`,
    `create policy system_reads on ${name} for select to osteon_system using (current_user = 'osteon_system');`,
    "",
  ].join("\n");
}
