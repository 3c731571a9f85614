-- The roles that a transaction takes on. None can log in; they belong to the whole cluster, so another registry may have made them.
-- osteon_member  a person who is signed in: sees and writes what memberships allow
-- osteon_door    the sign-in page: accounts and sessions, no charts
-- osteon_keeper  backup, export of the audit trail: reads everything, writes nothing
-- osteon_system  owns the functions that run with more rights than their caller; nobody takes it on
do $$
declare
  one text;
begin
  foreach one in array array['osteon_member', 'osteon_door', 'osteon_keeper', 'osteon_system'] loop
    if not exists (select from pg_roles where rolname = one) then
      begin
        execute format('create role %I nologin noinherit', one);
      exception when duplicate_object or unique_violation then
        null;
      end;
    end if;
    if not pg_has_role(current_user, one, 'usage') or not (select rolsuper from pg_roles where rolname = current_user) then
      execute format('grant %I to %I', one, current_user);
    end if;
  end loop;
end $$;

create schema audit;
create schema access;
create schema auth;
create schema chart;
create schema identity;
create schema work;

revoke all on schema public from public;
grant usage on schema audit, access, chart, identity, work to osteon_member, osteon_keeper;
grant usage on schema audit, access, auth to osteon_door;
grant usage on schema auth to osteon_keeper;
grant usage, create on schema audit, access, auth, chart, identity, work to osteon_system;

alter default privileges revoke execute on functions from public;

grant usage on schema public to osteon_keeper;
grant select on public.osteon_migration to osteon_keeper;
