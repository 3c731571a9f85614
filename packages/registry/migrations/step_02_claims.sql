-- Who acts in this transaction and why. The server sets both with the role, for one transaction only.
create function access.account() returns text
  language sql stable
  return nullif(current_setting('osteon.account', true), '');

create function access.reason() returns text
  language sql stable
  return nullif(btrim(current_setting('osteon.reason', true)), '');

-- The import that the writing belongs to; it can be undone as one.
create function access.batch() returns text
  language sql stable
  return nullif(current_setting('osteon.batch', true), '');

-- The account, or an error: nothing is written by nobody.
create function access.actor() returns text
  language plpgsql stable as $$
begin
  if access.account() is null then
    raise exception 'nobody is named as the one who writes' using errcode = 'OS001',
      hint = 'Set osteon.account in the transaction.';
  end if;
  return access.account();
end $$;

grant execute on function access.account(), access.reason(), access.batch(), access.actor()
  to osteon_member, osteon_door, osteon_keeper, osteon_system;
