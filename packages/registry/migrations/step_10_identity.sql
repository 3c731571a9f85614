-- Names, birth dates and record numbers, encrypted by the server with a key that is never in the database. Nobody reads the
-- table; the two functions do, for investigators and nurses of the centre, and note each reading.
create table identity.person (
  patient text primary key,
  centre text not null,
  sealed bytea not null,
  sealed_with text not null,
  version integer not null default 1,
  written_at timestamptz not null default clock_timestamp(),
  written_by text not null,
  foreign key (centre, patient) references chart.patient (centre, patient)
);

call audit.watch('identity.person', 'patient');
alter table identity.person enable row level security, force row level security;
create policy keeper_reads on identity.person for select to osteon_keeper using (current_user = 'osteon_keeper');
create policy system_keeps on identity.person for all to osteon_system using (current_user = 'osteon_system');
grant select on identity.person to osteon_keeper;
grant select, insert, update on identity.person to osteon_system;

create function identity.open(child text) returns table (centre text, sealed bytea, sealed_with text, version integer)
  language plpgsql security definer set search_path = '' as $$
begin
  perform audit.note('read-identity', 'identity.person', p.patient, p.patient, p.centre, null)
    from identity.person p where p.patient = child and p.centre = any (access.centres('identity', 'read'));
  return query select p.centre, p.sealed, p.sealed_with, p.version
    from identity.person p where p.patient = child and p.centre = any (access.centres('identity', 'read'));
end $$;

create function identity.seal(child text, expected integer, bytes bytea, key_name text) returns integer
  language plpgsql security definer set search_path = '' as $$
declare
  here text;
  made integer;
begin
  select c.centre into here from chart.patient c where c.patient = child and c.centre = any (access.centres('identity', 'write'));
  if not found then
    raise exception 'there is no child % whose identity you may write', child using errcode = 'OS007';
  end if;
  insert into identity.person as p (patient, centre, sealed, sealed_with, written_by)
    values (child, here, bytes, key_name, access.actor())
    on conflict (patient) do update set sealed = excluded.sealed, sealed_with = excluded.sealed_with,
      version = p.version + 1, written_at = clock_timestamp(), written_by = excluded.written_by
      where p.version = expected
    returning p.version into made;
  if made is null then
    raise exception 'the identity of % was changed meanwhile', child using errcode = 'OS010';
  end if;
  return made;
end $$;

alter function identity.open(text) owner to osteon_system;
alter function identity.seal(text, integer, bytea, text) owner to osteon_system;
grant execute on function identity.open(text), identity.seal(text, integer, bytea, text) to osteon_member;
