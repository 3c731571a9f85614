import { CODEBOOK } from "@osteon/codebook";
import { sql } from "kysely";
import type { Session } from "../database/database.ts";
import { mayLeave } from "./read-charts.ts";
import { countStanding, type StandingCount } from "./standing.ts";

/** What an export holds and what stays behind. */
export interface Held {
  readonly tables: readonly { readonly table: string; readonly rows: number; readonly drafts: number }[];
  readonly standing: StandingCount;
}

/** What an export of the centres holds, table by table, and what of them stays behind. */
export async function heldBy(session: Session, centres: readonly string[]): Promise<Held> {
  const counts = CODEBOOK.map(
    (table) => sql`select ${table.name} as "table", count(*) filter (where ${mayLeave(table)})::int as rows,
      count(*) filter (where one.row_status = 'draft')::int as drafts
    from ${sql.table(`chart.${table.name}`)} one where one.centre = any (${centres}::text[])`,
  );
  const { rows } = await sql<Held["tables"][number]>`${sql.join(counts, sql` union all `)}`.execute(session);
  const found = new Map(rows.map((row) => [row.table, row]));
  return {
    tables: CODEBOOK.map(({ name }) => found.get(name) ?? { table: name, rows: 0, drafts: 0 }),
    standing: await countStanding(session, centres),
  };
}
