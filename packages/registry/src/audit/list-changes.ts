import { type CellChange, CODEBOOK, type Recorded, recordedChanges } from "@osteon/codebook";
import { sql } from "kysely";
import type { Session } from "../database/database.ts";

/** Which changes of charts are meant; moments are ISO 8601, the end left out. */
export interface ChangeFilter {
  readonly centre?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly actor?: string | undefined;
  readonly patient?: string | undefined;
  readonly table?: string | undefined;
  readonly action?: keyof typeof ACTIONS | undefined;
  /** The list leaves the registry: changes of children who stay out of studies are not in it. */
  readonly leaves?: true;
}

/** One row of a chart that was entered, changed or deleted. */
export interface Change {
  readonly seq: string;
  readonly at: string;
  readonly actor: string;
  readonly centre: string;
  readonly patient: string;
  readonly table: string;
  readonly key: string;
  readonly kind: keyof typeof ACTIONS;
  readonly reason: string | null;
  readonly imported: boolean;
  /** The status it then had, where that changed. */
  readonly status?: "draft" | "complete";
  readonly cells: readonly CellChange[];
}

const ACTIONS = { entered: "insert", changed: "update", deleted: "delete" } as const;
const KINDS = { insert: "entered", update: "changed", delete: "deleted" } as const;
const TABLES = CODEBOOK.map(({ name }) => `chart.${name}`);

/** A page of what changed in the charts, newest first, from before an entry on; `next` is where the following page begins. */
export async function listChanges(
  session: Session,
  filter: ChangeFilter,
  { before, limit }: { readonly before?: string | undefined; readonly limit: number },
): Promise<{ readonly changes: readonly Change[]; readonly next?: string }> {
  const { centre, from, to, actor, patient, table, action, leaves } = filter;
  const limits = [
    sql`e.chain = any ((select access.centres('audit', 'read'))::text[])`,
    sql`e.entity = any (${table === undefined ? TABLES : [`chart.${table}`]}::text[])`,
    ...(before === undefined ? [] : [sql`e.seq < ${before}::bigint`]),
    ...(centre === undefined ? [] : [sql`e.chain = ${centre}`]),
    ...(from === undefined ? [] : [sql`e.at >= ${from}::timestamptz`]),
    ...(to === undefined ? [] : [sql`e.at < ${to}::timestamptz`]),
    ...(actor === undefined ? [] : [sql`e.actor = ${actor}`]),
    ...(patient === undefined ? [] : [sql`e.patient = ${patient}`]),
    ...(leaves === true
      ? [
          sql`not exists (select from work.standing s where s.centre = e.chain and s.patient = e.patient and s.standing <> 'in')`,
        ]
      : []),
    ...(action === undefined ? [] : [sql`e.action = ${ACTIONS[action]}`]),
  ];
  const { rows } =
    await sql<Entry>`select e.seq::text, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
      e.actor, e.chain as centre, coalesce(e.patient, '') as patient, substr(e.entity, 7) as "table", coalesce(e.row_key, '') as key,
      e.action, e.before, e.after, nullif(e.reason, '') as reason, coalesce(e.batch, '') <> '' as imported
    from audit.entry e where ${sql.join(limits, sql` and `)} order by e.seq desc limit ${limit}`.execute(session);
  const next = rows.length === limit ? rows.at(-1)?.seq : undefined;
  return { changes: rows.flatMap(told), ...(next === undefined ? {} : { next }) };
}

interface Entry extends Omit<Change, "kind" | "cells" | "status"> {
  readonly action: keyof typeof KINDS;
  readonly before: Recorded | null;
  readonly after: Recorded | null;
}

/** A write that changed no cell and no status, such as of a version alone, is nothing to tell. */
function told({ action, before, after, ...entry }: Entry): readonly Change[] {
  const kind = KINDS[action];
  const cells = recordedChanges(entry.table, before ?? {}, after ?? {});
  const status = kind === "deleted" ? undefined : (after?.row_status as Change["status"]);
  if (kind === "changed" && cells.length === 0 && status === undefined) return [];
  return [{ ...entry, kind, ...(status === undefined ? {} : { status }), cells }];
}
