-- Consent is a gate: who withdrew, opted out or never consented is in nothing that leaves the registry for a study.

-- What administrators decide for the whole registry; what has no row is at its default.
create table access.setting (
  setting text primary key check (setting in ('blank-consent')),
  -- blank-consent: how a consent that is not stated is read. Default: not-given.
  value text not null,
  check (setting <> 'blank-consent' or value in ('given', 'not-given'))
);
call audit.watch('access.setting', 'setting');
alter table access.setting enable row level security, force row level security;
create policy everyone_reads on access.setting for select to osteon_member using (true);
create policy administrator_sets on access.setting for insert to osteon_member with check ((select access.administers()));
create policy administrator_changes on access.setting for update to osteon_member using ((select access.administers()));
create policy keeper_reads on access.setting for select to osteon_keeper using (current_user = 'osteon_keeper');
create policy system_reads on access.setting for select to osteon_system using (current_user = 'osteon_system');
grant select on access.setting to osteon_member, osteon_keeper, osteon_system;
grant insert (setting, value), update (setting, value) on access.setting to osteon_member;

-- Whether studies may use a child's chart, and if not, why. The one place of the rule; `standingOf` says the same of chart folders.
-- Every reader that hands charts on joins it; it runs with the rights of the caller.
create view work.standing with (security_invoker = true) as
  select centre, patient, row_status,
    case
      when consent = 'withdrawn' then 'withdrawn'
      when status = 'opted_out' then 'opted-out'
      when consent in ('given', 'waived') then 'in'
      when (select value from access.setting where setting = 'blank-consent') = 'given' then 'in'
      else 'not-given'
    end as standing
  from chart.patient;
grant select on work.standing to osteon_member, osteon_keeper, osteon_system;
