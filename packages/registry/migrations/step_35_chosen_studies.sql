-- Studies that people made by choosing: what was chosen, as it was typed, and the lock that follows from it. Each change is a version of
-- its own by whoever made the study; none is changed or taken away, and its runs keep the lock that they were made by.

create table work.chosen_study (
  saving text primary key,
  study text not null check (study ~ '^[a-z][a-z0-9-]{1,39}$'),
  version integer not null check (version > 0),
  title text not null check (length(title) between 1 and 200),
  hash text not null references work.study_text,
  -- JSON, letter by letter.
  choices text not null check (length(choices) <= 200000),
  saved_by text not null default access.actor(),
  saved_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  ended_by text
);
create unique index one_version_of_a_choice on work.chosen_study (study, version);
call audit.watch('work.chosen_study', 'saving');

-- A version follows the one before it, by the same hand: who changes what was changed meanwhile is refused. The index closes the race.
create function work.follow_the_choice() returns trigger
  language plpgsql set search_path = '' as $$
declare
  earlier record;
begin
  select c.version, c.saved_by, c.ended_at into earlier from work.chosen_study c
    where c.study = new.study order by c.version desc limit 1;
  if new.version is distinct from coalesce(earlier.version, 0) + 1 then
    raise exception 'the study was changed meanwhile' using errcode = 'OS010', hint = 'Read the study again.';
  end if;
  if new.version > 1 and (earlier.saved_by is distinct from access.actor() or earlier.ended_at is not null) then
    raise exception 'not your study' using errcode = '42501', hint = 'Save it as a study of your own.';
  end if;
  return new;
end $$;
create trigger b_follows before insert on work.chosen_study for each row execute function work.follow_the_choice();

alter table work.chosen_study enable row level security, force row level security;
-- Titles and values are typed: who has no part in the registry reads none of them.
create policy member_reads on work.chosen_study for select to osteon_member
  using ((select coalesce(cardinality(access.centres('chart', 'read')), 0)) > 0 or (select access.administers()));
create policy runner_saves on work.chosen_study for insert to osteon_member
  with check (saved_by = (select access.actor()) and (select coalesce(cardinality(access.centres('study', 'run')), 0)) > 0);
create policy author_ends on work.chosen_study for update to osteon_member
  using (saved_by = (select access.actor()) or (select access.administers()));
create policy keeper_reads on work.chosen_study for select to osteon_keeper using (current_user = 'osteon_keeper');
grant select on work.chosen_study to osteon_member, osteon_keeper;
grant insert (saving, study, version, title, hash, choices), update (ended_at, ended_by) on work.chosen_study to osteon_member;

-- The lock of a choice is kept as those that administrators take in.
create policy runner_saves on work.study_text for insert to osteon_member
  with check ((select coalesce(cardinality(access.centres('study', 'run')), 0)) > 0);
