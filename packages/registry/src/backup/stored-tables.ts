import { sql } from "kysely";
import type { Database, Session } from "../database/database.ts";

/** A table as the catalogue tells it, parents before children. */
export interface StoredTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** The columns of its primary key; rows are kept in the order of these, letter by letter, on every engine. */
  readonly key: readonly string[];
}

/** Not kept: who is signed in is asked again after a restore, links and tokens are made anew, so that none that was withdrawn comes back, and answers to repeated writes are of the moment. */
const PASSING = new Set(["auth.session", "auth.link", "auth.personal_token", "auth.rate_limit", "work.answered"]);

/** The tables that a backup holds. Tables are made after those that they refer to, so their numbers give the order. */
export async function storedTables(kysely: Database["kysely"] | Session): Promise<readonly StoredTable[]> {
  const { rows } = await sql<StoredTable>`
    select n.nspname || '.' || c.relname as name, json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum) as columns,
      (select json_agg(k.attname order by k.attnum) from pg_index i join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any (i.indkey)
       where i.indrelid = c.oid and i.indisprimary) as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' and n.nspname in ('access', 'audit', 'auth', 'chart', 'identity', 'work')
    group by c.oid, n.nspname, c.relname order by c.oid`.execute(kysely);
  return rows.filter(({ name }) => !PASSING.has(name));
}

/** Where each sequence stands. */
export async function sequences(kysely: Database["kysely"] | Session): Promise<Readonly<Record<string, number>>> {
  const { rows } = await sql<{ name: string; last: number | null }>`
    select schemaname || '.' || sequencename as name, last_value as last from pg_sequences
    where schemaname in ('access', 'audit', 'auth', 'chart', 'identity', 'work') order by 1`.execute(kysely);
  return Object.fromEntries(rows.flatMap(({ name, last }) => (last === null ? [] : [[name, Number(last)]])));
}
