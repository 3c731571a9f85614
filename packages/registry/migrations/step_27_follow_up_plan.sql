-- The follow-up plan of the registry: at which days of treatment a visit is expected. Schedule, calendar, missing values by visit and
-- what the freeze carries read it and nothing else. Each change is a version of its own and says why; no version is changed or taken away.

-- Why a plan cannot be; nothing where it can. The same as `planProblems` of the codebook, and windows come in their order.
create function access.plan_fault(points jsonb) returns text
  language plpgsql immutable set search_path = '' as $$
declare
  point record;
  ended integer := -366;
  names text[] := '{}';
begin
  if jsonb_typeof(points) is distinct from 'array' then return 'no list of time points'; end if;
  if jsonb_array_length(points) not between 1 and 24 then return 'no time point, or too many'; end if;
  for point in
    select p.* from jsonb_to_recordset(points) as p (name text, "targetDay" integer, "firstDay" integer, "lastDay" integer, label jsonb)
  loop
    if point.name is null or point.name !~ '^[a-z][a-z0-9_]{0,31}$' then return 'a name that cannot be'; end if;
    if not coalesce(access.is_name(point.label ->> 'en', 40) and access.is_name(point.label ->> 'de', 40), false) then
      return 'a label that cannot be shown'; end if;
    if not coalesce(point."firstDay" between -365 and 36525 and point."lastDay" between -365 and 36525, false) then
      return 'a day that cannot be'; end if;
    if point."lastDay" < point."firstDay" then return 'an empty window'; end if;
    if not coalesce(point."targetDay" between point."firstDay" and point."lastDay", false) then return 'a target outside its window'; end if;
    if point."firstDay" <= ended then return 'windows that share days, or are not in order'; end if;
    if names && array['n ' || point.name, 'e ' || (point.label ->> 'en'), 'd ' || (point.label ->> 'de')] then
      return 'two time points of one name'; end if;
    names := names || array['n ' || point.name, 'e ' || (point.label ->> 'en'), 'd ' || (point.label ->> 'de')];
    ended := point."lastDay";
  end loop;
  return null;
end $$;

create table access.follow_up_plan (
  version integer primary key check (version > 0),
  points jsonb not null check (access.plan_fault(points) is null),
  changed_at timestamptz not null default clock_timestamp(),
  changed_by text not null default access.actor(),
  reason text default access.reason()
);

insert into access.follow_up_plan (version, points) values (1, '[
  {"name": "week2", "targetDay": 14, "firstDay": 7, "lastDay": 35, "label": {"en": "Week 2", "de": "Woche 2"}},
  {"name": "month3", "targetDay": 91, "firstDay": 36, "lastDay": 136, "label": {"en": "Month 3", "de": "Monat 3"}},
  {"name": "month6", "targetDay": 183, "firstDay": 137, "lastDay": 273, "label": {"en": "Month 6", "de": "Monat 6"}},
  {"name": "month12", "targetDay": 365, "firstDay": 274, "lastDay": 547, "label": {"en": "Month 12", "de": "Monat 12"}},
  {"name": "month24", "targetDay": 730, "firstDay": 548, "lastDay": 912, "label": {"en": "Month 24", "de": "Monat 24"}}
]');
call audit.watch('access.follow_up_plan', 'version');

-- A version follows the one before it: who changes what someone else has changed meanwhile is refused. The key closes the race.
create function access.follow_the_plan() returns trigger
  language plpgsql as $$
begin
  perform access.must_say_why();
  if new.version is distinct from (select max(p.version) + 1 from access.follow_up_plan p) then
    raise exception 'the plan was changed meanwhile' using errcode = 'OS010', hint = 'Read the plan again.';
  end if;
  return new;
end $$;
create trigger b_follows before insert on access.follow_up_plan for each row execute function access.follow_the_plan();

alter table access.follow_up_plan enable row level security, force row level security;
create policy everyone_reads on access.follow_up_plan for select to osteon_member using (true);
create policy administrator_adds on access.follow_up_plan for insert to osteon_member with check ((select access.administers()));
create policy keeper_reads on access.follow_up_plan for select to osteon_keeper using (current_user = 'osteon_keeper');
grant select on access.follow_up_plan to osteon_member, osteon_keeper;
grant insert (version, points) on access.follow_up_plan to osteon_member;
grant execute on function access.plan_fault(jsonb) to osteon_member;
