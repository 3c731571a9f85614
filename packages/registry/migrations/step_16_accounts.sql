-- How people get in, and how one makes sure of them: links kept as hashes, codes good once, proofs, the last administrator.

-- What the registry asks of a sign-in: one row. `contact` stands before the sign-in, and names no secret.
create table access.sign_in (
  one boolean primary key default true check (one),
  contact text not null default '' check (length(contact) <= 200),
  factor_roles text[] not null default '{}' check (
    factor_roles <@ array['administrator', 'data_manager', 'investigator', 'study_nurse', 'monitor', 'statistician'])
);
insert into access.sign_in default values;
call audit.watch('access.sign_in', 'one');
alter table access.sign_in enable row level security, force row level security;
grant select on access.sign_in to osteon_member, osteon_door, osteon_keeper, osteon_system;
grant update (contact, factor_roles) on access.sign_in to osteon_member;
create policy everyone_reads on access.sign_in for select to osteon_member, osteon_door, osteon_keeper, osteon_system using (true);
create policy administrator_changes on access.sign_in for update to osteon_member using ((select access.administers()));

-- The link of a person, at most one, as its hash: whoever reads the database or a backup opens nothing with it.
create table auth.link (
  account text primary key references auth."user" on delete cascade,
  hash bytea not null unique,
  made_by text not null default access.actor(),
  made_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null
);
call audit.watch('auth.link', 'account', 'hash');
alter table auth.link enable row level security, force row level security;
create policy door_keeps on auth.link for all to osteon_door using (current_user = 'osteon_door');
create policy system_keeps on auth.link for all to osteon_system using (current_user = 'osteon_system');
create policy keeper_reads on auth.link for select to osteon_keeper using (current_user = 'osteon_keeper');
grant select on auth.link to osteon_door, osteon_keeper;
grant select, insert, update, delete on auth.link to osteon_system;

-- Links of before stood in clear: they end, and so do the answers that repeat them.
delete from auth.verification where identifier like 'reset-password:%';
delete from work.answered where answer::text like '%/welcome#%';

-- Whose link set the present password, and when, and whether there was one before: whoever made it could have opened it.
alter table auth."user" add column link_by text, add column link_used_at timestamptz, add column link_reset boolean;

-- `by_provider`: signed in by OpenID Connect; `factor_proved`: a second factor was asked there, or here; `proved_at`: when the
-- person last proved who they are, beside the sign-in itself.
alter table auth.session add column by_provider boolean not null default false, add column factor_proved boolean not null default false,
  add column proved_at timestamptz, add column wrong_tries integer not null default 0;

-- The step of the clock of the last code that was taken: neither it nor an earlier one is taken again.
alter table auth.two_factor add column last_step bigint;

-- A person has one account at a provider. Where more than one found its way in, the first stays.
delete from auth.account a using auth.account b
  where a.user_id = b.user_id and a.provider_id = b.provider_id and (b.created_at, b.id) < (a.created_at, a.id);
create unique index account_once on auth.account (user_id, provider_id);
create unique index subject_once on auth.account (provider_id, account_id) where provider_id <> 'credential';

-- A signature prints the name and the address of the account, whoever hands in what; and says by whose link its password was set.
alter table work.signature add column signed_address text, add column link_by text, add column link_used_at timestamptz;
create function work.print_signature() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  select coalesce(u.name, new.printed_name), u.email, u.link_by, u.link_used_at
    into new.printed_name, new.signed_address, new.link_by, new.link_used_at
    from (select 1) here left join auth."user" u on u.id = new.signed_by;
  return new;
end $$;
alter function work.print_signature() owner to osteon_system;
create trigger print_signature before insert on work.signature for each row execute function work.print_signature();

-- Answers are repeated to a person of the same rights alone.
create function access.rights_hash() returns bytea
  language sql stable security definer set search_path = '' as $$
  select sha256(convert_to(coalesce(string_agg(m.role || ' ' || coalesce(m.centre, ''), E'\n' order by m.role, m.centre), ''), 'UTF8'))
  from access.membership m where m.account = access.account() and m.ended_at is null;
