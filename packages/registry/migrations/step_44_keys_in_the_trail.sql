-- An update that gives a row another key, or moves it to another centre, was told nowhere. It is told as what it is for whoever reads
-- the trail by keys: the old row goes, in the chain of the centre that it leaves, and a new one comes. All other entries are as they
-- were, letter by letter.

-- Arguments as before: the key column, columns never shown, whether rows are of a centre; now also the other columns of a key that has
-- several, without which rows of one name would be compared with each other.
create or replace function audit.record() returns trigger
  language plpgsql security definer set search_path = audit, pg_temp set enable_nestloop = off set jit = off as $$
declare
  key_column constant text := tg_argv[0];
  hidden constant text[] := string_to_array(tg_argv[1], ',');
  of_centre constant boolean := tg_argv[2] = 'true';
  more_keys constant text[] := case when tg_nargs > 3 then string_to_array(tg_argv[3], ',') end;
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
      select o.row ->> key_column as row_key, coalesce(o.row ->> 'centre', '') as centre, o.row,
             case when more_keys is null then '' else (select jsonb_agg(o.row -> one)::text from unnest(more_keys) one) end as more
      from (select to_jsonb(o.*) - hidden as row from old_rows o) o
    ), becomes as materialized (
      select n.row ->> key_column as row_key, coalesce(n.row ->> 'centre', '') as centre, n.row,
             case when more_keys is null then '' else (select jsonb_agg(n.row -> one)::text from unnest(more_keys) one) end as more
      from (select to_jsonb(n.*) - hidden as row from new_rows n) n
    ), gone as materialized (
      select o.row_key, o.centre, o.row from was o where done = 'update'
        and not exists (select from becomes n where n.row_key = o.row_key and n.centre = o.centre and n.more = o.more)
    ), come as materialized (
      select n.row_key, n.centre, n.row from becomes n where done = 'update'
        and not exists (select from was o where o.row_key = n.row_key and o.centre = n.centre and o.more = n.more)
    ), renamed as materialized (
      -- A renaming notes itself: the row that goes is the one that comes, but for its pseudonym.
      select o.row as old_row, n.row as new_row from gone o join come n on o.row - 'patient' = n.row - 'patient'
      where key_column = 'patient' and n.row_key = current_setting('osteon.renamed', true)
    ), changed as materialized (
      select done as did, n.row as told, null::jsonb as before, n.row as after from becomes n where done = 'insert'
      union all
      select done, o.row, o.row, null from was o where done = 'delete'
      union all
      select done, o.row, (select jsonb_object_agg(key, value) from jsonb_each(o.row) where value is distinct from n.row -> key),
             (select jsonb_object_agg(key, value) from jsonb_each(n.row) where value is distinct from o.row -> key)
      from was o join becomes n using (row_key, centre, more) where o.row is distinct from n.row
      union all
      select 'delete', o.row, o.row, null from gone o where not exists (select from renamed r where r.old_row = o.row)
      union all
      select 'insert', n.row, null, n.row from come n where not exists (select from renamed r where r.new_row = n.row)
    ), written as (
      insert into audit.entry
      select (e).seq, (e).chain, (e).link, (e).previous, (e).at, (e).actor, (e).action, (e).entity, (e).row_key, (e).patient,
             (e).before, (e).after, (e).reason, (e).batch, audit.hash_of(e)
      from (
        select row(nextval('audit.seq'), h.chain, h.link + 1, h.hash, clock_timestamp(), who, c.did, about, c.told ->> key_column,
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
  more_keys constant text := (
    select string_agg(a.attname, ',' order by a.attnum) from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
    where i.indrelid = watched and i.indisprimary and a.attname not in (key_column, 'centre'));
  told constant text := format('(%L, %L, %L%s)', key_column, hidden, of_centre, ', ' || quote_literal(more_keys));
begin
  execute format('create trigger a_record_insert after insert on %s referencing new table as new_rows
    for each statement execute function audit.record%s', watched, told);
  execute format('create trigger a_record_update after update on %s referencing old table as old_rows new table as new_rows
    for each statement execute function audit.record%s', watched, told);
  execute format('create trigger a_record_delete after delete on %s referencing old table as old_rows
    for each statement execute function audit.record%s', watched, told);
  execute format('create trigger no_truncate before truncate on %s for each statement execute function audit.refuse()', watched);
end $$;

-- The tables whose key has more columns than its name and its centre, each watched anew.
do $$
declare
  one text;
begin
  foreach one in array array['a_record_insert', 'a_record_update', 'a_record_delete', 'no_truncate'] loop
    execute format('drop trigger %I on access.role_right', one);
    execute format('drop trigger %I on access.own_field', one);
  end loop;
end $$;
call audit.watch('access.role_right', 'role');
call audit.watch('access.own_field', 'field');
