import type { Database } from "@osteon/registry";
import { sql } from "kysely";

/**
 * The chart schema as the catalogue tells it, one line for each thing: columns, constraints, indexes, views, rights, policies, triggers,
 * functions. The order of columns in a table, and names that the database gives to keys and references, mean nothing and are left out.
 */
export async function chartSchema({ kysely }: Pick<Database, "kysely">): Promise<readonly string[]> {
  const { rows } = await sql<{ line: string }>`
    with relation as (select c.* from pg_class c where c.relnamespace = 'chart'::regnamespace and c.relkind in ('r', 'v', 'S'))
    select 'column ' || r.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
      || case when a.attnotnull then ' not null' else '' end || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as line
      from relation r join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
        left join pg_attrdef d on d.adrelid = r.oid and d.adnum = a.attnum where r.relkind = 'r'
    union all select 'constraint ' || r.relname || ' ' || case when k.contype = 'c' then regexp_replace(k.conname, '_check\\d+$', '_check') || ' ' else '' end || pg_get_constraintdef(k.oid)
      || case when k.convalidated then '' else ' not valid' end
      from relation r join pg_constraint k on k.conrelid = r.oid
    union all select 'index ' || regexp_replace(pg_get_indexdef(i.indexrelid), 'INDEX \\S+ ', 'INDEX ')
      from relation r join pg_index i on i.indrelid = r.oid
    union all select 'view ' || r.relname || ' ' || coalesce(r.reloptions::text, '') || ' ' || pg_get_viewdef(r.oid) from relation r where r.relkind = 'v'
    union all select 'right ' || r.relname || ' ' || g.privilege_type || ' to ' || g.grantee::regrole::text
      from relation r, aclexplode(r.relacl) g where g.grantee <> r.relowner
    union all select 'right ' || r.relname || '.' || a.attname || ' ' || g.privilege_type || ' to ' || g.grantee::regrole::text
      from relation r join pg_attribute a on a.attrelid = r.oid, aclexplode(a.attacl) g
    union all select 'policy ' || p.tablename || ' ' || p.policyname || ' ' || p.permissive || ' ' || p.cmd || ' ' || p.roles::text
      || ' using ' || coalesce(p.qual, '') || ' check ' || coalesce(p.with_check, '') from pg_policies p where p.schemaname = 'chart'
    union all select 'trigger ' || t.tgenabled::text || ' ' || pg_get_triggerdef(t.oid) from relation r join pg_trigger t on t.tgrelid = r.oid and not t.tgisinternal
    union all select 'security ' || r.relname || ' ' || r.relrowsecurity || ' ' || r.relforcerowsecurity from relation r where r.relkind = 'r'
    union all select 'function ' || pg_get_functiondef(p.oid) || ' ' || coalesce(p.proacl::text, '')
      from pg_proc p where p.pronamespace = 'chart'::regnamespace and p.prokind = 'f'`.execute(kysely);
  return rows.map(({ line }) => line).sort();
}
