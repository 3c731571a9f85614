-- The keeper reads everything that a backup holds, and where every sequence stands.
grant select on all tables in schema access, audit, auth, chart, identity, work to osteon_keeper;
grant select on all sequences in schema access, audit, auth, chart, identity, work to osteon_keeper;
create policy keeper_reads on work.answered for select to osteon_keeper using (current_user = 'osteon_keeper');
