-- A role may be kept from tables of the chart: whoever has it at a centre neither reads nor writes rows of these tables there, nor what
-- the trail, questions and readings say of them. Each change is a version that says why; none is changed or taken away.

-- Why a rule cannot be; nothing where it can. {"laboratory": ["study_nurse"]}: the roles that are kept from each table. Administrators
-- have no chart to be kept from, and one role at least sees each table.
create function access.kept_fault(kept jsonb) returns text
  language plpgsql immutable set search_path = '' as $$
declare
  one record;
  roles text[];
begin
  if jsonb_typeof(kept) is distinct from 'object' then return 'no tables with roles'; end if;
  for one in select key as of_table, value as told from jsonb_each(kept) loop
    if one.of_table in ('patient', 'visit') then return 'a table that everyone must see'; end if;
    if jsonb_typeof(one.told) <> 'array' or jsonb_array_length(one.told) = 0 then return 'a table without roles'; end if;
    if exists (select from jsonb_array_elements(one.told) e where jsonb_typeof(e) <> 'string') then return 'a role that is none'; end if;
    roles := array(select jsonb_array_elements_text(one.told));
    if not roles <@ array['data_manager', 'investigator', 'study_nurse', 'monitor', 'statistician'] then return 'a role that is none'; end if;
    if cardinality(roles) <> (select count(distinct r) from unnest(roles) r) then return 'a role twice'; end if;
    if cardinality(roles) = 5 then return 'a table that nobody would see'; end if;
  end loop;
  return null;
end $$;

create table access.kept_tables (
  version integer primary key check (version > 0),
  kept jsonb not null check (access.kept_fault(kept) is null),
  changed_at timestamptz not null default clock_timestamp(),
  changed_by text not null default access.actor(),
  reason text default access.reason()
);
call audit.watch('access.kept_tables', 'version');

-- A version follows the one before it, and names tables that are there. Who is kept from a table is kept from those whose rows hang on
-- its rows: what an examination shows is read with the examination, or not at all.
create function access.follow_kept_tables() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  fault text;
begin
  perform access.must_say_why();
  -- What the check below refuses has no tables to look at.
  if access.kept_fault(new.kept) is not null then
    return new;
  end if;
  if new.version is distinct from coalesce((select max(k.version) from access.kept_tables k), 0) + 1 then
    raise exception 'the rule was changed meanwhile' using errcode = 'OS010', hint = 'Read it again.';
  end if;
  select t into fault from jsonb_object_keys(new.kept) t
    where not exists (select from pg_catalog.pg_tables one where one.schemaname = 'chart' and one.tablename = t) limit 1;
  if fault is not null then
    raise exception 'there is no chart table %', left(fault, 64) using errcode = 'OS381';
  end if;
  select hanging.relname || ' hangs on ' || held.relname into fault
    from pg_catalog.pg_constraint c join pg_catalog.pg_class hanging on hanging.oid = c.conrelid
      join pg_catalog.pg_class held on held.oid = c.confrelid
    where c.contype = 'f' and hanging.relnamespace = 'chart'::regnamespace and held.relnamespace = 'chart'::regnamespace
      and hanging.relname::text not in ('patient', 'visit') and new.kept ? held.relname::text
      and not coalesce(new.kept -> hanging.relname::text, '[]') @> (new.kept -> held.relname::text) limit 1;
  if fault is not null then
    raise exception '%', fault using errcode = 'OS381', hint = 'Who is kept from a table is kept from those that hang on it.';
  end if;
  return new;
end $$;
alter function access.follow_kept_tables() owner to osteon_system;
create trigger b_follows before insert on access.kept_tables for each row execute function access.follow_kept_tables();

alter table access.kept_tables enable row level security, force row level security;
create policy everyone_reads on access.kept_tables for select to osteon_member using (true);
create policy administrator_adds on access.kept_tables for insert to osteon_member with check ((select access.administers()));
create policy keeper_reads on access.kept_tables for select to osteon_keeper using (current_user = 'osteon_keeper');
create policy system_reads on access.kept_tables for select to osteon_system using (current_user = 'osteon_system');
grant select on access.kept_tables to osteon_member, osteon_keeper, osteon_system;
grant insert (version, kept) on access.kept_tables to osteon_member;
grant execute on function access.kept_fault(jsonb) to osteon_member, osteon_system;

