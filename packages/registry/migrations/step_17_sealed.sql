-- What nobody may learn from the trail, what holds for identities, and what is left of a run that a crash cut.

-- The trail tells that a row was read, by whom and when, and not what was read: a second reader may review the trail. What was
-- read stays in work.reading, which nobody can change; the salted hash lets it be held against the trail later.
alter table work.reading
  add column salt text not null default gen_random_uuid()::text,
  add column seal bytea;
create function work.seal_reading() returns trigger
  language plpgsql as $$
begin
  new.seal := sha256(convert_to(new.salt || new.cells::text, 'UTF8'));
  return new;
end $$;
create trigger seal before insert on work.reading for each row execute function work.seal_reading();

-- A run's problems quote charts; administrators review the registry's own chain and see no chart.
do $$
declare
  one text;
  hidden text;
begin
  foreach one in array array['reading', 'run'] loop
    hidden := case one when 'reading' then 'cells,salt' else 'problems' end;
    execute format('drop trigger a_record_insert on work.%I', one);
    execute format('drop trigger a_record_update on work.%I', one);
    execute format('drop trigger a_record_delete on work.%I', one);
    execute format('drop trigger no_truncate on work.%I', one);
    execute format('call audit.watch(%L, %L, %L)', 'work.' || one, one, hidden);
  end loop;
end $$;

-- An identity is exchanged or erased only with a reason, and not at all under a lock of its child or centre.
create function identity.guard() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  touched identity.person := case when tg_op = 'DELETE' then old else new end;
begin
  if tg_op <> 'INSERT' and access.reason() is null then
    raise exception 'an identity is changed only with a reason' using errcode = 'OS005', hint = 'Say why.';
  end if;
  if exists (select from work.lock l where l.lifted_at is null and l.centre = touched.centre
             and (l.scope = 'study' or l.scope = 'patient' and l.patient = touched.patient)) then
    raise exception 'the chart is locked' using errcode = 'OS006', hint = 'Ask the data manager to lift the lock.';
  end if;
  return touched;
end $$;
alter function identity.guard() owner to osteon_system;
create trigger b_guard before insert or update or delete on identity.person for each row execute function identity.guard();

-- Refuses a version that nobody can have read: there is no identity yet.
create function identity.expect(child text, here text, expected integer) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  if expected > 0 and not exists (select from identity.person p where p.patient = child and p.centre = here) then
    raise exception 'there is no identity of %', child using errcode = 'OS010';
  end if;
end $$;

-- Erases who a child is, by those who may write it; the trail keeps that it was there, by whom it was erased, and why.
create function identity.erase(child text, here text default null) returns boolean
  language plpgsql security definer set search_path = '' as $$
declare
  gone integer;
begin
  if access.reason() is null then
    raise exception 'an identity is erased only with a reason' using errcode = 'OS005', hint = 'Say why.';
  end if;
  delete from identity.person p
    where p.patient = child and (here is null or p.centre = here) and p.centre = any (access.centres('identity', 'write'));
  get diagnostics gone = row_count;
  return gone > 0;
end $$;
grant delete on identity.person to osteon_system;
alter function identity.expect(text, text, integer) owner to osteon_system;
alter function identity.erase(text, text) owner to osteon_system;
grant execute on function identity.expect(text, text, integer), identity.erase(text, text) to osteon_member;

-- A lock that was lifted holds no child; the trail tells that it was there. A lock that stands still does.
create function work.forget_lifted() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  delete from work.lock l where l.centre = old.centre and l.patient = old.patient and l.lifted_at is not null;
  return old;
end $$;
grant delete on work.lock to osteon_system;
create policy system_forgets on work.lock for delete to osteon_system using (current_user = 'osteon_system');
alter function work.forget_lifted() owner to osteon_system;
create trigger forget_lifted before delete on chart.patient for each row execute function work.forget_lifted();

-- The server that does a run; it holds a lock of the database's own for as long as it lives (see `announce`).
alter table work.run add column server text;
grant insert (server) on work.run to osteon_member;

-- Ends the runs whose server is no more, by the server that begins.
create function work.end_cut_runs() returns setof text
  language plpgsql security definer set search_path = '' as $$
begin
  return query
    update work.run r set state = 'failed', ended_at = clock_timestamp(), problems = jsonb_build_array(jsonb_build_object(
        'code', 'run-cut', 'severity', 'refused', 'where', '{}'::jsonb,
        'says', 'The server ended while the study ran.', 'fix', 'Run the study again.'))
    where r.state in ('waiting', 'running') and not exists (
      select from pg_catalog.pg_locks l
      where l.locktype = 'advisory' and l.granted and l.objsubid = 2 and l.classid = 4735118::oid
        and l.database = (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database())
        and l.objid = (pg_catalog.hashtext(r.server)::bigint & 4294967295)::oid)
    returning r.run;
end $$;
grant select, update on work.run to osteon_system;
create policy system_ends on work.run for all to osteon_system using (current_user = 'osteon_system');
alter function work.end_cut_runs() owner to osteon_system;
grant usage on schema work to osteon_door;
grant execute on function work.end_cut_runs() to osteon_door;
