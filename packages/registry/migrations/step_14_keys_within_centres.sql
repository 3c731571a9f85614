-- A number of any table, a pseudonym too, is unique within its centre: two centres that both number V1, V2 keep both, and
-- neither can tell what the other has numbered. Everything that names a row names its centre as well.

-- The owner is held to row security like everyone; while references are made anew it must see every row.
do $$
declare
  one text;
begin
  for one in select tablename from pg_tables where schemaname = 'chart' loop
    execute format('alter table chart.%I no force row level security', one);
  end loop;
end $$;

-- Keys and references. A reference by child and number becomes one by centre, child and number.
do $$
declare
  held record;
  one record;
begin
  create temporary table reference_to_chart on commit drop as
    select c.conrelid::regclass::text as of_table, c.conname as name,
           replace(pg_get_constraintdef(c.oid), '(patient, ', '(centre, patient, ') as definition
    from pg_constraint c join pg_class target on target.oid = c.confrelid
    where c.contype = 'f' and target.relnamespace = 'chart'::regnamespace;
  for held in select * from reference_to_chart loop
    execute format('alter table %s drop constraint %I', held.of_table, held.name);
  end loop;
  for one in
    select t.tablename as name,
      exists (select from pg_constraint c where c.conrelid = format('chart.%I', t.tablename)::regclass and c.contype = 'u'
                and t.tablename <> 'patient') as is_referred_to
    from pg_tables t where t.schemaname = 'chart'
  loop
    for held in select conname as name from pg_constraint
      where conrelid = format('chart.%I', one.name)::regclass and contype in ('p', 'u')
    loop
      execute format('alter table chart.%I drop constraint %I', one.name, held.name);
    end loop;
    execute format('alter table chart.%I add primary key (centre, %I)', one.name, one.name);
    if one.is_referred_to then
      execute format('alter table chart.%I add unique (centre, patient, %I)', one.name, one.name);
    end if;
    for held in
      select i.indexrelid::regclass::text as name, a.attname as of_column
      from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      where i.indrelid = format('chart.%I', one.name)::regclass and i.indnatts = 1
    loop
      execute format('drop index %s', held.name);
      execute format('create index on chart.%I (centre, %I)', one.name, held.of_column);
    end loop;
  end loop;
  alter table identity.person drop constraint person_pkey, add primary key (centre, patient);
  for held in select * from reference_to_chart loop
    execute format('alter table %s add constraint %I %s', held.of_table, held.name, held.definition);
  end loop;
end $$;

-- Lists of children go by pseudonym, over all centres of the reader.
create index patient_by_pseudonym on chart.patient (patient, centre);

-- A child's whole chart: for each table its rows as cells. It runs with the rights of the caller.
drop function chart.read(text);
do $$
declare
  parts constant text := (
    select string_agg(format('%L, (select json_agg(one order by one.%I) from chart.%I one where one.centre = at and one.patient = child)',
                             t.tablename, t.tablename, t.tablename || '_cells'), ', ' order by t.tablename)
    from pg_tables t where t.schemaname = 'chart');
