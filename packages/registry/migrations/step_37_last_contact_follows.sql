-- The last contact with a child follows its visits: after a save it is the latest of what was stated and of every complete
-- visit, laboratory result and examination until today. What was stated is kept beside it while it is another day.
alter table chart.patient add column contact_stated_on chart.full_date;
grant insert (contact_stated_on), update (contact_stated_on) on chart.patient to osteon_member;

-- Whoever writes another last contact states it, an import too; who brings back what was stated before says so.
create function chart.state_contact() returns trigger
  language plpgsql set search_path = '' as $$
begin
  if new.contact_stated_on is not distinct from old.contact_stated_on
     and current_setting('osteon.contact', true) is distinct from 'follows' then
    new.contact_stated_on := null;
  end if;
  return new;
end $$;
create trigger state_contact before update on chart.patient for each row
  when (new.last_contact_on is distinct from old.last_contact_on) execute function chart.state_contact();

-- Moves the last contact of a child to where it belongs, or back to what was stated; says whether it moved. It is part of the
-- write that moves it: the same account, the same transaction; the reason says that nobody wrote it by hand.
create function chart.follow_contact(at text, child text, to_stated boolean) returns boolean
  language plpgsql set search_path = '' as $$
declare
  stated date;
  day date;
  told constant text := current_setting('osteon.reason', true);
begin
  select coalesce(p.contact_stated_on, p.last_contact_on)::date into stated
    from chart.patient p where p.centre = at and p.patient = child and p.row_status = 'complete';
  day := stated;
  if stated is not null and not to_stated then
    select greatest(stated, max(seen.on_day)) into day from (
      select v.visited_on::date from chart.visit v where v.centre = at and v.patient = child and v.row_status = 'complete'
      union all
      select l.sampled_on::date from chart.laboratory l where l.centre = at and l.patient = child and l.row_status = 'complete'
      union all
      select i.imaged_on::date from chart.imaging i where i.centre = at and i.patient = child and i.row_status = 'complete'
    ) seen (on_day) where seen.on_day <= current_date;
  end if;
  perform set_config('osteon.contact', 'follows', true), set_config('osteon.reason', 'The last contact follows the visits.', true);
  update chart.patient p set last_contact_on = day, contact_stated_on = case when day > stated then stated end
    where p.centre = at and p.patient = child and p.last_contact_on <> day;
  perform set_config('osteon.contact', '', true), set_config('osteon.reason', coalesce(told, ''), true);
  return found;
end $$;
grant execute on function chart.follow_contact(text, text, boolean) to osteon_member;

-- What was asked about such rows is asked no more.
do $$ begin
  alter table work.query no force row level security;
  alter table work.query_message no force row level security;
  with settled as (
    update work.query q set state = 'closed'
    where q.raised_by = 'rule' and q.code = 'after-last-contact' and q.state <> 'closed'
      and (q.entity, q.field) in (('visit', 'visited_on'), ('laboratory', 'sampled_on'), ('imaging', 'imaged_on'))
    returning q.query, q.centre, q.patient
  )
  insert into work.query_message (query, centre, patient, state, says)
    select query, centre, patient, 'closed', 'The last contact follows the visits; the rule no longer asks.' from settled;
  alter table work.query force row level security;
  alter table work.query_message force row level security;
end $$;
