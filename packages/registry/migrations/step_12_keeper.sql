-- The keeper reads everything that a backup holds, and where every sequence stands.
grant select on all tables in schema access, audit, auth, chart, identity, work to osteon_keeper;
grant select on all sequences in schema access, audit, auth, chart, identity, work to osteon_keeper;
create policy keeper_reads on work.answered for select to osteon_keeper using (current_user = 'osteon_keeper');

-- Takes away what has passed: ended sessions, used-up links, counted tries, answers that nobody will ask for again.
create function access.sweep() returns void
  language sql security definer set search_path = '' as $$
  delete from auth.session where expires_at < clock_timestamp() or created_at < clock_timestamp() - interval '12 hours';
  delete from auth.verification where expires_at < clock_timestamp();
  delete from auth.rate_limit where since < clock_timestamp() - interval '1 day';
  delete from work.answered where at < clock_timestamp() - interval '2 days';
$$;

grant select, delete on auth.session, auth.verification, auth.rate_limit, work.answered to osteon_system;
create policy system_sweeps on work.answered for all to osteon_system using (current_user = 'osteon_system');
alter function access.sweep() owner to osteon_system;
grant execute on function access.sweep() to osteon_door;
