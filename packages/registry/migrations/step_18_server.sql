-- The role of the server's own connections: it takes on the three roles of a transaction, looks a session up, and carries out what
-- the one who runs the machine asks. It owns nothing, and reads nothing by itself. Logins that are members of it are made at the start.
do $$
declare
  one record;
  taken text;
begin
  if not exists (select from pg_roles where rolname = 'osteon_server') then
    begin
      create role osteon_server nologin noinherit;
    exception when duplicate_object or unique_violation then
      null;
    end;
  end if;
  foreach taken in array array['osteon_member', 'osteon_door', 'osteon_keeper'] loop
    -- Roles belong to the whole cluster: another registry may grant the same at this moment.
    if not pg_has_role('osteon_server', taken, 'member') then
      begin
        execute format('grant %I to osteon_server', taken);
      exception when unique_violation or internal_error then
        null;
      end;
    end if;
  end loop;
  grant usage on schema access, public to osteon_server;
  -- What until now the owner alone could call before it took on a role: `access.enter`, `access.appoint`.
  for one in
    select p.oid::regprocedure as told from pg_proc p join pg_namespace n on n.oid = p.pronamespace, lateral aclexplode(p.proacl) a
    where n.nspname = 'access' and a.grantee = current_user::regrole and p.proowner <> current_user::regrole and a.privilege_type = 'EXECUTE'
  loop
    execute format('grant execute on function %s to osteon_server', one.told);
  end loop;
end $$;