begin
  execute format('create function chart.read(at text, child text) returns json
    language plpgsql stable as %L', format('begin return json_build_object(%s); end', parts));
end $$;
grant execute on function chart.read(text, text) to osteon_member, osteon_keeper;

-- The reason why a complete row is changed or deleted must be told; what is locked stays as it is. A lock holds at its own centre.
create or replace function chart.guard() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  locked work.lock;
begin
  if tg_op <> 'INSERT' and access.reason() is null then
    if exists (select from old_rows where row_status = 'complete') then
      raise exception 'a complete row is changed only with a reason' using errcode = 'OS005', hint = 'Say why.';
    end if;
  end if;
  if exists (select from work.lock where lifted_at is null) then
    if tg_op <> 'INSERT' then
      select l.* into locked from old_rows o join work.lock l on l.lifted_at is null and l.centre = o.centre
        and (l.scope = 'study' or l.patient = o.patient and (l.scope = 'patient' or l.visit = to_jsonb(o) ->> 'visit')) limit 1;
    end if;
    if tg_op <> 'DELETE' and locked.lock is null then
      select l.* into locked from new_rows n join work.lock l on l.lifted_at is null and l.centre = n.centre
        and (l.scope = 'study' or l.patient = n.patient and (l.scope = 'patient' or l.visit = to_jsonb(n) ->> 'visit')) limit 1;
    end if;
    if locked.lock is not null then
      raise exception 'the % is locked', case locked.scope when 'study' then 'study at ' || locked.centre
          when 'patient' then 'chart of ' || locked.patient else 'visit ' || locked.visit end
        using errcode = 'OS006', hint = 'Ask the data manager to lift the lock.';
    end if;
  end if;
  return null;
end $$;

-- What a signature of a visit stands for: the visit and the laboratory results read at it, without the registry's own columns.
drop function chart.content_of_visit(text);
create function chart.content_of_visit(at text, wanted text) returns bytea
  language sql stable security definer set search_path = '' as $$
  select sha256(convert_to(jsonb_build_array(
    to_jsonb(v) - '{row_status,version,written_at,written_by}'::text[],
    (select jsonb_agg(to_jsonb(l) - '{row_status,version,written_at,written_by}'::text[] order by l.laboratory)
     from chart.laboratory l where l.centre = v.centre and l.visit = v.visit))::text, 'UTF8'))
  from chart.visit v where v.centre = at and v.visit = wanted;
$$;

drop index work.signature_of_visit;
create index signature_of_visit on work.signature (centre, visit) where voided_at is null;

-- A change of what was signed voids the signature.
create or replace function chart.void_signatures() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  touched bigint[];
begin
  if not exists (select from work.signature where voided_at is null) then
    return null;
  end if;
  if tg_op <> 'DELETE' then
    select array_agg(distinct s.signature) into touched
      from new_rows n join work.signature s on s.centre = n.centre and s.visit = n.visit and s.voided_at is null;
  end if;
  if tg_op <> 'INSERT' then
    select touched || array_agg(distinct s.signature) into touched
      from old_rows o join work.signature s on s.centre = o.centre and s.visit = o.visit and s.voided_at is null;
  end if;
  update work.signature s set voided_at = clock_timestamp(), voided_by = access.actor()
    where s.signature = any (touched) and s.content is distinct from chart.content_of_visit(s.centre, s.visit);
  return null;
end $$;

-- Signs a visit; the server has made sure of the person a moment before. Holds the chain first, so that no change slips between.
drop function work.sign(text, text, text);
create function work.sign(at text, wanted text, stands_for text, name text) returns bigint
  language plpgsql security definer set search_path = '' as $$
declare
  signed chart.visit;
  made bigint;
begin
  if not at = any (access.centres('signature', 'sign')) or not exists (select from chart.visit where centre = at and visit = wanted) then
    raise exception 'there is no visit % that you may sign', wanted using errcode = 'OS007';
  end if;
  perform audit.hold(at);
  select * into signed from chart.visit where centre = at and visit = wanted;
  if not found then
    raise exception 'there is no visit % that you may sign', wanted using errcode = 'OS007';
  end if;
  if signed.row_status <> 'complete' then
    raise exception 'visit % is a draft', wanted using errcode = 'OS008', hint = 'Complete it before signing.';
  end if;
  insert into work.signature (centre, patient, visit, meaning, printed_name, signed_by, content)
    values (at, signed.patient, wanted, stands_for, name, access.actor(), chart.content_of_visit(at, wanted))
    returning signature into made;
  return made;
end $$;

-- Locks, queries, readings and decisions are about a row that stands, of that child at that centre. No foreign key can say
-- so: the table is a value, and a lock that was lifted or a query that was closed outlives the row. The chain is held first, so
-- that the row does not go meanwhile; under a standing lock it cannot go, since the guard refuses it. After the insert, so
-- that row security has spoken before: whoever has no right there does not learn whether the row stands.
create function work.about_a_row() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  about constant text := coalesce(to_jsonb(new) ->> 'entity', 'visit');
  wanted constant text := coalesce(to_jsonb(new) ->> 'row_key', to_jsonb(new) ->> 'visit');
  stands boolean := false;
begin
  perform audit.hold(new.centre);
  if exists (select from pg_catalog.pg_tables where schemaname = 'chart' and tablename = about) then
    execute format('select true from chart.%I where centre = $1 and patient = $2 and %I = $3', about, about)
      into stands using new.centre, new.patient, wanted;
  end if;
  if stands is not true then
    raise exception 'there is no such row of the child at this centre' using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;

create trigger about_a_row after insert on work.lock for each row when (new.scope = 'visit') execute function work.about_a_row();
create trigger about_a_row after insert on work.query for each row execute function work.about_a_row();
create trigger about_a_row after insert on work.reading for each row execute function work.about_a_row();
create trigger about_a_row after insert on work.adjudication for each row execute function work.about_a_row();

-- Before this step a centre could lock another's visit, or one that is not there: such locks are lifted, and the trail says so.
alter table work.lock no force row level security;
update work.lock l set lifted_at = clock_timestamp(), lifted_by = 'migration'
  where l.scope = 'visit' and l.lifted_at is null
    and not exists (select from chart.visit v where v.centre = l.centre and v.patient = l.patient and v.visit = l.visit);
alter table work.lock force row level security;

-- Readings and decisions: each centre reads its own rows, whatever the numbers of another.
alter table work.reading drop constraint reading_entity_row_key_reader_key, add unique (centre, entity, row_key, reader);
alter table work.adjudication drop constraint adjudication_entity_row_key_key, add unique (centre, entity, row_key);

drop policy own_or_both on work.reading;
drop policy investigator_decides on work.adjudication;
drop function work.both_read(text, text);
create function work.both_read(at text, wanted_entity text, wanted_row text) returns boolean
  language sql stable security definer set search_path = '' as $$
  select count(*) >= 2 from work.reading r where r.centre = at and r.entity = wanted_entity and r.row_key = wanted_row;
$$;
create policy own_or_both on work.reading for select to osteon_member
  using (centre = any ((select access.centres('reading', 'read'))::text[])
         and (reader = (select access.account()) or work.both_read(centre, entity, row_key)));
create policy investigator_decides on work.adjudication for insert to osteon_member
  with check (centre = any ((select access.centres('reading', 'adjudicate'))::text[]) and work.both_read(centre, entity, row_key));

-- Brings the rule queries of one row to what the rules say now: [{"field", "code", "says"}]. Called by those who may write the row.
drop index work.rule_queries_once;
create unique index rule_queries_once on work.query (centre, entity, row_key, field, code) where raised_by = 'rule' and state <> 'closed';
drop index work.query_of_patient;
create index query_of_patient on work.query (centre, patient);
create or replace function work.settle(wanted_centre text, child text, wanted_entity text, wanted_row text, asked jsonb) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  if not wanted_centre = any (access.centres('chart', 'write')) then
    raise exception 'no right to write charts at %', wanted_centre using errcode = '42501';
  end if;
  with settled as (
    update work.query q set state = 'closed'
    where q.centre = wanted_centre and q.entity = wanted_entity and q.row_key = wanted_row and q.raised_by = 'rule' and q.state <> 'closed'
      and not exists (select from jsonb_array_elements(asked) f where f ->> 'code' = q.code and f ->> 'field' = q.field)
    returning q.query, q.centre, q.patient
  )
  insert into work.query_message (query, centre, patient, state, says)
    select query, centre, patient, 'closed', 'The value was changed; the rule no longer asks.' from settled;
  with raised as (
    insert into work.query (centre, patient, entity, row_key, field, code, says, raised_by)
    select wanted_centre, child, wanted_entity, wanted_row, f ->> 'field', f ->> 'code', f ->> 'says', 'rule'
    from jsonb_array_elements(asked) f
    on conflict (centre, entity, row_key, field, code) where raised_by = 'rule' and state <> 'closed' do nothing
    returning query, centre, patient, says
  )
  insert into work.query_message (query, centre, patient, state, says)
    select query, centre, patient, 'open', says from raised;
end $$;

-- Identities, by centre and pseudonym.
drop function identity.open(text);
drop function identity.seal(text, integer, bytea, text);
create function identity.open(at text, child text) returns table (sealed bytea, sealed_with text, version integer)
  language plpgsql security definer set search_path = '' as $$
begin
  if not at = any (access.centres('identity', 'read')) then
    return;
  end if;
  perform audit.note('read-identity', 'identity.person', p.patient, p.patient, p.centre, null)
    from identity.person p where p.centre = at and p.patient = child;
  return query select p.sealed, p.sealed_with, p.version from identity.person p where p.centre = at and p.patient = child;
end $$;

create function identity.seal(at text, child text, expected integer, bytes bytea, key_name text) returns integer
  language plpgsql security definer set search_path = '' as $$
declare
  made integer;
begin
  if not at = any (access.centres('identity', 'write'))
     or not exists (select from chart.patient c where c.centre = at and c.patient = child) then
    raise exception 'there is no child % whose identity you may write', child using errcode = 'OS007';
  end if;
  insert into identity.person as p (patient, centre, sealed, sealed_with, written_by)
    values (child, at, bytes, key_name, access.actor())
    on conflict (centre, patient) do update set sealed = excluded.sealed, sealed_with = excluded.sealed_with,
      version = p.version + 1, written_at = clock_timestamp(), written_by = excluded.written_by
      where p.version = expected
    returning p.version into made;
  if made is null then
    raise exception 'the identity of % was changed meanwhile', child using errcode = 'OS010';
  end if;
  return made;
end $$;

-- Whether a run read the numbers with the name of their centre before them, because two centres share some.
alter table work.run add column by_centre boolean not null default false;
grant update (by_centre) on work.run to osteon_member;

alter function chart.content_of_visit(text, text) owner to osteon_system;
alter function work.sign(text, text, text, text) owner to osteon_system;
alter function work.about_a_row() owner to osteon_system;
alter function work.both_read(text, text, text) owner to osteon_system;
alter function identity.open(text, text) owner to osteon_system;
alter function identity.seal(text, text, integer, bytea, text) owner to osteon_system;
grant execute on function work.sign(text, text, text, text), work.both_read(text, text, text),
  identity.open(text, text), identity.seal(text, text, integer, bytea, text) to osteon_member;

do $$
declare
  one text;
begin
  for one in select tablename from pg_tables where schemaname = 'chart' loop
    execute format('alter table chart.%I force row level security', one);
  end loop;
end $$;
