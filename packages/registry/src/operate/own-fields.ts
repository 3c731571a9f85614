import { CODEBOOK, type OwnDefinition, type OwnField } from "@osteon/codebook";
import { sql } from "kysely";
import type { Session } from "../database/database.ts";

/** A field as it was from one change to the next. */
export interface OwnFieldVersion {
  /** Its table and its name: `patient.own_influenza`. */
  readonly field: string;
  /** From 1, each one more than the one before. */
  readonly version: number;
  readonly definition: OwnDefinition;
  readonly changedAt: string;
  readonly changedBy: string;
  readonly reason: string | null;
}

/** Every version of every field that the registry added, in the order in which fields were added. */
export async function ownFieldVersions(session: Session): Promise<readonly OwnFieldVersion[]> {
  const { rows } = await sql<OwnFieldVersion>`
    select field, version, definition, changed_at as "changedAt", changed_by as "changedBy", reason from access.own_field
    order by min(changed_at) over (partition by field), field, version`.execute(session);
  return rows;
}

/** The fields that the registry added, with every definition that each had. */
export async function ownFields(session: Session): Promise<readonly OwnField[]> {
  return ownFieldsOf(await ownFieldVersions(session));
}

/** What a field is, version after version: what reads the codebook needs no more. */
export type DefinedField = Pick<OwnFieldVersion, "field" | "definition">;

/** One array of them, in the order of `ownFieldVersions`; null where nothing was added. */
export const DEFINED_FIELDS = sql`select json_agg(json_build_object('field', field, 'definition', definition) order by added, field, version)
  from (select field, version, definition, min(changed_at) over (partition by field) as added from access.own_field) f`;

/** The fields that stored versions tell, each with every definition that it had. */
export function ownFieldsOf(rows: readonly DefinedField[]): readonly OwnField[] {
  const found = new Map<string, { table: string; name: string; versions: [OwnDefinition, ...OwnDefinition[]] }>();
  for (const { field, definition } of rows) {
    const one = found.get(field);
    const [table = "", name = ""] = field.split(".");
    if (one === undefined) found.set(field, { table, name, versions: [definition] });
    else one.versions.push(definition);
  }
  return [...found.values()];
}

/** Adds a field, or puts a definition in the place of the version that was read; by administrators, with a reason. The database holds both. */
export async function writeOwnField(
  session: Session,
  { table, name, definition }: { readonly table: string; readonly name: string; readonly definition: OwnDefinition },
  read: number,
): Promise<void> {
  await sql`insert into access.own_field (field, version, definition)
    values (${`${table}.${name}`}, ${read + 1}, ${JSON.stringify(definition)}::jsonb)`.execute(session);
}

/** A value that was entered before its field was changed and would not be taken now. */
export interface BeyondValue {
  readonly centre: string;
  readonly patient: string;
  readonly table: string;
  readonly key: string;
  readonly field: string;
  readonly value: string;
}

/** Values that the fields of today would not take, as far as the reader may see their rows; they stay until somebody touches them. */
export async function valuesBeyond(session: Session, most = 500): Promise<readonly BeyondValue[]> {
  const all = CODEBOOK.map(
    ({
      name,
    }) => sql`select r.centre, r.patient, ${name}::text as "table", r.${sql.ref(name)} as key, e.key as field, e.value as value
      from chart.own_fields(${name}) f cross join ${sql.table(`chart.${name}`)} r cross join lateral jsonb_each_text(r.own) e
      where f is not null and not f -> e.key ? 'retired' and not chart.own_fits(f -> e.key -> 'type', to_jsonb(e.value))`,
  );
  const { rows } = await sql<BeyondValue>`select * from (${sql.join(all, sql` union all `)}) as one
    order by 3, 5, 1, 2, 4 limit ${most}`.execute(session);
  return rows;
}