$$;
alter function access.rights_hash() owner to osteon_system;
grant execute on function access.rights_hash() to osteon_member, osteon_keeper, osteon_door, osteon_system;
delete from work.answered;
alter table work.answered add column rights bytea not null default access.rights_hash();

-- Makes a link, which ends the one before; nobody has a link whose account is disabled.
create function access.put_link(person text, wanted bytea, expires timestamptz) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from auth."user" u where u.id = person) then
    raise exception 'there is no account %', person using errcode = 'OS007';
  end if;
  if exists (select from auth."user" u where u.id = person and u.disabled_at is not null) then
    raise exception 'the account is disabled' using errcode = 'OS161';
  end if;
  insert into auth.link as l (account, hash, expires_at) values (person, wanted, expires)
    on conflict (account) do update set hash = excluded.hash, made_by = excluded.made_by, made_at = excluded.made_at, expires_at = excluded.expires_at;
end $$;

-- The account of a link that is still good.
create function access.link_of(wanted bytea) returns table (account text, name text, email text)
  language sql stable security definer set search_path = '' as $$
  select u.id, u.name, u.email from auth.link l join auth."user" u on u.id = l.account
  where l.hash = wanted and l.expires_at > clock_timestamp() and u.disabled_at is null;
$$;

-- Uses a link: sets the password, ends every session and the link. Nothing where the link is not good any more.
create function access.use_link(wanted bytea, hashed text) returns text
  language plpgsql security definer set search_path = '' as $$
declare
  used auth.link;
  had boolean;
begin
  select l.* into used from auth.link l where l.hash = wanted for update;
  if not found or used.expires_at <= clock_timestamp()
     or not exists (select from auth."user" u where u.id = used.account and u.disabled_at is null) then
    return null;
  end if;
  perform set_config('osteon.account', used.account, true);
  delete from auth.link l where l.account = used.account;
  update auth.account a set password = hashed, updated_at = clock_timestamp()
    where a.user_id = used.account and a.provider_id = 'credential';
  had := found;
  if not had then
    insert into auth.account (id, account_id, provider_id, user_id, password, updated_at)
      values (gen_random_uuid()::text, used.account, 'credential', used.account, hashed, clock_timestamp());
  end if;
  update auth."user" u set link_by = used.made_by, link_used_at = clock_timestamp(), link_reset = had, updated_at = clock_timestamp() where u.id = used.account;
  delete from auth.session s where s.user_id = used.account;
  return used.account;
end $$;

create function access.put_disabled(person text, wanted boolean) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  update auth."user" set disabled_at = case when wanted then coalesce(disabled_at, clock_timestamp()) end, updated_at = clock_timestamp()
    where id = person;
  if not found then
    raise exception 'there is no account %', person using errcode = 'OS007';
  end if;
  if wanted then
    delete from auth.session where user_id = person;
    delete from auth.link where account = person;
  end if;
end $$;

-- Takes the second factor off; the trigger below ends the sessions.
create function access.drop_factor(person text) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  delete from auth.two_factor where user_id = person;
  update auth."user" set two_factor_enabled = false, updated_at = clock_timestamp() where id = person and two_factor_enabled;
  if not found then
    raise exception 'there is no second factor of %', person using errcode = 'OS007';
  end if;
end $$;

create function access.put_name(person text, wanted text) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  update auth."user" set name = wanted, updated_at = clock_timestamp() where id = person;
  if not found then
    raise exception 'there is no account %', person using errcode = 'OS007';
  end if;
end $$;

-- What an administrator may do with accounts; the operator of the machine uses the functions above.
create function access.must_administer() returns void
  language plpgsql stable security definer set search_path = '' as $$
begin
  if not access.administers() then
    raise exception 'only an administrator does this' using errcode = '42501';
  end if;
end $$;
create function access.new_link(person text, wanted bytea, expires timestamptz) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  perform access.must_administer();
  perform access.put_link(person, wanted, expires);
end $$;
create or replace function access.disable(person text) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  perform access.must_administer();
  perform access.put_disabled(person, true);
end $$;
create function access.enable(person text) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  perform access.must_administer();
  perform access.put_disabled(person, false);
end $$;
create function access.take_off_factor(person text) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  perform access.must_administer();
  perform access.drop_factor(person);
