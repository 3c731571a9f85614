-- Who may do what where. The rights of a role are few and fixed; a person has a role at a centre.
create table access.centre (
  centre text primary key check (centre ~ '^\S(.{0,98}\S)?$' and centre <> 'registry'),
  says text not null default ''
);

create table access.role_right (
  role text not null,
  area text not null,
  verb text not null,
  primary key (role, area, verb)
);

insert into access.role_right (role, area, verb)
select role, split_part(allowed, ' ', 1), verb
from (values
  ('administrator', array['registry administer']),
  ('data_manager', array['chart read,write,delete', 'query read,raise,answer,close', 'reading read', 'lock set', 'audit read',
                         'export take', 'batch import', 'study run']),
  ('investigator', array['chart read,write,delete', 'identity read,write', 'query read,raise,answer', 'reading read,write,adjudicate',
                         'signature sign', 'audit read', 'export take', 'study run']),
  ('study_nurse', array['chart read,write', 'identity read,write', 'query read,answer', 'reading read,write']),
  ('monitor', array['chart read', 'query read,raise,close', 'reading read', 'audit read']),
  ('statistician', array['chart read', 'query read', 'reading read', 'export take', 'study run'])
) as rights (role, allowances),
unnest(allowances) as allowed,
regexp_split_to_table(split_part(allowed, ' ', 2), ',') as verb;

create table access.membership (
  membership bigint generated always as identity primary key,
  account text not null,
  role text not null check (role in ('administrator', 'data_manager', 'investigator', 'study_nurse', 'monitor', 'statistician')),
  centre text references access.centre,
  ended_at timestamptz,
  check ((role = 'administrator') = (centre is null))
);

create unique index membership_once on access.membership (account, role, coalesce(centre, '')) where ended_at is null;

-- The centres at which the account may do this; asked once a query, in a sub-select. In plpgsql, which keeps its plan.
create function access.centres(wanted_area text, wanted_verb text) returns text[]
  language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select coalesce(array_agg(distinct m.centre order by m.centre), '{}')
    from access.membership m join access.role_right r using (role)
    where m.account = access.account() and m.ended_at is null and m.centre is not null
      and r.area = wanted_area and r.verb = wanted_verb
  );
end $$;

create function access.administers() returns boolean
  language sql stable security definer set search_path = '' as $$
  select exists (
    select from access.membership m
    where m.account = access.account() and m.role = 'administrator' and m.ended_at is null
  );
$$;

-- What the account may do, for a page that shows only what is allowed.
create function access.rights() returns table (centre text, role text, area text, verb text)
  language sql stable security definer set search_path = '' as $$
  select m.centre, m.role, r.area, r.verb
  from access.membership m join access.role_right r using (role)
  where m.account = access.account() and m.ended_at is null
  order by 1, 2, 3, 4;
$$;

grant select on access.membership, access.role_right to osteon_system;
alter function access.centres(text, text) owner to osteon_system;
alter function access.administers() owner to osteon_system;
alter function access.rights() owner to osteon_system;
grant execute on function access.centres(text, text), access.administers(), access.rights()
  to osteon_member, osteon_keeper, osteon_system;

call audit.watch('access.centre', 'centre');
call audit.watch('access.membership', 'membership');
call audit.watch('access.role_right', 'role');

grant select on access.centre, access.membership, access.role_right to osteon_member, osteon_keeper;
grant insert, update on access.centre to osteon_member;
grant insert (account, role, centre) on access.membership to osteon_member;
grant update (ended_at) on access.membership to osteon_member;

alter table access.centre enable row level security, force row level security;
alter table access.membership enable row level security, force row level security;
create policy everyone_reads on access.centre for select to osteon_member using (true);
create policy administrator_adds on access.centre for insert to osteon_member with check ((select access.administers()));
create policy administrator_changes on access.centre for update to osteon_member using ((select access.administers()));
create policy keeper_reads on access.centre for select to osteon_keeper using (current_user = 'osteon_keeper');
create policy own_or_administrator on access.membership for select to osteon_member
  using (account = (select access.account()) or (select access.administers()));
create policy administrator_adds on access.membership for insert to osteon_member with check ((select access.administers()));
create policy administrator_ends on access.membership for update to osteon_member using ((select access.administers()));
create policy system_reads on access.membership for select to osteon_system using (current_user = 'osteon_system');
create policy keeper_reads on access.membership for select to osteon_keeper using (current_user = 'osteon_keeper');

-- The audit trail of a centre is read by those whose role reviews it; that of accounts and sign-ins by administrators.
alter table audit.entry enable row level security, force row level security;
alter table audit.head enable row level security, force row level security;
create policy reviewer_reads on audit.entry for select to osteon_member
  using (chain = any ((select access.centres('audit', 'read'))::text[]) or (chain = 'registry' and (select access.administers())));
create policy reviewer_reads on audit.head for select to osteon_member
  using (chain = any ((select access.centres('audit', 'read'))::text[]) or (chain = 'registry' and (select access.administers())));
create policy keeper_reads on audit.entry for select to osteon_keeper using (current_user = 'osteon_keeper');
create policy keeper_reads on audit.head for select to osteon_keeper using (current_user = 'osteon_keeper');
create policy system_reads on audit.entry for select to osteon_system using (current_user = 'osteon_system');
create policy system_adds on audit.entry for insert to osteon_system with check (current_user = 'osteon_system');
create policy system_holds on audit.head for all to osteon_system using (current_user = 'osteon_system');
grant select on audit.entry, audit.head to osteon_member;

-- The operator's way, from the command line: a first administrator, a centre. Nobody else may execute these.
create function access.appoint(person text, wanted_role text, wanted_centre text) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  if wanted_centre is not null then
    insert into access.centre (centre) values (wanted_centre) on conflict do nothing;
  end if;
  insert into access.membership (account, role, centre) values (person, wanted_role, wanted_centre) on conflict do nothing;
end $$;

grant select, insert on access.centre, access.membership to osteon_system;
create policy system_adds on access.centre for all to osteon_system using (current_user = 'osteon_system');
create policy system_adds on access.membership for insert to osteon_system with check (current_user = 'osteon_system');
alter function access.appoint(text, text, text) owner to osteon_system;
do $$ begin
  execute format('grant execute on function access.appoint(text, text, text) to %I', current_user);
end $$;
