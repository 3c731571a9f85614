-- Studies that administrators took in beside those of the server's folder, and runs that people name, keep and throw away.

-- The text of a lock, by its own hash: it is never changed. The trail names the hash, and so holds the text without repeating it.
create table work.study_text (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  lock text not null check (length(lock) <= 5000000)
);

create table work.study (
  taking text primary key,
  study text not null check (study ~ '^[a-z][a-z0-9-]{1,63}$'),
  version text not null,
  title text not null,
  hash text not null references work.study_text,
  taken_by text not null default access.actor(),
  taken_at timestamptz not null default clock_timestamp(),
  -- By another lock of the study, or by an administrator who took it away.
  ended_at timestamptz,
  ended_by text
);
create unique index one_lock_of_a_study on work.study (study) where ended_at is null;

call audit.watch('work.study', 'taking');
alter table work.study enable row level security, force row level security;
alter table work.study_text enable row level security, force row level security;
create policy everyone_reads on work.study for select to osteon_member using (true);
create policy everyone_reads on work.study_text for select to osteon_member using (true);
create policy administrator_takes on work.study for insert to osteon_member with check ((select access.administers()));
create policy administrator_takes on work.study_text for insert to osteon_member with check ((select access.administers()));
create policy administrator_ends on work.study for update to osteon_member using ((select access.administers()));
create policy keeper_reads on work.study for select to osteon_keeper using (current_user = 'osteon_keeper');
create policy keeper_reads on work.study_text for select to osteon_keeper using (current_user = 'osteon_keeper');
grant select on work.study, work.study_text to osteon_member, osteon_keeper;
grant insert (taking, study, version, title, hash), update (ended_at, ended_by) on work.study to osteon_member;
grant insert (hash, lock) on work.study_text to osteon_member;

alter table work.run add column name text check (length(name) between 1 and 100);
-- A run that is kept is not thrown away before somebody lets it go.
alter table work.run add column kept boolean not null default false;
-- The lock by which it was asked for.
alter table work.run add column lock_hash text;
grant insert (lock_hash), update (name, kept) on work.run to osteon_member;

-- Throws a run away that has ended and is not kept, by whoever may run studies of all its centres; answers with its folder.
create function work.forget_run(wanted text) returns table (folder text)
  language plpgsql security definer set search_path = '' as $$
begin
  return query
    delete from work.run r
    where r.run = wanted and r.state in ('done', 'failed') and not r.kept and r.centres <@ access.centres('study', 'run')
    returning r.folder;
end $$;
grant delete on work.run to osteon_system;
alter function work.forget_run(text) owner to osteon_system;

-- Whether a run, of whomever, still lies in a folder: equal charts are run once, for all who ask.
create function work.lies_in(wanted text) returns boolean
  language sql stable security definer set search_path = '' as $$
  select exists (select from work.run r where r.folder = wanted);
$$;
alter function work.lies_in(text) owner to osteon_system;
grant execute on function work.forget_run(text), work.lies_in(text) to osteon_member;
