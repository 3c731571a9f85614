-- What people do with charts: lock, sign, query, read twice, import, run studies.
create table work.lock (
  lock bigint generated always as identity primary key,
  centre text not null references access.centre,
  scope text not null check (scope in ('study', 'patient', 'visit')),
  patient text,
  visit text,
  set_at timestamptz not null default clock_timestamp(),
  set_by text not null default access.actor(),
  lifted_at timestamptz,
  lifted_by text,
  check (scope = 'study' or patient is not null),
  check ((scope = 'visit') = (visit is not null)),
  foreign key (centre, patient) references chart.patient (centre, patient)
);
create unique index lock_once on work.lock (centre, scope, coalesce(patient, ''), coalesce(visit, '')) where lifted_at is null;

create table work.signature (
  signature bigint generated always as identity primary key,
  centre text not null,
  patient text not null,
  visit text not null,
  -- What the signature stands for: "reviewed", "approved", "responsible".
  meaning text not null check (meaning in ('author', 'reviewed', 'approved')),
  printed_name text not null check (printed_name <> ''),
  signed_by text not null,
  signed_at timestamptz not null default clock_timestamp(),
  content bytea not null,
  voided_at timestamptz,
  voided_by text
);
create index signature_of_visit on work.signature (visit) where voided_at is null;

create table work.query (
  query bigint generated always as identity primary key,
  centre text not null,
  patient text not null,
  entity text not null,
  row_key text not null,
  field text,
  code text not null,
  says text not null check (length(says) <= 2000),
  raised_by text not null,
  raised_at timestamptz not null default clock_timestamp(),
  state text not null default 'open' check (state in ('open', 'answered', 'closed')),
  foreign key (centre, patient) references chart.patient (centre, patient) on delete cascade
);
create unique index rule_queries_once on work.query (entity, row_key, field, code) where raised_by = 'rule' and state <> 'closed';
create index query_of_patient on work.query (patient);

create table work.query_message (
  message bigint generated always as identity primary key,
  query bigint not null references work.query on delete cascade,
  centre text not null,
  patient text not null,
  state text not null check (state in ('open', 'answered', 'closed')),
  says text not null check (length(says) <= 2000),
  said_by text not null default access.actor(),
  said_at timestamptz not null default clock_timestamp()
);

-- Chart review by two: each reads alone, and neither sees the other's cells before both have read.
create table work.reading (
  reading bigint generated always as identity primary key,
  centre text not null,
  patient text not null,
  entity text not null,
  row_key text not null,
  reader text not null default access.actor(),
  cells jsonb not null,
  read_at timestamptz not null default clock_timestamp(),
  unique (entity, row_key, reader),
  foreign key (centre, patient) references chart.patient (centre, patient)
);

create table work.adjudication (
  adjudication bigint generated always as identity primary key,
  centre text not null,
  patient text not null,
  entity text not null,
  row_key text not null,
  cells jsonb not null,
  decided_by text not null default access.actor(),
  decided_at timestamptz not null default clock_timestamp(),
  unique (entity, row_key),
  foreign key (centre, patient) references chart.patient (centre, patient)
);

create table work.batch (
  batch text not null,
  centre text not null references access.centre,
  source text not null,
  rows_new integer not null,
  rows_changed integer not null,
  imported_by text not null default access.actor(),
  imported_at timestamptz not null default clock_timestamp(),
  undone_at timestamptz,
  undone_by text,
  primary key (batch, centre)
);

create table work.run (
  run text primary key,
  study text not null,
  centres text[] not null,
  asked_by text not null default access.actor(),
  asked_at timestamptz not null default clock_timestamp(),
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  step text,
  freeze_hash text,
  -- Where the server keeps what the run wrote.
  folder text,
  problems jsonb,
  ended_at timestamptz
);

-- Answers to writes that may be sent again: the same key gives the same answer. Not audited: they repeat what is.
create table work.answered (
  account text not null default access.actor(),
  key text not null check (length(key) between 8 and 128),
  request bytea not null,
  status integer not null,
  -- Not jsonb: the same letters are sent again.
  answer json,
  at timestamptz not null default clock_timestamp(),
  primary key (account, key)
);

do $$
declare
  one text;
