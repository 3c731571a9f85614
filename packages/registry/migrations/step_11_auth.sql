-- Accounts and sessions, kept by the sign-in library in the role osteon_door. What is secret is never shown in the trail.
create table auth."user" (
  id text primary key,
  name text not null,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null,
  image text,
  two_factor_enabled boolean,
  disabled_at timestamptz,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);

create table auth.session (
  id text primary key,
  expires_at timestamptz not null,
  token text not null unique,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null,
  ip_address text,
  user_agent text,
  user_id text not null references auth."user" on delete cascade
);
create index on auth.session (user_id);

create table auth.account (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  user_id text not null references auth."user" on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null
);
create index on auth.account (user_id);

create table auth.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);
create index on auth.verification (identifier);

create table auth.two_factor (
  id text primary key,
  secret text not null,
  backup_codes text not null,
  user_id text not null references auth."user" on delete cascade,
  verified boolean,
  failed_verification_count integer,
  locked_until timestamptz
);
create index on auth.two_factor (user_id);

-- How often something was tried: sign-ins of an address, of an account. Hashes, not addresses.
create table auth.rate_limit (
  key text primary key,
  count integer not null,
  since timestamptz not null default clock_timestamp()
);

call audit.watch('auth."user"', 'id');
call audit.watch('auth.session', 'id', 'token,expires_at,updated_at');
call audit.watch('auth.account', 'id', 'password,access_token,refresh_token,id_token');
call audit.watch('auth.verification', 'id', 'identifier,value');
call audit.watch('auth.two_factor', 'id', 'secret,backup_codes');

do $$
declare
  one text;
begin
  foreach one in array array['user', 'session', 'account', 'verification', 'two_factor', 'rate_limit'] loop
    execute format('alter table auth.%I enable row level security, force row level security', one);
    execute format('create policy door_keeps on auth.%I for all to osteon_door using (current_user = %L)', one, 'osteon_door');
    execute format('create policy system_keeps on auth.%I for all to osteon_system using (current_user = %L)', one, 'osteon_system');
    execute format('create policy keeper_reads on auth.%I for select to osteon_keeper using (current_user = %L)', one, 'osteon_keeper');
    execute format('grant select, insert, update, delete on auth.%I to osteon_door', one);
  end loop;
end $$;
grant select, update on auth.session to osteon_system;
grant select on auth."user" to osteon_system;
grant select, insert, update on auth.rate_limit to osteon_system;

-- Who a session belongs to. A session ends an hour after its last use and twelve after it began, by the database's clock.
create function access.enter(wanted text) returns table (account text, name text, email text, second_factor boolean)
  language plpgsql security definer set search_path = '' as $$
declare
  held auth.session;
begin
  select * into held from auth.session s
    where s.token = wanted and s.expires_at > clock_timestamp() and s.created_at > clock_timestamp() - interval '12 hours';
  if not found then
    return;
  end if;
  if held.expires_at < clock_timestamp() + interval '55 minutes' then
    perform set_config('osteon.account', held.user_id, true);
    update auth.session s set expires_at = clock_timestamp() + interval '60 minutes', updated_at = clock_timestamp() where s.id = held.id;
  end if;
  return query select u.id, u.name, u.email, coalesce(u.two_factor_enabled, false)
    from auth."user" u where u.id = held.user_id and u.disabled_at is null;
end $$;

-- Counts one try; answers with the seconds to wait, 0 where the try is allowed. Within the window `most` are allowed.
create function access.try(wanted text, most integer, within interval) returns integer
  language plpgsql security definer set search_path = '' as $$
declare
  counted auth.rate_limit;
begin
  insert into auth.rate_limit as r (key, count) values (wanted, 1)
    on conflict (key) do update set
      count = case when r.since < clock_timestamp() - within or r.since > clock_timestamp() then 1 else r.count + 1 end,
      since = case when r.since < clock_timestamp() - within or r.since > clock_timestamp() then clock_timestamp() else r.since end
    returning * into counted;
  if counted.count <= most then
    return 0;
  end if;
  return greatest(1, ceil(extract(epoch from counted.since + within - clock_timestamp())))::integer;
end $$;

-- The people a person works with: names for the accounts that stand in charts and trails.
create function access.people() returns table (account text, name text, email text)
  language sql stable security definer set search_path = '' as $$
  select distinct u.id, u.name, u.email from auth."user" u
  where access.administers() or u.id = access.account() or exists (
    select from access.membership mine join access.membership theirs using (centre)
    where mine.account = access.account() and mine.ended_at is null and theirs.account = u.id)
  order by 2;
$$;

-- Ends every session of a person and keeps the account from signing in; by administrators.
create function access.disable(person text) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  if not access.administers() then
    raise exception 'only an administrator disables accounts' using errcode = '42501';
  end if;
  update auth."user" set disabled_at = clock_timestamp() where id = person;
  delete from auth.session where user_id = person;
end $$;

grant update on auth."user" to osteon_system;
grant delete on auth.session to osteon_system;
alter function access.enter(text) owner to osteon_system;
alter function access.try(text, integer, interval) owner to osteon_system;
alter function access.people() owner to osteon_system;
alter function access.disable(text) owner to osteon_system;
grant execute on function access.people(), access.disable(text) to osteon_member;
grant execute on function access.try(text, integer, interval) to osteon_door;
do $$ begin
  execute format('grant execute on function access.enter(text) to %I', current_user);
end $$;
