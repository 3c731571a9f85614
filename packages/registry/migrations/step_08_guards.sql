-- What holds for every write to a chart, whoever writes and by whatever way: locks, reasons, signatures.

-- The reason why a complete row is changed or deleted must be told.
create function chart.guard() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  touched jsonb;
  locked work.lock;
begin
  if tg_op <> 'INSERT' and access.reason() is null then
    if exists (select from old_rows where row_status = 'complete') then
      raise exception 'a complete row is changed only with a reason' using errcode = 'OS005', hint = 'Say why.';
    end if;
  end if;
  if exists (select from work.lock where lifted_at is null) then
    if tg_op = 'INSERT' then
      select l.* into locked from new_rows n join work.lock l on l.lifted_at is null and l.centre = n.centre
        and (l.scope = 'study' or l.scope = 'patient' and l.patient = n.patient
             or l.scope = 'visit' and l.visit = to_jsonb(n) ->> 'visit') limit 1;
    else
      select l.* into locked from old_rows o join work.lock l on l.lifted_at is null and l.centre = o.centre
        and (l.scope = 'study' or l.scope = 'patient' and l.patient = o.patient
             or l.scope = 'visit' and l.visit = to_jsonb(o) ->> 'visit') limit 1;
      if locked.lock is null and tg_op = 'UPDATE' then
        select l.* into locked from new_rows n join work.lock l on l.lifted_at is null and l.scope = 'visit'
          and l.visit = to_jsonb(n) ->> 'visit' limit 1;
      end if;
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
create function chart.content_of_visit(wanted text) returns bytea
  language sql stable security definer set search_path = '' as $$
  select sha256(convert_to(jsonb_build_array(
    to_jsonb(v) - '{row_status,version,written_at,written_by}'::text[],
    (select jsonb_agg(to_jsonb(l) - '{row_status,version,written_at,written_by}'::text[] order by l.laboratory)
     from chart.laboratory l where l.visit = v.visit))::text, 'UTF8'))
  from chart.visit v where v.visit = wanted;
$$;

-- A change of what was signed voids the signature.
create function chart.void_signatures() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  visits text[];
begin
  if not exists (select from work.signature where voided_at is null) then
    return null;
  end if;
  if tg_op = 'INSERT' then
    select array_agg(distinct n.visit) into visits from new_rows n where n.visit is not null;
  elsif tg_op = 'DELETE' then
    select array_agg(distinct o.visit) into visits from old_rows o where o.visit is not null;
  else
    select array_agg(distinct e.visit) into visits
      from (select visit from old_rows union select visit from new_rows) e where e.visit is not null;
  end if;
  update work.signature s set voided_at = clock_timestamp(), voided_by = access.actor()
    where s.visit = any (visits) and s.voided_at is null and s.content is distinct from chart.content_of_visit(s.visit);
  return null;
end $$;

-- Signs a visit; the server has made sure of the person a moment before. Holds the chain first, so that no change slips between.
create function work.sign(wanted text, stands_for text, name text) returns bigint
  language plpgsql security definer set search_path = '' as $$
declare
  signed chart.visit;
  made bigint;
begin
  select * into signed from chart.visit where visit = wanted and centre = any (access.centres('signature', 'sign'));
  if not found then
    raise exception 'there is no visit % that you may sign', wanted using errcode = 'OS007';
  end if;
  perform audit.hold(signed.centre);
  select * into signed from chart.visit where visit = wanted;
  if signed.row_status <> 'complete' then
    raise exception 'visit % is a draft', wanted using errcode = 'OS008', hint = 'Complete it before signing.';
  end if;
  insert into work.signature (centre, patient, visit, meaning, printed_name, signed_by, content)
    values (signed.centre, signed.patient, wanted, stands_for, name, access.actor(), chart.content_of_visit(wanted))
    returning signature into made;
  return made;
end $$;

alter function chart.guard() owner to osteon_system;
alter function chart.content_of_visit(text) owner to osteon_system;
alter function chart.void_signatures() owner to osteon_system;
alter function work.sign(text, text, text) owner to osteon_system;
grant execute on function work.sign(text, text, text) to osteon_member;

do $$
declare
  one text;
begin
  for one in select tablename from pg_tables where schemaname = 'chart' loop
    execute format('create trigger b_guard_insert after insert on chart.%I referencing new table as new_rows
      for each statement execute function chart.guard()', one);
    execute format('create trigger b_guard_update after update on chart.%I referencing old table as old_rows new table as new_rows
      for each statement execute function chart.guard()', one);
    execute format('create trigger b_guard_delete after delete on chart.%I referencing old table as old_rows
      for each statement execute function chart.guard()', one);
    if one in ('visit', 'laboratory') then
      execute format('create trigger c_void_insert after insert on chart.%I referencing new table as new_rows
        for each statement execute function chart.void_signatures()', one);
      execute format('create trigger c_void_update after update on chart.%I referencing old table as old_rows new table as new_rows
        for each statement execute function chart.void_signatures()', one);
      execute format('create trigger c_void_delete after delete on chart.%I referencing old table as old_rows
        for each statement execute function chart.void_signatures()', one);
    end if;
  end loop;
end $$;
