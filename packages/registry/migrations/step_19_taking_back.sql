-- What was entered by mistake is taken back with all that hangs on it, a child gets another pseudonym, and a centre says
-- how its pseudonyms look.

-- `#` stands for a digit, `A` for a capital letter, a letter after `\` for itself; null where the centre has said nothing.
alter table access.centre add column pseudonym_pattern text check (length(pseudonym_pattern) between 1 and 64);

-- Whether the account entered the row and nobody else has written it since.
create function chart.is_own(wanted_centre text, wanted_entity text, wanted_row text) returns boolean
  language sql stable security definer set search_path = '' as $$
  select coalesce(bool_and(e.actor = access.account()) and bool_or(e.action = 'insert'), false)
  from audit.entry e
  where e.entity = wanted_entity and e.row_key = wanted_row and e.chain = wanted_centre
    and e.action in ('insert', 'update')
    and e.seq > coalesce((select max(gone.seq) from audit.entry gone where gone.entity = wanted_entity
                          and gone.row_key = wanted_row and gone.chain = wanted_centre and gone.action = 'delete'), 0);
$$;
alter function chart.is_own(text, text, text) owner to osteon_system;
grant execute on function chart.is_own(text, text, text) to osteon_member;

-- Who may write may take an own draft back. A lesion and what an examination shows of it are entered on the skeleton
-- without a draft before, so they are taken back like one; the reason is asked as for every complete row.
do $$
declare
  one text;
begin
  for one in select tablename from pg_catalog.pg_tables where schemaname = 'chart' loop
    execute format('create policy member_takes_back on chart.%1$I for delete to osteon_member
      using (centre = any ((select access.centres(''chart'', ''write''))::text[]) %2$s and chart.is_own(centre, %3$L, %1$I))',
      one, case when one in ('lesion', 'lesion_observation') then '' else 'and row_status = ''draft''' end, 'chart.' || one);
  end loop;
end $$;

-- Whether the account may take this row back.
create function chart.may_take_back(wanted_centre text, wanted_table text, wanted_row text, status text) returns boolean
  language sql stable security definer set search_path = '' as $$
  select wanted_centre = any (access.centres('chart', 'delete'))
    or (wanted_centre = any (access.centres('chart', 'write'))
        and (status = 'draft' or wanted_table in ('lesion', 'lesion_observation'))
        and chart.is_own(wanted_centre, 'chart.' || wanted_table, wanted_row));
$$;
alter function chart.may_take_back(text, text, text, text) owner to osteon_system;
grant execute on function chart.may_take_back(text, text, text, text) to osteon_member;

-- Whether an identity is kept of the child; asked by those who may write its chart.
create function identity.is_kept(wanted_centre text, child text) returns boolean
  language sql stable security definer set search_path = '' as $$
  select exists (select from identity.person p where p.centre = wanted_centre and p.patient = child
                 and p.centre = any (access.centres('chart', 'write')));
$$;
alter function identity.is_kept(text, text) owner to osteon_system;
grant execute on function identity.is_kept(text, text) to osteon_member;

grant delete on work.lock, work.reading, work.adjudication, identity.person to osteon_system;
create policy system_deletes on work.lock for delete to osteon_system using (current_user = 'osteon_system');
create policy system_deletes on work.reading for delete to osteon_system using (current_user = 'osteon_system');
create policy system_holds on work.adjudication for all to osteon_system using (current_user = 'osteon_system');
grant select on work.adjudication to osteon_system;

-- Before a child is deleted: what is kept beside its chart goes, its identity too. Queries go with the child itself.
create function work.let_go(wanted_centre text, child text) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from chart.patient p where p.centre = wanted_centre and p.patient = child
                 and chart.may_take_back(wanted_centre, 'patient', child, p.row_status)) then
    raise exception 'there is no child % that you may delete', child using errcode = 'OS007';
  end if;
  if exists (select from work.lock l where l.lifted_at is null and l.centre = wanted_centre
             and (l.scope = 'study' or l.patient = child)) then
    raise exception 'the chart of % is locked', child using errcode = 'OS006', hint = 'Ask the data manager to lift the lock.';
  end if;
  delete from work.adjudication where centre = wanted_centre and patient = child;
  delete from work.reading where centre = wanted_centre and patient = child;
  delete from work.lock where centre = wanted_centre and patient = child;
  delete from identity.person where centre = wanted_centre and patient = child;
end $$;
alter function work.let_go(text, text) owner to osteon_system;
grant execute on function work.let_go(text, text) to osteon_member;

-- After rows of a child were deleted: their queries are closed, and what was read of them goes. Rows that stand are left alone.
create function work.settle_deleted(wanted_centre text, child text, wanted_table text, wanted_rows text[]) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  gone text[];
begin
  if not wanted_centre = any (access.centres('chart', 'write')) then
    raise exception 'no right to write charts at %', wanted_centre using errcode = '42501';
  end if;
  execute format('select array_agg(k) from unnest($2) k where not exists (select from chart.%1$I r where r.centre = $1 and r.%1$I = k)',
                 wanted_table) into gone using wanted_centre, wanted_rows;
  with closed as (
    update work.query q set state = 'closed'
    where q.centre = wanted_centre and q.patient = child and q.entity = wanted_table and q.row_key = any (gone) and q.state <> 'closed'
    returning q.query
  )
  insert into work.query_message (query, centre, patient, state, says)
    select query, wanted_centre, child, 'closed', 'The row was deleted.' from closed;
  delete from work.adjudication where centre = wanted_centre and entity = wanted_table and row_key = any (gone);
  delete from work.reading where centre = wanted_centre and entity = wanted_table and row_key = any (gone);
end $$;
alter function work.settle_deleted(text, text, text, text[]) owner to osteon_system;
grant execute on function work.settle_deleted(text, text, text, text[]) to osteon_member;

-- A child gets another pseudonym: nothing of its chart changes but the name under which it stands. References are looked at
-- when every table has been written; locks go along, signatures stand for the same content as before.
do $$
declare
  one record;
begin
  for one in select c.conname, c.conrelid::regclass as referring from pg_catalog.pg_constraint c
             join pg_catalog.pg_class r on r.oid = c.confrelid join pg_catalog.pg_namespace n on n.oid = r.relnamespace
             where c.contype = 'f' and n.nspname = 'chart' and not c.condeferrable loop
    execute format('alter table %s alter constraint %I deferrable initially immediate', one.referring, one.conname);
  end loop;
  -- Only the function below updates charts as osteon_system.
  for one in select t.tgname, t.tgrelid::regclass as watched, pg_get_triggerdef(t.oid) as made from pg_catalog.pg_trigger t
             join pg_catalog.pg_class r on r.oid = t.tgrelid join pg_catalog.pg_namespace n on n.oid = r.relnamespace
             where n.nspname = 'chart' and t.tgname in ('version', 'b_guard_update', 'c_void_update') loop
    execute format('drop trigger %I on %s', one.tgname, one.watched);
    execute regexp_replace(one.made, '(FOR EACH (ROW|STATEMENT)) EXECUTE', '\1 WHEN (current_user <> ''osteon_system'') EXECUTE');
  end loop;
  for one in select tablename from pg_catalog.pg_tables where schemaname = 'chart' loop
    execute format('grant update (patient) on chart.%I to osteon_system', one.tablename);
    execute format('create policy system_renames on chart.%I for update to osteon_system using (current_user = ''osteon_system'')', one.tablename);
  end loop;
end $$;
grant update on work.lock, work.reading, work.adjudication, work.query_message to osteon_system;
create policy system_renames on work.lock for update to osteon_system using (current_user = 'osteon_system');
create policy system_renames on work.reading for update to osteon_system using (current_user = 'osteon_system');

do $$ begin
  if to_regprocedure('chart.content_of_visit(text, text)') is null then
    create function chart.content_of_visit(at text, wanted text) returns bytea
      language sql stable security definer set search_path = ''
      as 'select chart.content_of_visit(v.visit) from chart.visit v where v.centre = at and v.visit = wanted';
    alter function chart.content_of_visit(text, text) owner to osteon_system;
  end if;
end $$;

-- A renaming works under a lock, and seals the identity anew for the same child: `osteon.renamed` names it, in this transaction.
create or replace function identity.guard() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  touched identity.person := case when tg_op = 'DELETE' then old else new end;
begin
  if tg_op <> 'INSERT' and access.reason() is null then
    raise exception 'an identity is changed only with a reason' using errcode = 'OS005', hint = 'Say why.';
  end if;
  if tg_op = 'UPDATE' and touched.patient = current_setting('osteon.renamed', true) then
    return touched;
  end if;
  if exists (select from work.lock l where l.lifted_at is null and l.centre = touched.centre
             and (l.scope = 'study' or l.scope = 'patient' and l.patient = touched.patient)) then
    raise exception 'the chart is locked' using errcode = 'OS006', hint = 'Ask the data manager to lift the lock.';
  end if;
  return touched;
end $$;

-- Answers with the sealed identity, which is bound to the pseudonym and has to be sealed anew by who holds the key.
create function chart.rename(wanted_centre text, child text, becomes text) returns table (sealed bytea, sealed_with text)
  language plpgsql security definer set search_path = '' as $$
declare
  one text;
  standing bigint[];
begin
  if not exists (select from chart.patient p where p.centre = wanted_centre and p.patient = child
                 and p.centre = any (access.centres('chart', 'delete'))) then
    raise exception 'there is no child % that you may rename', child using errcode = 'OS007';
  end if;
  if access.reason() is null then
    raise exception 'a child is renamed only with a reason' using errcode = 'OS005', hint = 'Say why.';
  end if;
  perform audit.hold(wanted_centre);
  select array_agg(s.signature) into standing from work.signature s
    where s.centre = wanted_centre and s.patient = child and s.voided_at is null and s.content = chart.content_of_visit(s.centre, s.visit);
  set constraints all deferred;
  perform set_config('osteon.renamed', becomes, true);
  for one in select tablename from pg_catalog.pg_tables where schemaname = 'chart' order by 1 loop
    execute format('update chart.%I set patient = $3 where centre = $1 and patient = $2', one) using wanted_centre, child, becomes;
  end loop;
  update work.lock set patient = becomes where centre = wanted_centre and patient = child;
  update work.query set patient = becomes, row_key = case entity when 'patient' then becomes else row_key end
    where centre = wanted_centre and patient = child;
  update work.query_message set patient = becomes where centre = wanted_centre and patient = child;
  update work.reading set patient = becomes, row_key = case entity when 'patient' then becomes else row_key end
    where centre = wanted_centre and patient = child;
  update work.adjudication set patient = becomes, row_key = case entity when 'patient' then becomes else row_key end
    where centre = wanted_centre and patient = child;
  update identity.person set patient = becomes where centre = wanted_centre and patient = child;
  update work.signature s set patient = becomes,
      content = case when s.signature = any (standing) then chart.content_of_visit(s.centre, s.visit) else s.content end
    where s.centre = wanted_centre and s.patient = child;
  set constraints all immediate;
  perform audit.note('rename', 'chart.patient', becomes, becomes, wanted_centre, jsonb_build_object('from', child, 'to', becomes));
  return query select p.sealed, p.sealed_with from identity.person p where p.centre = wanted_centre and p.patient = becomes;
end $$;

-- After a renaming: the same identity, sealed for the new pseudonym.
create function identity.seal_anew(wanted_centre text, child text, was bytea, bytes bytea, key_name text) returns boolean
  language plpgsql security definer set search_path = '' as $$
begin
  update identity.person p set sealed = bytes, sealed_with = key_name, version = p.version + 1,
      written_at = clock_timestamp(), written_by = access.actor()
    where p.centre = wanted_centre and p.patient = child and p.sealed = was and p.centre = any (access.centres('chart', 'delete'));
  return found;
end $$;

alter function chart.rename(text, text, text) owner to osteon_system;
alter function identity.seal_anew(text, text, bytea, bytea, text) owner to osteon_system;
grant execute on function chart.rename(text, text, text), identity.seal_anew(text, text, bytea, bytea, text) to osteon_member;
