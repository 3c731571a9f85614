-- What was written, read, exported and refused. Rows are only ever added.
-- Every statement adds one link to the chain of each centre it touched: entries in order of seq, each carrying the hash of
-- the link before. hash(entry) = sha256(line); hash(link) = sha256(previous || hashes of its entries). Changing, removing
-- or reordering an entry breaks the next link, and the last is held by the chain's head.
create table audit.head (
  chain text primary key,
  link bigint not null,
  hash bytea not null
);

create sequence audit.seq;

create table audit.entry (
  seq bigint primary key,
  chain text not null,
  link bigint not null,
  previous bytea not null,
  at timestamptz not null,
  actor text not null,
  action text not null check (action ~ '^[a-z-]+$'),
  entity text not null,
  row_key text,
  patient text,
  before jsonb,
  after jsonb,
  reason text,
  batch text,
  hash bytea not null
);

create index entry_of_row on audit.entry (entity, row_key, seq);
create index entry_of_batch on audit.entry (batch, seq) where batch is not null;
create index entry_of_patient on audit.entry (patient, seq) where patient is not null;

-- The entry as text: what is hashed, and what an export holds. Its hash is added behind.
create function audit.line(one audit.entry) returns text
  language sql stable
  return json_build_object(
    'seq', one.seq, 'chain', one.chain, 'link', one.link, 'previous', encode(one.previous, 'hex'),
    'at', to_char(one.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'actor', one.actor, 'action', one.action, 'entity', one.entity, 'row', one.row_key, 'patient', one.patient,
    'before', one.before, 'after', one.after, 'reason', one.reason, 'batch', one.batch
  )::text;

create function audit.hash_of(one audit.entry) returns bytea
  language sql stable
  return sha256(convert_to(audit.line(one), 'UTF8'));

-- Holds the chain until the end of the transaction and hands out its next link. Chains are held in one order: by name.
create function audit.hold(wanted text) returns audit.head
  language plpgsql security definer set search_path = '' as $$
declare
  held audit.head;
begin
  select * into held from audit.head where chain = wanted for update;
  if not found then
    insert into audit.head values (wanted, 0, sha256(convert_to(wanted, 'UTF8'))) on conflict do nothing;
    select * into held from audit.head where chain = wanted for update;
  end if;
  return held;
end $$;

create function audit.extend(held audit.head, hashes bytea) returns void
  language sql security definer set search_path = '' as $$
  update audit.head set link = held.link + 1, hash = sha256(held.hash || hashes) where chain = held.chain;
$$;

-- One entry that no trigger would write: a sign-in, an export, a reading of identities, a refusal.
create function audit.note(noted text, about text, wanted_row text, child text, wanted_chain text, told jsonb) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  held audit.head := audit.hold(coalesce(wanted_chain, 'registry'));
  one audit.entry;
begin
  if noted in ('insert', 'update', 'delete') then
    raise exception 'only a trigger notes %', noted using errcode = 'OS002';
  end if;
  one := row(nextval('audit.seq'), held.chain, held.link + 1, held.hash, clock_timestamp(), access.actor(), noted, about,
             wanted_row, child, null, told, access.reason(), access.batch(), null);
  one.hash := audit.hash_of(one);
  insert into audit.entry select one.*;
  perform audit.extend(held, one.hash);
end $$;

-- After every statement on every table: who, when, what was, what is, and why, in one pass over the rows. Arguments: the key
-- column, columns never shown, and whether rows are of a centre; those that are not belong to the chain `registry`.
create function audit.record_insert() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  key_column constant text := tg_argv[0];
  hidden constant text[] := string_to_array(tg_argv[1], ',');
  of_centre constant boolean := tg_argv[2] = 'true';
  about constant text := tg_table_schema || '.' || tg_table_name;
  who constant text := access.actor();
  why constant text := access.reason();
  part_of constant text := access.batch();
  heads audit.head[];
  closing record;
begin
  if of_centre then
    select array_agg(audit.hold(chain)) into heads from (select distinct centre as chain from new_rows order by 1) touched;
  elsif exists (select from new_rows) then
    heads := array[audit.hold('registry')];
  end if;
  if heads is null then
    return null;
  end if;
  for closing in
    with changed as materialized (
      select case when of_centre then row_of.after ->> 'centre' else 'registry' end as chain, row_of.after ->> key_column as row_key,
             row_of.after ->> 'patient' as patient, null::jsonb as before, row_of.after
      from (select to_jsonb(n) - hidden as after from new_rows n) row_of
    ), written as (
      insert into audit.entry
      select (e).seq, (e).chain, (e).link, (e).previous, (e).at, (e).actor, (e).action, (e).entity, (e).row_key, (e).patient,
             (e).before, (e).after, (e).reason, (e).batch, audit.hash_of(e)
      from (
        select row(nextval('audit.seq'), h.chain, h.link + 1, h.hash, clock_timestamp(), who, 'insert', about,
                   c.row_key, c.patient, c.before, c.after, why, part_of, null)::audit.entry as e
        from changed c join unnest(heads) h on h.chain = c.chain
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

-- Of an update, the columns that changed.
create function audit.record_update() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  key_column constant text := tg_argv[0];
  hidden constant text[] := string_to_array(tg_argv[1], ',');
  of_centre constant boolean := tg_argv[2] = 'true';
  about constant text := tg_table_schema || '.' || tg_table_name;
  who constant text := access.actor();
  why constant text := access.reason();
  part_of constant text := access.batch();
  heads audit.head[];
  closing record;
begin
  if of_centre then
    select array_agg(audit.hold(chain)) into heads from (select distinct centre as chain from old_rows order by 1) touched;
  elsif exists (select from old_rows) then
    heads := array[audit.hold('registry')];
  end if;
  if heads is null then
    return null;
  end if;
  for closing in
    with changed as materialized (
      select case when of_centre then both_rows.was ->> 'centre' else 'registry' end as chain, both_rows.was ->> key_column as row_key,
             both_rows.was ->> 'patient' as patient,
             (select jsonb_object_agg(key, value) from jsonb_each(was) where value is distinct from becomes -> key) as before,
             (select jsonb_object_agg(key, value) from jsonb_each(becomes) where value is distinct from was -> key) as after
      from (select o.was, n.becomes
            from (select to_jsonb(x) - hidden as was from old_rows x) o join (select to_jsonb(x) - hidden as becomes from new_rows x) n
              on o.was ->> key_column = n.becomes ->> key_column
                and coalesce(o.was ->> 'centre', '') = coalesce(n.becomes ->> 'centre', '')) both_rows
      where both_rows.was is distinct from both_rows.becomes
    ), written as (
      insert into audit.entry
      select (e).seq, (e).chain, (e).link, (e).previous, (e).at, (e).actor, (e).action, (e).entity, (e).row_key, (e).patient,
             (e).before, (e).after, (e).reason, (e).batch, audit.hash_of(e)
      from (
        select row(nextval('audit.seq'), h.chain, h.link + 1, h.hash, clock_timestamp(), who, 'update', about,
                   c.row_key, c.patient, c.before, c.after, why, part_of, null)::audit.entry as e
        from changed c join unnest(heads) h on h.chain = c.chain
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

-- Of a delete, the row that was.
create function audit.record_delete() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  key_column constant text := tg_argv[0];
  hidden constant text[] := string_to_array(tg_argv[1], ',');
  of_centre constant boolean := tg_argv[2] = 'true';
  about constant text := tg_table_schema || '.' || tg_table_name;
  who constant text := access.actor();
  why constant text := access.reason();
  part_of constant text := access.batch();
  heads audit.head[];
  closing record;
begin
  if of_centre then
    select array_agg(audit.hold(chain)) into heads from (select distinct centre as chain from old_rows order by 1) touched;
  elsif exists (select from old_rows) then
    heads := array[audit.hold('registry')];
  end if;
  if heads is null then
    return null;
  end if;
  for closing in
    with changed as materialized (
      select case when of_centre then row_of.before ->> 'centre' else 'registry' end as chain, row_of.before ->> key_column as row_key,
             row_of.before ->> 'patient' as patient, row_of.before, null::jsonb as after
      from (select to_jsonb(o) - hidden as before from old_rows o) row_of
    ), written as (
      insert into audit.entry
      select (e).seq, (e).chain, (e).link, (e).previous, (e).at, (e).actor, (e).action, (e).entity, (e).row_key, (e).patient,
             (e).before, (e).after, (e).reason, (e).batch, audit.hash_of(e)
      from (
        select row(nextval('audit.seq'), h.chain, h.link + 1, h.hash, clock_timestamp(), who, 'delete', about,
                   c.row_key, c.patient, c.before, c.after, why, part_of, null)::audit.entry as e
        from changed c join unnest(heads) h on h.chain = c.chain
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

create function audit.refuse() returns trigger
  language plpgsql as $$
begin
  raise exception 'the audit trail is only added to' using errcode = 'OS003';
end $$;

create trigger only_added_to before update or delete or truncate on audit.entry
  for each statement execute function audit.refuse();
create trigger only_added_to before delete or truncate on audit.head
  for each statement execute function audit.refuse();

-- Puts the three recording triggers on a table.
create procedure audit.watch(watched regclass, key_column text, hidden text default '')
  language plpgsql as $$
declare
  of_centre constant text := exists (select from pg_attribute where attrelid = watched and attname = 'centre' and attnotnull);
  told constant text := format('(%L, %L, %L)', key_column, hidden, of_centre);
begin
  execute format('create trigger a_record_insert after insert on %s referencing new table as new_rows
    for each statement execute function audit.record_insert%s', watched, told);
  execute format('create trigger a_record_update after update on %s referencing old table as old_rows new table as new_rows
    for each statement execute function audit.record_update%s', watched, told);
  execute format('create trigger a_record_delete after delete on %s referencing old table as old_rows
    for each statement execute function audit.record_delete%s', watched, told);
  execute format('create trigger no_truncate before truncate on %s for each statement execute function audit.refuse()', watched);
end $$;

grant select, insert on audit.entry to osteon_system;
grant select, insert, update on audit.head to osteon_system;
grant usage on sequence audit.seq to osteon_system;
alter function audit.hold(text) owner to osteon_system;
alter function audit.extend(audit.head, bytea) owner to osteon_system;
alter function audit.note(text, text, text, text, text, jsonb) owner to osteon_system;
alter function audit.record_insert() owner to osteon_system;
alter function audit.record_update() owner to osteon_system;
alter function audit.record_delete() owner to osteon_system;
grant execute on function audit.line(audit.entry), audit.hash_of(audit.entry) to osteon_member, osteon_keeper, osteon_system;
grant execute on function audit.note(text, text, text, text, text, jsonb) to osteon_member, osteon_door, osteon_keeper;
grant select on audit.entry, audit.head to osteon_keeper;
