import { type Field, keyOf, type Table } from "@osteon/codebook";
import { chartColumns } from "../../src/schema/chart-columns.ts";
import { columnLines, completeness, isReferredTo, view, writtenColumns } from "../../src/schema/chart-table-parts.ts";

const HEAD = "-- Generated from the codebook by packages/registry/bin/write-migration.ts; do not edit.\n";

/** The chart tables of a codebook as the step of the first release makes them; later steps bring them to what they are. */
export function firstTablesSql(ofToday: readonly Table[]): string {
  const codebook = ofToday.map(withoutLists);
  return `${HEAD}\n${codebook.map((table) => tableSql(table, codebook)).join("\n")}\n${readChartSql(codebook)}`;
}

/** The first release knew no lists: whatever could be chosen stood in a check. */
const withoutLists = (table: Table): Table => ({
  ...table,
  fields: table.fields.map((field) =>
    field.type.kind === "choice" ? { ...field, type: { kind: "choice", choices: field.type.choices } } : field,
  ),
});

/** A child's whole chart in one call; in plpgsql, which keeps the plan of its sixteen look-ups. The caller's row security holds. */
function readChartSql(codebook: readonly Table[]): string {
  const parts = codebook.map(
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

function tableSql(table: Table, codebook: readonly Table[]): string {
  const cells = view(table).replace(/,\s+own \|\| as_typed as own/, "");
  return [createTable(table, codebook), ...indexes(table, codebook), triggers(table), cells, rights(table)].join("\n");
}

function createTable(table: Table, codebook: readonly Table[]): string {
  const key = keyOf(table).name;
  const isPatient = table.name === "patient";
  const lines = [
    ...chartColumns(table).flatMap((column) => columnLines(column, key, " primary key")),
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
          ...(isReferredTo(table, codebook) ? [`unique (patient, ${key})`] : []),
        ]),
    ...table.fields.flatMap((field) => referenceLines(field)),
    `constraint complete_rows_obey ${completeness(table)}`,
  ];
  return `-- ${table.says}\ncreate table chart.${table.name} (\n  ${lines.join(",\n  ")}\n);`;
}

/** A row refers to rows of the same child only; the child itself is tied to its centre above. */
function referenceLines({ name, type }: Field): readonly string[] {
  if (type.kind !== "reference" || type.table === "patient") return [];
  return [`foreign key (patient, ${name}) references chart.${type.table} (patient, ${type.table})`];
}

function indexes(table: Table, codebook: readonly Table[]): readonly string[] {
  if (table.name === "patient") return [];
  const references = table.fields.filter(({ type }) => type.kind === "reference");
  return references
    .filter(({ name }) => name === "patient" || name === "visit")
    .filter(({ name }) => name !== "patient" || !isReferredTo(table, codebook))
    .map(({ name }) => `create index on chart.${table.name} (${name});`);
}

function triggers(table: Table): string {
  const key = keyOf(table).name;
  return [
    `call audit.watch('chart.${table.name}', '${key}');`,
    `create trigger version before update on chart.${table.name} for each row execute function chart.count_version('${key}');`,
  ].join("\n");
}

function rights(table: Table): string {
  const name = `chart.${table.name}`;
  const columns = writtenColumns(table).filter((name) => name !== "own");
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