-- What the account is kept from, and by which of its roles: one role is enough, whatever another one allows.
create function access.kept() returns table (centre text, of_table text, roles text[])
  language sql stable security definer set search_path = '' as $$
  select m.centre, k.key, array_agg(distinct m.role order by m.role)
  from access.membership m, jsonb_each((select t.kept from access.kept_tables t order by t.version desc limit 1)) k
  where m.account = access.account() and m.ended_at is null and m.centre is not null and k.value ? m.role
  group by 1, 2 order by 1, 2;
$$;

-- The centres at which the account is kept from a table; asked once a query, in a sub-select. In plpgsql, which keeps its plan.
create function access.kept_at(wanted text) returns text[]
  language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select coalesce(array_agg(distinct m.centre), '{}') from access.membership m
    where m.account = access.account() and m.ended_at is null and m.centre is not null
      and (select t.kept from access.kept_tables t order by t.version desc limit 1) -> wanted ? m.role
  );
end $$;

-- The same for rows that name their table: each centre with each table that the account is kept from there. No table has a space.
create function access.kept_places() returns text[]
  language plpgsql stable security definer set search_path = '' as $$
begin
  return (select coalesce(array_agg(k.centre || ' ' || k.of_table), '{}') from access.kept() k);
end $$;

-- The centres at which the account is kept from any table: what is made of whole charts is none of its business there.
create function access.kept_centres() returns text[]
  language plpgsql stable security definer set search_path = '' as $$
begin
  return (select coalesce(array_agg(distinct k.centre), '{}') from access.kept() k);
end $$;

-- Of a question, what was said of it, a reading or a decision, as the trail holds them: whether it is about a table that the account is kept from.
create function work.is_kept(at text, of_entity text, wanted_row text, told jsonb) returns boolean
  language plpgsql stable security definer set search_path = '' as $$
declare
  about text := told ->> 'entity';
begin
  if about is null then
    case of_entity
      when 'work.query' then select q.entity into about from work.query q where q.query::text = wanted_row;
      when 'work.query_message' then
        select q.entity into about from work.query q join work.query_message m using (query)
          where q.query::text = told ->> 'query' or m.message::text = wanted_row limit 1;
      when 'work.reading' then select r.entity into about from work.reading r where r.reading::text = wanted_row;
      else select a.entity into about from work.adjudication a where a.adjudication::text = wanted_row;
    end case;
  end if;
  -- What was about a row is gone with it: nobody can tell any more, so it counts as kept where anything is.
  return case when about is null then at = any (access.kept_centres()) else at || ' ' || about = any (access.kept_places()) end;
end $$;

alter function access.kept() owner to osteon_system;
alter function access.kept_at(text) owner to osteon_system;
alter function access.kept_places() owner to osteon_system;
alter function access.kept_centres() owner to osteon_system;
alter function work.is_kept(text, text, text, jsonb) owner to osteon_system;
grant execute on function access.kept(), access.kept_at(text), access.kept_places(), access.kept_centres(),
  work.is_kept(text, text, text, jsonb) to osteon_member;

-- Restrictive: no other policy gives back what these take. New chart tables get theirs with the rest of their rights.
do $$
declare
  one text;
