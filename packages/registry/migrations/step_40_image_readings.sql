-- A second reading of an MRI, blind to the first. Who reads has a role of its own, which sees no chart: what the first reader saw is not
-- hidden from a page, it is not there. Whoever sees the lesions of a centre cannot hand in a blind reading there.

alter table access.membership drop constraint membership_role_check, add constraint membership_role_check
  check (role in ('administrator', 'data_manager', 'investigator', 'study_nurse', 'monitor', 'statistician', 'image_reader'));
insert into access.role_right (role, area, verb) values
  ('image_reader', 'image', 'read'), ('data_manager', 'image', 'compare'), ('investigator', 'image', 'compare'),
  ('monitor', 'image', 'compare'), ('statistician', 'image', 'compare');

-- The centres at which the account may hand in readings: it has the right, and sees no lesion there, since it reads no charts or is kept
-- from these.
create function access.reads_blind() returns text[]
  language plpgsql stable security definer set search_path = '' as $$
begin
  return (select coalesce(array_agg(c), '{}') from unnest(access.centres('image', 'read')) c
          where not c = any (access.centres('chart', 'read')) or c = any (access.kept_at('lesion_observation')));
end $$;
alter function access.reads_blind() owner to osteon_system;
grant execute on function access.reads_blind() to osteon_member;

-- In which order a person reads the examinations of a centre: that of the hashes of seed and number, so that it is nobody's choice, the
-- same each time, and a later examination falls anywhere in it.
create table work.image_order (
  image_order bigint generated always as identity primary key,
  centre text not null references access.centre,
  reader text not null default access.actor(),
  seed text not null default gen_random_uuid()::text,
  begun_at timestamptz not null default clock_timestamp(),
  unique (centre, reader)
);
call audit.watch('work.image_order', 'image_order');
alter table work.image_order enable row level security, force row level security;
create policy own_or_compared on work.image_order for select to osteon_member
  using (reader = (select access.account()) and centre = any ((select access.centres('image', 'read'))::text[])
         or centre = any ((select access.centres('image', 'compare'))::text[]));
create policy reader_begins on work.image_order for insert to osteon_member
  with check (reader = (select access.account()) and centre = any ((select access.reads_blind())::text[]));
create policy keeper_reads on work.image_order for select to osteon_keeper using (current_user = 'osteon_keeper');
create policy system_reads on work.image_order for select to osteon_system using (current_user = 'osteon_system');
grant select on work.image_order to osteon_member, osteon_keeper, osteon_system;
grant insert (centre) on work.image_order to osteon_member;

-- What a reader saw: {"femur left": "active"}, each place with the state of the lesion there; a place that is not named shows none.
create function work.is_finding(told jsonb) returns boolean
  language sql immutable set search_path = '' as $$
  select jsonb_typeof(told) = 'object' and not exists (
    select from jsonb_each(case when jsonb_typeof(told) = 'object' then told else '{}' end)
    where key !~ '^[a-z_]{1,40} (left|right|midline)$' or value not in ('"new"', '"active"', '"remaining"', '"not_visible"'));
$$;
grant execute on function work.is_finding(jsonb) to osteon_member;

create table work.image_reading (
  image_reading bigint generated always as identity primary key,
  centre text not null,
  patient text not null,
  imaging text not null,
  reader text not null default access.actor(),
  findings jsonb not null check (work.is_finding(findings)),
  handed_in_at timestamptz not null default clock_timestamp(),
  withdrawn_at timestamptz,
  withdrawn_reason text,
  check ((withdrawn_at is null) = (withdrawn_reason is null)),
  -- A child gets another pseudonym, an examination is deleted with its reason: its readings go along.
  foreign key (centre, patient, imaging) references chart.imaging (centre, patient, imaging)
    on update cascade on delete cascade deferrable initially immediate
);
create unique index one_reading_of_a_reader on work.image_reading (centre, imaging, reader) where withdrawn_at is null;
create index image_reading_of_patient on work.image_reading (centre, patient);
call audit.watch('work.image_reading', 'image_reading');

-- Whether the account has handed in a reading of the examination that stands.
create function work.has_read(at text, wanted text) returns boolean
  language sql stable security definer set search_path = '' as $$
  select exists (select from work.image_reading r
                 where r.centre = at and r.imaging = wanted and r.reader = access.account() and r.withdrawn_at is null);
