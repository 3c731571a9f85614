-- An account is disabled, a second factor taken off and a role ended only with a reason: the one who is shut out asks why.
create function access.must_say_why() returns void
  language plpgsql stable as $$
begin
  if access.reason() is null then
    raise exception 'access is taken away only with a reason' using errcode = 'OS005', hint = 'Say why.';
  end if;
end $$;
grant execute on function access.must_say_why() to osteon_member, osteon_system;

create or replace function access.disable(person text) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  perform access.must_administer();
  perform access.must_say_why();
  perform access.put_disabled(person, true);
end $$;
create or replace function access.take_off_factor(person text) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  perform access.must_administer();
  perform access.must_say_why();
  perform access.drop_factor(person);
end $$;

create function access.say_why_it_ends() returns trigger
  language plpgsql as $$
begin
  if current_user = 'osteon_member' then
    perform access.must_say_why();
  end if;
  return new;
end $$;
create trigger say_why_it_ends before update of ended_at on access.membership for each row
  when (old.ended_at is null and new.ended_at is not null) execute function access.say_why_it_ends();
