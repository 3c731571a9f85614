-- Generated from the codebook by `npm run codebook`; do not edit.

-- visit: height_cm
alter table chart.visit
  add column height_cm numeric check (height_cm between 20 and 250 and scale(trim_scale(height_cm)) <= 1),
  add column height_cm_missing chart.missing_reason check (height_cm_missing is null or height_cm is null);
grant insert (height_cm, height_cm_missing), update (height_cm, height_cm_missing) on chart.visit to osteon_member;
drop view chart.visit_cells;
create view chart.visit_cells with (security_invoker = true) as
  select visit,
    patient,
    chart.typed(as_typed, 'visited_on', to_char(visited_on, 'YYYY-MM-DD'), null) as visited_on,
    chart.typed(as_typed, 'weight_kg', weight_kg::text, weight_kg_missing) as weight_kg,
    chart.typed(as_typed, 'height_cm', height_cm::text, height_cm_missing) as height_cm,
    chart.typed(as_typed, 'temperature_cel', temperature_cel::text, temperature_cel_missing) as temperature_cel,
    chart.typed(as_typed, 'pain_nrs', pain_nrs::text, pain_nrs_missing) as pain_nrs,
    chart.typed(as_typed, 'patient_global_nrs', patient_global_nrs::text, patient_global_nrs_missing) as patient_global_nrs,
    chart.typed(as_typed, 'physician_global_nrs', physician_global_nrs::text, physician_global_nrs_missing) as physician_global_nrs,
    chart.typed(as_typed, 'chaq', chaq::text, chaq_missing) as chaq,
    chart.typed(as_typed, 'subjective_change', subjective_change::text, subjective_change_missing) as subjective_change,
    chart.typed(as_typed, 'swelling', case swelling when true then 'yes' when false then 'no' end, swelling_missing) as swelling,
    chart.typed(as_typed, 'redness', case redness when true then 'yes' when false then 'no' end, redness_missing) as redness,
    chart.typed(as_typed, 'heat', case heat when true then 'yes' when false then 'no' end, heat_missing) as heat,
    chart.typed(as_typed, 'reduced_range', case reduced_range when true then 'yes' when false then 'no' end, reduced_range_missing) as reduced_range,
    chart.typed(as_typed, 'abnormal_gait', case abnormal_gait when true then 'yes' when false then 'no' end, abnormal_gait_missing) as abnormal_gait,
    chart.typed(as_typed, 'painful_sites', painful_sites::text, painful_sites_missing) as painful_sites,
    chart.typed(as_typed, 'painful_lower_extremity', case painful_lower_extremity when true then 'yes' when false then 'no' end, painful_lower_extremity_missing) as painful_lower_extremity,
    chart.typed(as_typed, 'recorded_outcome', recorded_outcome::text, recorded_outcome_missing) as recorded_outcome,
    centre,
    row_status,
    version,
    written_at,
    written_by
  from chart.visit;
grant select on chart.visit_cells to osteon_member, osteon_keeper, osteon_system;

