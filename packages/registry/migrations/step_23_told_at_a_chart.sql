-- Why a lock was set is told to everyone who reads the chart that it closes; the rest of the trail stays with those who review it.
create function work.lock_reason(wanted bigint) returns text
  language sql stable security definer set search_path = '' as $$
  select e.reason from work.lock l join audit.entry e on e.entity = 'work.lock' and e.row_key = l.lock::text and e.action = 'insert'
  where l.lock = wanted and l.centre = any (access.centres('chart', 'read'));
$$;

-- Who made the link by which the password was set that a signature was given with; nothing where it was the signer.
create function work.signature_link(wanted bigint) returns text
  language sql stable security definer set search_path = '' as $$
  select coalesce(u.name, s.link_by) from work.signature s left join auth."user" u on u.id = s.link_by
  where s.signature = wanted and s.link_by <> s.signed_by and s.centre = any (access.centres('chart', 'read'));
$$;

alter function work.lock_reason(bigint) owner to osteon_system;
alter function work.signature_link(bigint) owner to osteon_system;
grant execute on function work.lock_reason(bigint), work.signature_link(bigint) to osteon_member;
