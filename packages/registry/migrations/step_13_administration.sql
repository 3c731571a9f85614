-- What administrators see of accounts: how each signs in and when it last did, its standing roles. No secret is among it.
-- A session that ended within a second of its beginning was the first half of a sign-in that asks for a second factor.
create function access.accounts() returns table (
  account text, name text, email text, second_factor boolean, by_password boolean, by_provider boolean,
  last_sign_in timestamptz, disabled_at timestamptz, roles jsonb
)
  language plpgsql stable security definer set search_path = '' as $$
begin
  if not access.administers() then
    raise exception 'only an administrator sees accounts' using errcode = '42501';
  end if;
  return query
    select u.id, u.name, u.email, coalesce(u.two_factor_enabled, false),
      exists (select from auth.account a where a.user_id = u.id and a.provider_id = 'credential'),
      exists (select from auth.account a where a.user_id = u.id and a.provider_id <> 'credential'),
      (select e.at from audit.entry e
       where e.entity = 'auth.session' and e.action = 'insert' and e.after ->> 'user_id' = u.id
         and not exists (select from audit.entry d where d.entity = 'auth.session' and d.row_key = e.row_key
                         and d.action = 'delete' and d.at < e.at + interval '1 second')
       order by e.seq desc limit 1),
      u.disabled_at,
      (select coalesce(jsonb_agg(jsonb_build_object('membership', m.membership, 'role', m.role, 'centre', m.centre)
                                 order by m.role, m.centre), '[]')
       from access.membership m where m.account = u.id and m.ended_at is null)
    from auth."user" u order by lower(u.name), u.id;
end $$;

create index entry_of_sign_in on audit.entry ((after ->> 'user_id'), seq) where entity = 'auth.session' and action = 'insert';
create index entry_of_keeping on audit.entry (seq) where action in ('backup', 'restore-drill');

grant select (user_id, provider_id) on auth.account to osteon_system;
alter function access.accounts() owner to osteon_system;
grant execute on function access.accounts() to osteon_member;
