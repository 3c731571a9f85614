import { CODEBOOK } from "@osteon/codebook";
import { countStanding, mayLeave, type Session } from "@osteon/registry";
import { sql } from "kysely";
import type { Held } from "./export-manifest.ts";

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
