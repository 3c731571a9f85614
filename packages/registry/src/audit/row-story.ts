import { sql } from "kysely";
import type { Session } from "../database/database.ts";

/** One entry of the trail; a row as its columns, as PostgreSQL writes them. */
export interface AuditEntry {
  readonly seq: number | string;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  readonly reason: string | null;
  readonly batch: string | null;
}

/** What became of one row of a chart, the oldest first. */
export async function rowStory(
  session: Session,
  { centre, table, key }: { readonly centre: string; readonly table: string; readonly key: string },
): Promise<readonly AuditEntry[]> {
  const { rows } = await sql<AuditEntry>`select seq, at, actor, action, before, after, reason, batch from audit.entry
    where chain = ${centre} and entity = ${`chart.${table}`} and row_key = ${key} order by seq limit 1000`.execute(
    session,
  );
  return rows;
}
