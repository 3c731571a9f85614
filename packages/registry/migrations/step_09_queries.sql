-- Queries: raised by a rule when a row is saved, or by a person; answered, closed, opened again, with every word kept.

-- Brings the rule queries of one row to what the rules say now: [{"field", "code", "says"}]. Called by those who may write the row.
create function work.settle(wanted_centre text, child text, wanted_entity text, wanted_row text, asked jsonb) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  if not wanted_centre = any (access.centres('chart', 'write')) then
    raise exception 'no right to write charts at %', wanted_centre using errcode = '42501';
  end if;
  with settled as (
    update work.query q set state = 'closed'
    where q.entity = wanted_entity and q.row_key = wanted_row and q.raised_by = 'rule' and q.state <> 'closed'
      and not exists (select from jsonb_array_elements(asked) f where f ->> 'code' = q.code and f ->> 'field' = q.field)
    returning q.query, q.centre, q.patient
  )
  insert into work.query_message (query, centre, patient, state, says)
    select query, centre, patient, 'closed', 'The value was changed; the rule no longer asks.' from settled;
  with raised as (
    insert into work.query (centre, patient, entity, row_key, field, code, says, raised_by)
    select wanted_centre, child, wanted_entity, wanted_row, f ->> 'field', f ->> 'code', f ->> 'says', 'rule'
    from jsonb_array_elements(asked) f
    on conflict (entity, row_key, field, code) where raised_by = 'rule' and state <> 'closed' do nothing
    returning query, centre, patient, says
  )
  insert into work.query_message (query, centre, patient, state, says)
    select query, centre, patient, 'open', says from raised;
end $$;

-- A question of a person about a row that this person may read.
create function work.ask(wanted_entity text, wanted_row text, wanted_field text, words text, wanted_centre text, child text) returns bigint
  language plpgsql security definer set search_path = '' as $$
declare
  made bigint;
begin
  if not wanted_centre = any (access.centres('query', 'raise')) then
    raise exception 'no right to raise queries at %', wanted_centre using errcode = '42501';
  end if;
  insert into work.query (centre, patient, entity, row_key, field, code, says, raised_by)
    values (wanted_centre, child, wanted_entity, wanted_row, wanted_field, 'asked', words, access.actor())
    returning query into made;
  insert into work.query_message (query, centre, patient, state, says) values (made, wanted_centre, child, 'open', words);
  return made;
end $$;

-- Moves a query on: answered by the centre, closed or opened again by those who ask.
create function work.say(wanted bigint, next_state text, words text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  one work.query;
  verb constant text := case next_state when 'answered' then 'answer' when 'closed' then 'close' else 'raise' end;
begin
  select * into one from work.query where query = wanted and centre = any (access.centres('query', 'read')) for update;
  if not found then
    raise exception 'there is no query %', wanted using errcode = 'OS007';
  end if;
  if not one.centre = any (access.centres('query', verb)) then
    raise exception 'no right to % queries at %', verb, one.centre using errcode = '42501';
  end if;
  if one.state = next_state then
    raise exception 'query % is % already', wanted, next_state using errcode = 'OS009';
  end if;
  update work.query set state = next_state where query = wanted;
  insert into work.query_message (query, centre, patient, state, says) values (wanted, one.centre, one.patient, next_state, words);
end $$;

alter function work.settle(text, text, text, text, jsonb) owner to osteon_system;
alter function work.ask(text, text, text, text, text, text) owner to osteon_system;
alter function work.say(bigint, text, text) owner to osteon_system;
grant execute on function work.settle(text, text, text, text, jsonb), work.ask(text, text, text, text, text, text),
  work.say(bigint, text, text) to osteon_member;