begin
  foreach one in array array['lock', 'signature', 'query', 'reading', 'adjudication', 'batch', 'run'] loop
    execute format('call audit.watch(%L, %L)', 'work.' || one, one);
    execute format('alter table work.%I enable row level security, force row level security', one);
    execute format('create policy keeper_reads on work.%I for select to osteon_keeper using (current_user = %L)', one, 'osteon_keeper');
    execute format('grant select on work.%I to osteon_member, osteon_keeper', one);
  end loop;
  call audit.watch('work.query_message', 'message');
  alter table work.query_message enable row level security, force row level security;
  alter table work.answered enable row level security, force row level security;
  create policy keeper_reads on work.query_message for select to osteon_keeper using (current_user = 'osteon_keeper');
  grant select on work.query_message to osteon_member, osteon_keeper;
end $$;

create policy member_reads on work.lock for select to osteon_member using (centre = any ((select access.centres('chart', 'read'))::text[]));
create policy manager_sets on work.lock for insert to osteon_member with check (centre = any ((select access.centres('lock', 'set'))::text[]));
create policy manager_lifts on work.lock for update to osteon_member using (centre = any ((select access.centres('lock', 'set'))::text[]));
grant insert (centre, scope, patient, visit), update (lifted_at, lifted_by) on work.lock to osteon_member;
grant select on work.lock to osteon_system;
create policy system_reads on work.lock for select to osteon_system using (current_user = 'osteon_system');

create policy member_reads on work.signature for select to osteon_member using (centre = any ((select access.centres('chart', 'read'))::text[]));
grant select, insert, update on work.signature to osteon_system;
create policy system_signs on work.signature for all to osteon_system using (current_user = 'osteon_system');

create policy member_reads on work.query for select to osteon_member using (centre = any ((select access.centres('query', 'read'))::text[]));
create policy member_reads on work.query_message for select to osteon_member using (centre = any ((select access.centres('query', 'read'))::text[]));
grant select, insert, update on work.query to osteon_system;
grant select, insert on work.query_message to osteon_system;
create policy system_writes on work.query for all to osteon_system using (current_user = 'osteon_system');
create policy system_writes on work.query_message for all to osteon_system using (current_user = 'osteon_system');

create function work.both_read(wanted_entity text, wanted_row text) returns boolean
  language sql stable security definer set search_path = '' as $$
  select count(*) >= 2 from work.reading r where r.entity = wanted_entity and r.row_key = wanted_row;
$$;
grant select on work.reading to osteon_system;
create policy system_reads on work.reading for select to osteon_system using (current_user = 'osteon_system');
alter function work.both_read(text, text) owner to osteon_system;
grant execute on function work.both_read(text, text) to osteon_member;

create policy own_or_both on work.reading for select to osteon_member
  using (centre = any ((select access.centres('reading', 'read'))::text[])
         and (reader = (select access.account()) or work.both_read(entity, row_key)));
create policy reader_adds on work.reading for insert to osteon_member
  with check (centre = any ((select access.centres('reading', 'write'))::text[]) and reader = (select access.account()));
grant insert (centre, patient, entity, row_key, cells) on work.reading to osteon_member;

create policy member_reads on work.adjudication for select to osteon_member using (centre = any ((select access.centres('reading', 'read'))::text[]));
create policy investigator_decides on work.adjudication for insert to osteon_member
  with check (centre = any ((select access.centres('reading', 'adjudicate'))::text[]) and work.both_read(entity, row_key));
grant insert (centre, patient, entity, row_key, cells) on work.adjudication to osteon_member;

create policy member_reads on work.batch for select to osteon_member using (centre = any ((select access.centres('chart', 'read'))::text[]));
create policy manager_imports on work.batch for insert to osteon_member with check (centre = any ((select access.centres('batch', 'import'))::text[]));
create policy manager_undoes on work.batch for update to osteon_member using (centre = any ((select access.centres('batch', 'import'))::text[]));
grant insert (batch, centre, source, rows_new, rows_changed), update (undone_at, undone_by) on work.batch to osteon_member;

create policy member_reads on work.run for select to osteon_member using (centres <@ (select access.centres('study', 'run')));
create policy member_asks on work.run for insert to osteon_member
  with check (centres <@ (select access.centres('study', 'run')) and cardinality(centres) > 0);
create policy member_follows on work.run for update to osteon_member using (centres <@ (select access.centres('study', 'run')));
grant insert (run, study, centres), update (state, step, freeze_hash, folder, problems, ended_at) on work.run to osteon_member;

create policy own_answers on work.answered for all to osteon_member using (account = (select access.account()));
grant select, insert on work.answered to osteon_member;