begin
  for one in select tablename from pg_tables where schemaname = 'chart' and tablename not in ('patient', 'visit') order by 1 loop
    execute format('create policy kept_from_roles on chart.%1$I as restrictive for all to osteon_member
      using (not centre = any ((select access.kept_at(%1$L))::text[]))', one);
  end loop;
  foreach one in array array['query', 'reading', 'adjudication'] loop
    execute format('create policy kept_from_roles on work.%I as restrictive for all to osteon_member
      using (not centre || '' '' || entity = any ((select access.kept_places())::text[]))', one);
  end loop;
end $$;

create policy kept_from_roles on work.query_message as restrictive for select to osteon_member
  using ((select cardinality(access.kept_places())) = 0 or exists (select from work.query q where q.query = query_message.query));

create policy kept_from_roles on audit.entry as restrictive for select to osteon_member
  using ((select cardinality(access.kept_places())) = 0 or case
    when entity like 'chart.%' then not chain || ' ' || substr(entity, 7) = any ((select access.kept_places())::text[])
    when entity in ('work.query', 'work.query_message', 'work.reading', 'work.adjudication')
      then not work.is_kept(chain, entity, row_key, coalesce(after, before))
    else true end);

-- A run and its pages are made of whole charts. One's own run that has made nothing may end, and say why.
create policy kept_from_roles on work.run as restrictive for select to osteon_member
  using (not centres && (select access.kept_centres()) or folder is null and asked_by = (select access.account()));
create policy kept_from_following on work.run as restrictive for update to osteon_member
  using (not centres && (select access.kept_centres()) or folder is null and asked_by = (select access.account()));
create policy kept_from_asking on work.run as restrictive for insert to osteon_member
  with check (not centres && (select access.kept_centres()));

-- What runs with more rights than the one who calls it asks here.
create function work.refuse_kept() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  if new.centre || ' ' || coalesce(to_jsonb(new) ->> 'entity', 'laboratory') = any (access.kept_places()) then
    raise exception 'a role of the account is kept from this table' using errcode = 'OS380';
  end if;
  return new;
end $$;
alter function work.refuse_kept() owner to osteon_system;
create trigger c_kept_new before insert on work.query for each row execute function work.refuse_kept();
create trigger c_kept before update of state on work.query for each row execute function work.refuse_kept();
-- A signature stands for the visit and its results: nobody signs what they do not see.
create trigger c_kept before insert on work.signature for each row execute function work.refuse_kept();

-- The tables of the chart that an import wrote at a centre, for whoever undoes it: none may be left out unseen.
create function work.tables_of_batch(wanted_centre text, wanted text) returns text[]
  language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(distinct substr(e.entity, 7)), '{}') from audit.entry e
  where e.batch = wanted and e.chain = wanted_centre and e.entity like 'chart.%' and wanted_centre = any (access.centres('batch', 'import'));
$$;
alter function work.tables_of_batch(text, text) owner to osteon_system;
grant execute on function work.tables_of_batch(text, text) to osteon_member;

-- The last contact follows results and examinations that the one who writes may not see: the day alone comes out.
create function chart.last_seen_on(at text, child text) returns date
  language sql stable security definer set search_path = '' as $$
  select max(seen.on_day) from (
    select v.visited_on::date from chart.visit v where v.centre = at and v.patient = child and v.row_status = 'complete'
    union all
    select l.sampled_on::date from chart.laboratory l where l.centre = at and l.patient = child and l.row_status = 'complete'
    union all
    select i.imaged_on::date from chart.imaging i where i.centre = at and i.patient = child and i.row_status = 'complete'
  ) seen (on_day) where seen.on_day <= current_date and at = any (access.centres('chart', 'write'));
$$;
alter function chart.last_seen_on(text, text) owner to osteon_system;
grant execute on function chart.last_seen_on(text, text) to osteon_member;

create or replace function chart.follow_contact(at text, child text, to_stated boolean) returns boolean
  language plpgsql set search_path = '' as $$
declare
  stated date;
  day date;
  told constant text := current_setting('osteon.reason', true);
begin
  select coalesce(p.contact_stated_on, p.last_contact_on)::date into stated
    from chart.patient p where p.centre = at and p.patient = child and p.row_status = 'complete';
  day := stated;
  if stated is not null and not to_stated then
    day := greatest(stated, chart.last_seen_on(at, child));
  end if;
  perform set_config('osteon.contact', 'follows', true), set_config('osteon.reason', 'The last contact follows the visits.', true);
  update chart.patient p set last_contact_on = day, contact_stated_on = case when day > stated then stated end
    where p.centre = at and p.patient = child and p.last_contact_on <> day;
  perform set_config('osteon.contact', '', true), set_config('osteon.reason', coalesce(told, ''), true);
  return found;
end $$;

-- Answers are repeated to a person who still may see what they say.
create or replace function access.rights_hash() returns bytea
  language sql stable security definer set search_path = '' as $$
  select sha256(convert_to(coalesce(string_agg(m.role || ' ' || coalesce(m.centre, ''), E'\n' order by m.role, m.centre), '')
    || coalesce((select E'\n' || string_agg(k, E'\n' order by k) from unnest(access.kept_places()) k), ''), 'UTF8'))
  from access.membership m where m.account = access.account() and m.ended_at is null;
$$;

-- A run that the account does not see is not thrown away by it.
do $$
declare
  was constant text := pg_get_functiondef('work.forget_run(text)'::regprocedure);
  given constant text := 'r.centres <@ access.centres(''study'', ''run'')';
begin
  if strpos(was, given) = 0 then raise exception 'work.forget_run has no %', given; end if;
  execute replace(was, given, given || ' and not r.centres && access.kept_centres()');
end $$;