end $$;
create function access.rename(person text, wanted text) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  perform access.must_administer();
  perform access.put_name(person, wanted);
end $$;

-- An account by its address, for whoever invites: none where nobody has it.
create function access.account_of(wanted text) returns text
  language plpgsql stable security definer set search_path = '' as $$
begin
  perform access.must_administer();
  return (select u.id from auth."user" u where u.email = lower(wanted));
end $$;

-- A role is of an account that exists.
create function access.is_account(person text) returns boolean
  language sql stable security definer set search_path = '' as $$
  select exists (select from auth."user" u where u.id = person);
$$;
create function access.refuse_unknown() returns trigger
  language plpgsql as $$
begin
  if current_user = 'osteon_member' and not access.is_account(new.account) then
    raise exception 'there is no account %', new.account using errcode = 'OS007';
  end if;
  return new;
end $$;
create trigger refuse_unknown before insert on access.membership for each row execute function access.refuse_unknown();

-- There is always an administrator who can sign in. The chain of the registry is held, so of two ends at once the second sees the first.
create function access.keep_an_administrator() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  perform audit.hold('registry');
  if tg_table_name = 'user' and not exists (
    select from access.membership m where m.account = to_jsonb(new) ->> 'id' and m.role = 'administrator' and m.ended_at is null
  ) then
    return null;
  end if;
  if not exists (
    select from access.membership m join auth."user" u on u.id = m.account
    where m.role = 'administrator' and m.ended_at is null and u.disabled_at is null
      and exists (select from auth.account a where a.user_id = u.id)
  ) then
    raise exception 'this is the last administrator' using errcode = 'OS162', hint = 'Appoint another first.';
  end if;
  return null;
end $$;
create trigger keep_an_administrator after update of ended_at on access.membership for each row
  when (old.role = 'administrator' and old.ended_at is null and new.ended_at is not null) execute function access.keep_an_administrator();
create trigger keep_an_administrator_at_end after delete on access.membership for each row
  when (old.role = 'administrator' and old.ended_at is null) execute function access.keep_an_administrator();

create trigger keep_an_administrator after update of disabled_at on auth."user" for each row
  when (old.disabled_at is null and new.disabled_at is not null) execute function access.keep_an_administrator();

-- Sessions end with what they rested on: a password, a second factor that came or went.
create function auth.end_sessions() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  delete from auth.session s where s.user_id = case tg_table_name when 'user' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'user_id' end;
  return null;
end $$;
create trigger end_sessions after update of password on auth.account for each row
  when (old.password is distinct from new.password) execute function auth.end_sessions();
create trigger end_sessions after update of two_factor_enabled on auth."user" for each row
  when (coalesce(old.two_factor_enabled, false) is distinct from coalesce(new.two_factor_enabled, false)) execute function auth.end_sessions();

-- A disabled account has no session.
create function auth.refuse_disabled() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from auth."user" u where u.id = new.user_id and u.disabled_at is not null) then
    raise exception 'the account is disabled' using errcode = 'OS161';
  end if;
  return new;
end $$;
create trigger refuse_disabled before insert on auth.session for each row execute function auth.refuse_disabled();

-- Takes a code of the app: true once for a step of the clock, and for none before it.
create function access.take_step(person text, step bigint) returns boolean
  language plpgsql security definer set search_path = '' as $$
begin
  update auth.two_factor t set last_step = step where t.user_id = person and coalesce(t.last_step, -1) < step;
  return found;
end $$;

-- As access.enter, and how sure one is of the person: `fresh` where a password was typed, or the provider asked anew, within
-- five minutes; `needs` says what is missing before the session is good for anything.
create function access.admit(wanted text) returns table (
  account text, name text, email text, second_factor boolean, fresh boolean, needs text, has_password boolean)
  language plpgsql security definer set search_path = '' as $$
declare
  held record;
