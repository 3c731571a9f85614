import { type Field, keyOf, type Table } from "@osteon/codebook";
import { chartColumns } from "./chart-columns.ts";
import { columnLines, completeness, isReferredTo, view, writtenColumns } from "./chart-table-parts.ts";

/** A chart table that a later version of the codebook adds, as all steps together have left those of before. */
export function newTableSql(table: Table, codebook: readonly Table[]): string {
  return [createTable(table, codebook), ...indexes(table, codebook), triggers(table), view(table), rights(table)].join(
    "\n",
  );
}

function createTable(table: Table, codebook: readonly Table[]): string {
  const key = keyOf(table).name;
  const lines = [
    ...chartColumns(table).flatMap((column) => columnLines(column, key)),
    "centre text not null",
    "row_status chart.row_status not null default 'draft'",
    "as_typed jsonb not null default '{}'",
    "own jsonb not null default '{}' check (jsonb_typeof(own) = 'object')",
    "version integer not null default 1",
    "written_at timestamptz not null default clock_timestamp()",
    "written_by text not null default access.actor()",
    `primary key (centre, ${key})`,
    ...(isReferredTo(table, codebook) ? [`unique (centre, patient, ${key})`] : []),
    ...table.fields.flatMap(referenceLines),
    `constraint complete_rows_obey ${completeness(table)}`,
  ];
  return `-- ${table.says}\ncreate table chart.${table.name} (\n  ${lines.join(",\n  ")}\n);`;
}

/** A row refers to rows of the same child at the same centre only. */
export function referenceLines({ name, type }: Field): readonly string[] {
  if (type.kind !== "reference") return [];
  const columns = [...new Set(["centre", "patient", name])].join(", ");
  return [`foreign key (${columns}) references chart.${type.table} (${columns}) deferrable initially immediate`];
}

/** Rows are sought by child, where no key begins with it, and by visit. */
function indexes(table: Table, codebook: readonly Table[]): readonly string[] {
  return table.fields
    .filter(({ name }) => name === "visit" || (name === "patient" && !isReferredTo(table, codebook)))
    .map((field) => indexSql(table, field));
}

export const indexSql = ({ name }: Table, field: Field): string =>
  `create index on chart.${name} (centre, ${field.name});`;

/** The trail, versions, locks and reasons, shapes of keys; a renaming goes past what counts and guards. */
function triggers({ name }: Table): string {
  const [table, renamed] = [`chart.${name}`, "when (current_user <> 'osteon_system')"];
  const guard = (verb: string, rows: string, when = "") =>
    `create trigger b_guard_${verb} after ${verb} on ${table} referencing ${rows} for each statement ${when} execute function chart.guard();`;
  const ownFields = (verb: string, rows: string, when = "") =>
    `create trigger d_own_${verb} after ${verb} on ${table} referencing ${rows} for each statement ${when} execute function chart.guard_own();`;
  return [
    `call audit.watch('${table}', '${name}');`,
    `create trigger version before update on ${table} for each row ${renamed} execute function chart.count_version('${name}');`,
    guard("insert", "new table as new_rows"),
    guard("update", "old table as old_rows new table as new_rows", renamed),
    guard("delete", "old table as old_rows"),
    ownFields("insert", "new table as new_rows"),
    ownFields("update", "old table as old_rows new table as new_rows", renamed),
    `create trigger shape_of_new before insert on ${table} for each row when (not chart.is_key(new.${name})) execute function chart.refuse_key();`,
    `create trigger shape_of_changed before update on ${table} for each row`,
    `  when (new.${name} is distinct from old.${name} and not chart.is_key(new.${name})) execute function chart.refuse_key();`,
  ].join("\n");
}

function rights({ name, ...table }: Table): string {
  const of = `chart.${name}`;
  const columns = writtenColumns({ name, ...table }).join(", ");
  const at = (verb: string): string => `centre = any ((select access.centres('chart', '${verb}'))::text[])`;
  const policy = (title: string, verb: string, role: string, says: string): string =>
    `create policy ${title} on ${of} for ${verb} to ${role} ${verb === "insert" ? "with check" : "using"} (${says});`;
  return [
    `grant select, delete on ${of} to osteon_member;`,
    `grant insert (${columns}), update (${columns}) on ${of} to osteon_member;`,
    `grant select on ${of} to osteon_keeper, osteon_system;`,
    `grant update (patient) on ${of} to osteon_system;`,
    viewRights({ name, ...table }),
    `alter table ${of} enable row level security, force row level security;`,
    policy("member_reads", "select", "osteon_member", at("read")),
    `create policy tokens_read_studies on ${of} as restrictive for select to osteon_member using (
      (select access.token_centre()) is null or patient is null or (centre, patient) in (select p.centre, p.patient from chart.patient p));`,
    policy("member_adds", "insert", "osteon_member", at("write")),
    policy("member_changes", "update", "osteon_member", at("write")),
    policy("member_deletes", "delete", "osteon_member", at("delete")),
    policy(
      "member_takes_back",
      "delete",
      "osteon_member",
      `${at("write")} and row_status = 'draft' and chart.is_own(centre, '${of}', ${name})`,
    ),
    policy("keeper_reads", "select", "osteon_keeper", "current_user = 'osteon_keeper'"),
    policy("system_reads", "select", "osteon_system", "current_user = 'osteon_system'"),
    policy("system_renames", "update", "osteon_system", "current_user = 'osteon_system'"),
    // Restrictive: a role that is kept from the table gets nothing back by another right.
    `create policy kept_from_roles on ${of} as restrictive for all to osteon_member using (not centre = any ((select access.kept_at('${name}'))::text[]));`,
  ].join("\n");
}

/** Who reads the cells of a table. */
export const viewRights = ({ name }: Table): string =>
  `grant select on chart.${name}_cells to osteon_member, osteon_keeper, osteon_system;`;

/** A child's whole chart in one call: for each table its rows as cells, with the rights of the caller. */
export function readChartSql(codebook: readonly Table[]): string {
  const parts = codebook
    .map(({ name }) => name)
    .sort()
    .map(
      (name) =>
        `'${name}', (select json_agg(one order by one.${name}) from chart.${name}_cells one where one.centre = at and one.patient = child)`,
    );
  return [
    "-- A child's whole chart.",
    "create or replace function chart.read(at text, child text) returns json language plpgsql stable",
    `  as $$begin return json_build_object(${parts.join(", ")}); end$$;`,
  ].join("\n");
}