$$;

-- What a person has to read at a centre, in its own order, and nothing of what was seen: complete MRIs of children whom studies may
-- count. Nothing before the order was drawn.
create function work.images_to_read(at text)
  returns table (imaging text, patient text, imaged_on text, modality text, region text, place integer)
  language sql stable security definer set search_path = '' as $$
  select i.imaging, i.patient, to_char(i.imaged_on, 'YYYY-MM-DD'), i.modality, coalesce(i.region, ''),
    (row_number() over (order by sha256(convert_to(o.seed || ' ' || i.imaging, 'UTF8')), i.imaging))::integer
  from chart.imaging i
    join work.standing s on s.centre = i.centre and s.patient = i.patient and s.standing = 'in' and s.row_status = 'complete'
    join work.image_order o on o.centre = i.centre and o.reader = access.account()
  where i.centre = at and at = any (access.reads_blind())
    and i.row_status = 'complete' and i.modality in ('whole_body_mri', 'regional_mri');
$$;

-- A reading is of what its reader has to read, and stands as it was handed in: it can be withdrawn, by whoever handed it in and with a
-- reason, and handed in anew as long as nobody else's could have been seen meanwhile: by then it would not be blind. After the insert, so
-- that row security has spoken before.
create function work.guard_new_image_reading() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from work.images_to_read(new.centre) i where i.imaging = new.imaging and i.patient = new.patient) then
    raise exception 'there is no such examination to read' using errcode = 'OS007';
  end if;
  if exists (select from work.image_reading own join work.image_reading other
               on other.centre = own.centre and other.imaging = own.imaging and other.reader <> own.reader
             where own.centre = new.centre and own.imaging = new.imaging and own.reader = new.reader
               and own.withdrawn_at is not null and other.handed_in_at < own.withdrawn_at) then
    raise exception 'the readings of others were seen' using errcode = 'OS402';
  end if;
  return null;
end $$;
alter function work.guard_new_image_reading() owner to osteon_system;
create trigger c_guard_new after insert on work.image_reading for each row execute function work.guard_new_image_reading();

create function work.withdraw_image_reading() returns trigger
  language plpgsql set search_path = '' as $$
begin
  perform access.must_say_why();
  if old.withdrawn_at is not null then
    raise exception 'the reading is withdrawn already' using errcode = 'OS010';
  end if;
  new.withdrawn_reason := access.reason();
  return new;
end $$;
create trigger b_withdraw before update of withdrawn_at on work.image_reading for each row execute function work.withdraw_image_reading();

alter table work.image_reading enable row level security, force row level security;
create policy own_or_after on work.image_reading for select to osteon_member
  using (centre = any ((select access.centres('image', 'compare'))::text[])
         or centre = any ((select access.centres('image', 'read'))::text[])
            and (reader = (select access.account()) or withdrawn_at is null and work.has_read(centre, imaging)));
create policy reader_hands_in on work.image_reading for insert to osteon_member
  with check (reader = (select access.account()) and centre = any ((select access.reads_blind())::text[]));
create policy reader_withdraws on work.image_reading for update to osteon_member
  using (reader = (select access.account()) and centre = any ((select access.centres('image', 'read'))::text[]));
create policy keeper_reads on work.image_reading for select to osteon_keeper using (current_user = 'osteon_keeper');
create policy system_reads on work.image_reading for select to osteon_system using (current_user = 'osteon_system');
grant select on work.image_reading to osteon_member, osteon_keeper, osteon_system;
grant insert (centre, patient, imaging, findings), update (withdrawn_at) on work.image_reading to osteon_member;

alter function work.has_read(text, text) owner to osteon_system;
alter function work.images_to_read(text) owner to osteon_system;
grant execute on function work.has_read(text, text), work.images_to_read(text) to osteon_member;
grant execute on function work.is_finding(jsonb) to osteon_system;

-- Who is kept from what examinations show is kept from what was read on them; see step 38. Kept from imaging is kept from that too.
create policy kept_from_roles on work.image_reading as restrictive for select to osteon_member
  using (reader = (select access.account()) or not centre = any ((select access.kept_at('lesion_observation'))::text[]));
create policy kept_image_readings on audit.entry as restrictive for select to osteon_member
  using (entity <> 'work.image_reading' or not chain = any ((select access.kept_at('lesion_observation'))::text[]));
