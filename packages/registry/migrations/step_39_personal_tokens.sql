-- Tokens of a person's own, for programs that read: of one centre, for a year at most, kept as their hash. What a token sees is what its
-- person may see there at that moment, less the children who stay out of studies; its transactions are read-only.

-- The one centre of the token that reads in this transaction; null where a person is signed in.
create function access.token_centre() returns text
  language sql stable
  return nullif(current_setting('osteon.token_centre', true), '');
grant execute on function access.token_centre() to osteon_member, osteon_door, osteon_keeper, osteon_system;

create table auth.personal_token (
  token text primary key,
  account text not null references auth."user" on delete cascade,
  centre text not null references access.centre,
  name text not null check (name <> '' and access.is_line(name, 100)),
  hash bytea not null unique check (length(hash) = 32),
  -- Whether a second factor was proved in the session that made it.
  with_factor boolean not null,
  made_at timestamptz not null default clock_timestamp(),
  -- Days in UTC. The last one on which it is good.
  ends_on date not null check (ends_on <= (made_at at time zone 'UTC')::date + interval '1 year'),
  used_first_on date,
  used_last_on date,
  withdrawn_at timestamptz,
  withdrawn_by text,
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index on auth.personal_token (account);
call audit.watch('auth.personal_token', 'token', 'hash');

alter table auth.personal_token enable row level security, force row level security;
create policy door_looks_up on auth.personal_token for select to osteon_door using (current_user = 'osteon_door');
create policy system_keeps on auth.personal_token for all to osteon_system using (current_user = 'osteon_system');
grant select (hash, account) on auth.personal_token to osteon_door;
grant select, insert, update on auth.personal_token to osteon_system;
grant execute on function access.is_line(text, integer) to osteon_system;

create function access.today() returns date
  language sql stable
  return (clock_timestamp() at time zone 'UTC')::date;

-- Makes a token for the person of a session who proved within five minutes who they are, at a centre where they have a role.
create function access.make_token(by_session text, wanted text, called text, at text, hashed bytea, last_day date) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  sure record;
begin
  select a.account, a.fresh, a.needs, a.second_factor or s.factor_proved as factor into sure
    from access.admit(by_session) a join auth.session s on s.token = by_session;
  if access.token_centre() is not null or sure.account is distinct from access.account() or sure.fresh is not true or sure.needs is not null then
    raise exception 'a token is made by a person who has just proved who they are' using errcode = '42501';
  end if;
  if not exists (select from access.membership m where m.account = sure.account and m.centre = at and m.ended_at is null) then
    raise exception 'no role at this centre' using errcode = '42501';
  end if;
  if last_day < access.today() then
    raise exception 'the day has passed' using errcode = 'OS391';
  end if;
  -- Held, so that of two at once the second counts the first.
  perform from auth."user" u where u.id = sure.account for update;
  if (select count(*) from auth.personal_token t
      where t.account = sure.account and t.withdrawn_at is null and t.ends_on >= access.today()) >= 20 then
    raise exception 'twenty tokens stand' using errcode = 'OS390', hint = 'Withdraw one first.';
  end if;
  insert into auth.personal_token (token, account, centre, name, hash, with_factor, ends_on)
    values (wanted, sure.account, at, called, hashed, sure.factor, last_day);
end $$;

-- One's own tokens, or as an administrator everybody's; their hashes are told to nobody.
create function access.tokens(everybodys boolean) returns table (
  token text, account text, person text, centre text, name text, made_at timestamptz, ends_on date, ended boolean,
  used_first_on date, used_last_on date, withdrawn_at timestamptz, withdrawn_by text)
  language plpgsql stable security definer set search_path = '' as $$
begin
  if access.token_centre() is not null or (everybodys and not access.administers()) then
    raise exception 'only an administrator sees the tokens of others' using errcode = '42501';
  end if;
  return query
    select t.token, t.account, u.name, t.centre, t.name, t.made_at, t.ends_on, t.ends_on < access.today(),
      t.used_first_on, t.used_last_on, t.withdrawn_at, coalesce(by.name, t.withdrawn_by)
    from auth.personal_token t join auth."user" u on u.id = t.account left join auth."user" by on by.id = t.withdrawn_by
    where everybodys or t.account = access.account()
    order by t.withdrawn_at is not null or t.ends_on < access.today(), t.made_at desc, t.token;
end $$;

-- Ends a token at once: one's own, or as an administrator anybody's.
create function access.withdraw_token(wanted text) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  update auth.personal_token t set withdrawn_at = clock_timestamp(), withdrawn_by = access.actor()
    where t.token = wanted and t.withdrawn_at is null and access.token_centre() is null
      and (t.account = access.account() or access.administers());
  if not found then
    raise exception 'no such token' using errcode = 'OS007';
  end if;
end $$;

-- Whose token this is, in the shape of access.admit: nothing where it has ended or was withdrawn, its person is disabled, has no role at the
-- centre any more, or has come to need a second factor that was not there.
create function access.admit_token(wanted bytea) returns table (
  account text, name text, email text, second_factor boolean, fresh boolean, needs text, has_password boolean, token text, by_token json)
  language sql stable security definer set search_path = '' as $$
  select u.id, u.name, u.email, coalesce(u.two_factor_enabled, false), false, null::text, false, t.token,
    json_build_object('name', t.name, 'centre', t.centre, 'endsOn', t.ends_on)
  from auth.personal_token t join auth."user" u on u.id = t.account
  where t.hash = wanted and t.withdrawn_at is null and t.ends_on >= access.today() and u.disabled_at is null
    and exists (select from access.membership m where m.account = t.account and m.centre = t.centre and m.ended_at is null)
    and (t.with_factor or coalesce(u.two_factor_enabled, false) or not exists (
      select from access.membership m, access.sign_in rule
      where m.account = t.account and m.ended_at is null and m.role = any (rule.factor_roles)));
$$;

-- Notes the first use and the last day of use: one entry of the trail a day at most.
create function access.note_use(wanted text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  whose text := (select t.account from auth.personal_token t where t.token = wanted and t.used_last_on is distinct from access.today());
begin
  if whose is null then
    return;
  end if;
  perform set_config('osteon.account', whose, true);
  update auth.personal_token t set used_first_on = coalesce(t.used_first_on, access.today()), used_last_on = access.today()
    where t.token = wanted and t.used_last_on is distinct from access.today();
end $$;

-- Tokens end with what they rest on: a password, a second factor that was taken off, an account that is disabled.
create function auth.end_tokens() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  update auth.personal_token t set withdrawn_at = clock_timestamp(), withdrawn_by = access.actor()
    where t.withdrawn_at is null and t.account = case tg_table_name when 'user' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'user_id' end;
  return null;
end $$;
create trigger end_tokens after update of password on auth.account for each row
  when (old.password is distinct from new.password) execute function auth.end_tokens();
create trigger end_tokens_of_factor after update of two_factor_enabled on auth."user" for each row
  when (old.two_factor_enabled and not coalesce(new.two_factor_enabled, false)) execute function auth.end_tokens();
create trigger end_tokens_of_disabled after update of disabled_at on auth."user" for each row
  when (old.disabled_at is null and new.disabled_at is not null) execute function auth.end_tokens();

-- What a token may do is less than what its person may: at its centre alone, and never as an administrator.
create or replace function access.centres(wanted_area text, wanted_verb text) returns text[]
  language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select coalesce(array_agg(distinct m.centre order by m.centre), '{}')
    from access.membership m join access.role_right r using (role)
    where m.account = access.account() and m.ended_at is null and m.centre is not null
      and m.centre = coalesce(access.token_centre(), m.centre)
      and r.area = wanted_area and r.verb = wanted_verb
  );
end $$;

create or replace function access.administers() returns boolean
  language sql stable security definer set search_path = '' as $$
  select access.token_centre() is null and exists (
    select from access.membership m
    where m.account = access.account() and m.role = 'administrator' and m.ended_at is null
  );
$$;

create or replace function access.rights() returns table (centre text, role text, area text, verb text)
  language sql stable security definer set search_path = '' as $$
  select m.centre, m.role, r.area, r.verb
  from access.membership m join access.role_right r using (role)
  where m.account = access.account() and m.ended_at is null
    and (access.token_centre() is null or m.centre = access.token_centre())
  order by 1, 2, 3, 4;
$$;

-- Where a token reads, children who stay out of studies are not there, as in every export. The rule of `work.standing`, which stays its
-- one place, is said as a function: a policy of chart.patient cannot read a view of chart.patient.
create function chart.standing_of(consent text, status text) returns text
  language sql stable
  return case
    when consent = 'withdrawn' then 'withdrawn'
    when status = 'opted_out' then 'opted-out'
    when consent in ('given', 'waived') then 'in'
    when (select value from access.setting where setting = 'blank-consent') = 'given' then 'in'
    else 'not-given'
  end;
grant execute on function chart.standing_of(text, text) to osteon_member, osteon_keeper, osteon_system;
create or replace view work.standing with (security_invoker = true) as
  select centre, patient, row_status, chart.standing_of(consent, status) as standing from chart.patient;

create policy tokens_read_studies on chart.patient as restrictive for select to osteon_member
  using ((select access.token_centre()) is null or chart.standing_of(consent, status) = 'in');
-- New chart tables get theirs with the rest of their rights.
do $$
declare
  one record;
  closed regclass;
begin
  for one in
    select c.oid::regclass as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('chart', 'work') and c.oid <> 'chart.patient'::regclass
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'patient' and not a.attisdropped)
    order by 1
  loop
    execute format('create policy tokens_read_studies on %s as restrictive for select to osteon_member using (
      (select access.token_centre()) is null or patient is null or (centre, patient) in (select p.centre, p.patient from chart.patient p))', one.name);
  end loop;
  -- Who a child is, and what the trail says, no token reads.
  foreach closed in array array['identity.person', 'audit.entry', 'audit.head']::regclass[] loop
    execute format('create policy no_token_reads on %s as restrictive for select to osteon_member using ((select access.token_centre()) is null)', closed);
  end loop;
end $$;

do $$
declare
  one text;
begin
  foreach one in array array['make_token(text, text, text, text, bytea, date)', 'tokens(boolean)', 'withdraw_token(text)', 'admit_token(bytea)',
    'note_use(text)'] loop
    execute format('alter function access.%s owner to osteon_system', one);
  end loop;
  foreach one in array array['make_token(text, text, text, text, bytea, date)', 'tokens(boolean)', 'withdraw_token(text)'] loop
    execute format('grant execute on function access.%s to osteon_member', one);
  end loop;
  foreach one in array array['admit_token(bytea)', 'note_use(text)'] loop
    execute format('grant execute on function access.%s to osteon_server', one);
    execute format('grant execute on function access.%s to %I', one, current_user);
  end loop;
end $$;
grant execute on function access.today() to osteon_system;
grant execute on function access.admit(text) to osteon_system;
alter function auth.end_tokens() owner to osteon_system;
grant execute on function auth.end_tokens() to osteon_door, osteon_system;
