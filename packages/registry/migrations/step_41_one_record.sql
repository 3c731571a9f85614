-- Who, when, what was, what is, and why was told by three functions, which differed in what they read alone: now by one.
-- Entries are as they were, letter by letter, and so are their hashes.

-- A statement that inserts has no old rows and one that deletes no new ones. These stand for what a trigger does not have: within
-- a trigger the rows that it does have come before a relation of the same name.
create view audit.old_rows with (security_invoker = true) as select null::text as centre where false;
create view audit.new_rows with (security_invoker = true) as select null::text as centre where false;
grant select on audit.old_rows, audit.new_rows to osteon_system;

-- After every statement on every table, in one pass over the rows: of an insert the row that is, of a delete the row that was, of
-- an update the columns that changed. Arguments: the key column, columns never shown, and whether rows are of a centre; those that
-- are not belong to the chain `registry`. An update of the key itself is not told: who renames notes it. A plan that was made for one
-- row is kept for the next statement, which may write thousands: a loop in a loop over them would take minutes (and what cannot do
-- without one looks so dear that it would be compiled first).
create function audit.record() returns trigger
  language plpgsql security definer set search_path = audit, pg_temp set enable_nestloop = off set jit = off as $$
declare
  key_column constant text := tg_argv[0];
  hidden constant text[] := string_to_array(tg_argv[1], ',');
  of_centre constant boolean := tg_argv[2] = 'true';
  about constant text := tg_table_schema || '.' || tg_table_name;
  done constant text := lower(tg_op);
  who constant text := access.actor();
  why constant text := access.reason();
  part_of constant text := access.batch();
  heads audit.head[];
  closing record;
begin
  if of_centre then
    select array_agg(audit.hold(chain)) into heads
      from (select centre as chain from old_rows union select centre from new_rows order by 1) touched;
  elsif exists (select from old_rows) or exists (select from new_rows) then
    heads := array[audit.hold('registry')];
  end if;
  if heads is null then
    return null;
  end if;
  for closing in
    with was as materialized (
      select o.row ->> key_column as row_key, coalesce(o.row ->> 'centre', '') as centre, o.row
      from (select to_jsonb(o.*) - hidden as row from old_rows o) o
    ), becomes as materialized (
      select n.row ->> key_column as row_key, coalesce(n.row ->> 'centre', '') as centre, n.row
      from (select to_jsonb(n.*) - hidden as row from new_rows n) n
    ), changed as materialized (
      select n.row as told, null::jsonb as before, n.row as after from becomes n where done = 'insert'
      union all
      select o.row, o.row, null from was o where done = 'delete'
      union all
      select o.row, (select jsonb_object_agg(key, value) from jsonb_each(o.row) where value is distinct from n.row -> key),
             (select jsonb_object_agg(key, value) from jsonb_each(n.row) where value is distinct from o.row -> key)
      from was o join becomes n using (row_key, centre) where o.row is distinct from n.row
    ), written as (
      insert into audit.entry
      select (e).seq, (e).chain, (e).link, (e).previous, (e).at, (e).actor, (e).action, (e).entity, (e).row_key, (e).patient,
             (e).before, (e).after, (e).reason, (e).batch, audit.hash_of(e)
      from (
        select row(nextval('audit.seq'), h.chain, h.link + 1, h.hash, clock_timestamp(), who, done, about, c.told ->> key_column,
                   c.told ->> 'patient', c.before, c.after, why, part_of, null)::audit.entry as e
        from changed c join unnest(heads) h on h.chain = case when of_centre then c.told ->> 'centre' else 'registry' end
      ) made
      returning entry.seq, entry.chain, entry.hash
    )
    select h as head, string_agg(w.hash, ''::bytea order by w.seq) as hashes
    from written w join unnest(heads) h on h.chain = w.chain group by h
  loop
    perform audit.extend(closing.head, closing.hashes);
  end loop;
  return null;
end $$;
alter function audit.record() owner to osteon_system;

create or replace procedure audit.watch(watched regclass, key_column text, hidden text default '')
  language plpgsql as $$
declare
  of_centre constant text := exists (select from pg_attribute where attrelid = watched and attname = 'centre' and attnotnull);
  told constant text := format('(%L, %L, %L)', key_column, hidden, of_centre);
begin
  execute format('create trigger a_record_insert after insert on %s referencing new table as new_rows
    for each statement execute function audit.record%s', watched, told);
  execute format('create trigger a_record_update after update on %s referencing old table as old_rows new table as new_rows
    for each statement execute function audit.record%s', watched, told);
  execute format('create trigger a_record_delete after delete on %s referencing old table as old_rows
    for each statement execute function audit.record%s', watched, told);
  execute format('create trigger no_truncate before truncate on %s for each statement execute function audit.refuse()', watched);
end $$;

-- Every table that is watched, each trigger as it is told but for its function.
do $$
declare
  one record;
begin
  for one in
    select t.tgname, t.tgrelid::regclass as watched, pg_get_triggerdef(t.oid) as told from pg_trigger t
    where t.tgfoid in ('audit.record_insert()'::regprocedure, 'audit.record_update()'::regprocedure, 'audit.record_delete()'::regprocedure)
  loop
    execute format('drop trigger %I on %s', one.tgname, one.watched);
    execute regexp_replace(one.told, 'audit\.record_(insert|update|delete)\(', 'audit.record(');
  end loop;
end $$;
drop function audit.record_insert(), audit.record_update(), audit.record_delete();
