-- What the sentences of a rule's question are made of, so that it is told in the language of its reader. Questions of before keep their text alone.
alter table work.query add column told_values jsonb
  check (jsonb_typeof(told_values) = 'object' and octet_length(told_values::text) <= 20000);

-- Brings the rule queries of one row to what the rules say now: [{"field", "code", "says", "values"}]. Called by those who may write the row.
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
    insert into work.query (centre, patient, entity, row_key, field, code, says, told_values, raised_by)
    select wanted_centre, child, wanted_entity, wanted_row, f ->> 'field', f ->> 'code', f ->> 'says', f -> 'values', 'rule'
    from jsonb_array_elements(asked) f
    on conflict (centre, entity, row_key, field, code) where raised_by = 'rule' and state <> 'closed' do nothing
    returning query, centre, patient, says
  )
  insert into work.query_message (query, centre, patient, state, says)
    select query, centre, patient, 'open', says from raised;
end $$;

-- Ends the runs whose server is no more, by the server that begins; as step_17 has it, with the values of a problem that is told by its code.
create or replace function work.end_cut_runs() returns setof text
  language plpgsql security definer set search_path = '' as $$
begin
  return query
    update work.run r set state = 'failed', ended_at = clock_timestamp(), problems = jsonb_build_array(jsonb_build_object(
        'code', 'run-cut', 'severity', 'refused', 'where', '{}'::jsonb, 'values', '{}'::jsonb,
        'says', 'The server ended while the study ran.', 'fix', 'Run the study again.'))
    where r.state in ('waiting', 'running') and not exists (
      select from pg_catalog.pg_locks l
      where l.locktype = 'advisory' and l.granted and l.objsubid = 2 and l.classid = 4735118::oid
        and l.database = (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database())
        and l.objid = (pg_catalog.hashtext(r.server)::bigint & 4294967295)::oid)
    returning r.run;
end $$;