begin
  select * into held from access.enter(wanted);
  if held.account is null then
    return;
  end if;
  return query
    select held.account, held.name, held.email, held.second_factor,
      coalesce(greatest(s.proved_at, case when not s.by_provider then s.created_at end) > clock_timestamp() - interval '5 minutes', false),
      case when held.second_factor and s.by_provider and not s.factor_proved then 'second-factor'
           when not held.second_factor and not s.factor_proved and exists (
             select from access.membership m, access.sign_in rule
             where m.account = held.account and m.ended_at is null and m.role = any (rule.factor_roles)) then 'second-factor-set-up' end,
      exists (select from auth.account a where a.user_id = held.account and a.provider_id = 'credential')
    from auth.session s where s.token = wanted;
end $$;

-- The person proved who they are, in this session.
create function access.prove(wanted text, factor boolean) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  update auth.session s set wrong_tries = 0,
      proved_at = case when factor then s.proved_at else clock_timestamp() end, factor_proved = s.factor_proved or factor
    where s.token = wanted;
end $$;

-- A secret was wrong in this session; the fifth time it ends. True where it has ended.
create function access.doubt(wanted text) returns boolean
  language plpgsql security definer set search_path = '' as $$
begin
  update auth.session s set wrong_tries = s.wrong_tries + 1 where s.token = wanted;
  delete from auth.session s where s.token = wanted and s.wrong_tries >= 5;
  return found;
end $$;

-- Who has accounts, for the operator of the machine.
create function access.list_accounts() returns table (
  account text, name text, email text, second_factor boolean, disabled_at timestamptz, roles text)
  language sql stable security definer set search_path = '' as $$
  select u.id, u.name, u.email, coalesce(u.two_factor_enabled, false), u.disabled_at,
    coalesce((select string_agg(m.role || coalesce(' at ' || m.centre, ''), ', ' order by m.role, m.centre)
              from access.membership m where m.account = u.id and m.ended_at is null), '')
  from auth."user" u order by u.email;
$$;

-- The link that replaced one's own password, where it is not long ago: whoever made it could have opened it.
create function access.own_link() returns table (made_by text, used_at timestamptz)
  language sql stable security definer set search_path = '' as $$
  select coalesce(by.name, u.link_by), u.link_used_at from auth."user" u left join auth."user" by on by.id = u.link_by
  where u.id = access.account() and u.link_reset and u.link_by <> u.id and u.link_used_at > clock_timestamp() - interval '30 days';
$$;

grant update on auth.two_factor, auth.account to osteon_system;
grant select, insert, delete on auth.two_factor, auth.account to osteon_system;

do $$
declare
  one text;
begin
  foreach one in array array['put_link(text, bytea, timestamptz)', 'link_of(bytea)', 'use_link(bytea, text)', 'put_disabled(text, boolean)',
    'drop_factor(text)', 'put_name(text, text)', 'must_administer()', 'new_link(text, bytea, timestamptz)', 'disable(text)', 'enable(text)',
    'take_off_factor(text)', 'rename(text, text)', 'account_of(text)', 'is_account(text)', 'keep_an_administrator()',
    'take_step(text, bigint)', 'admit(text)', 'prove(text, boolean)', 'doubt(text)', 'list_accounts()', 'own_link()'] loop
    execute format('alter function access.%s owner to osteon_system', one);
  end loop;
  foreach one in array array['new_link(text, bytea, timestamptz)', 'disable(text)', 'enable(text)', 'take_off_factor(text)', 'rename(text, text)',
    'account_of(text)', 'is_account(text)', 'own_link()'] loop
    execute format('grant execute on function access.%s to osteon_member', one);
  end loop;
  foreach one in array array['put_link(text, bytea, timestamptz)', 'link_of(bytea)', 'use_link(bytea, text)', 'take_step(text, bigint)', 'prove(text, boolean)',
    'doubt(text)'] loop
    execute format('grant execute on function access.%s to osteon_door', one);
  end loop;
  foreach one in array array['admit(text)', 'put_link(text, bytea, timestamptz)', 'put_disabled(text, boolean)', 'drop_factor(text)', 'put_name(text, text)',
    'list_accounts()'] loop
    execute format('grant execute on function access.%s to %I', one, current_user);
  end loop;
end $$;
grant execute on function auth.end_sessions(), auth.refuse_disabled() to osteon_door, osteon_system;
alter function auth.end_sessions() owner to osteon_system;
alter function auth.refuse_disabled() owner to osteon_system;
