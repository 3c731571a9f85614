import { asRole, type Database } from "@osteon/registry";
import { sql } from "kysely";

const KEEPER = { role: "osteon_keeper", account: "test" } as const;

interface Told {
  readonly chain: string;
  readonly action: string;
  readonly row_key: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

const asText = (row: object): string =>
  JSON.stringify(Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1)));

/**
 * The rows of a table as its trail alone tells them, and as they stand, each as one text: who writes everything down has both the same.
 * Of tables that were empty when they began to be watched, and whose children were not renamed.
 */
export async function replayed(
  database: Database,
  table: string,
): Promise<{ readonly told: readonly string[]; readonly stand: readonly string[] }> {
  const { entries, rows } = await asRole(database, KEEPER, async (session) => ({
    entries: (
      await sql<Told>`select chain, action, row_key, before, after from audit.entry where entity = ${table} order by seq`.execute(
        session,
      )
    ).rows,
    rows: (await sql<{ row: object }>`select to_jsonb(one) as row from ${sql.table(table)} one`.execute(session)).rows,
  }));
  const known = new Map<string, Readonly<Record<string, unknown>>>();
  for (const { chain, action, row_key, before, after } of entries) {
    const place = `${chain} ${row_key}`;
    if (action === "insert" && after !== null) known.set(place, after);
    if (action === "update") known.set(place, { ...known.get(place), ...after });
    if (action === "delete" && before !== null) known.delete(place);
  }
  return { told: [...known.values()].map(asText).sort(), stand: rows.map(({ row }) => asText(row)).sort() };
}
