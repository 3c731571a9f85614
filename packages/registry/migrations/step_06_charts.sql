-- Generated from the codebook by packages/registry/bin/write-migration.ts; do not edit.

-- One row per child.
create table chart.patient (
  patient text primary key check (length(patient) between 1 and 64),
  centre text not null check (length(centre) <= 200),
  cohort text check (cohort in ('cno', 'bacterial_osteomyelitis')),
  sex text check (sex in ('female', 'male', 'undetermined')),
  sex_missing chart.missing_reason check (sex_missing is null or sex is null),
  born_on chart.partial_date,
  onset_on chart.partial_date,
  onset_on_missing chart.missing_reason check (onset_on_missing is null or onset_on is null),
  diagnosed_on chart.full_date,
  consent text check (consent in ('given', 'waived', 'withdrawn')),
  consent_missing chart.missing_reason check (consent_missing is null or consent is null),
  status text check (status in ('alive', 'dead', 'lost', 'opted_out')),
  status_missing chart.missing_reason check (status_missing is null or status is null),
  last_contact_on chart.full_date,
  published_before boolean,
  published_before_missing chart.missing_reason check (published_before_missing is null or published_before is null),
  row_status chart.row_status not null default 'draft',
  as_typed jsonb not null default '{}',
  version integer not null default 1,
  written_at timestamptz not null default clock_timestamp(),
  written_by text not null default access.actor(),
  foreign key (centre) references access.centre,
  unique (centre, patient),
  constraint complete_rows_obey check (row_status = 'draft' or (as_typed = '{}'
    and centre is not null
    and cohort is not null
    and born_on is not null
    and diagnosed_on is not null
    and last_contact_on is not null
    and coalesce(chart.first_day(born_on::text) <= chart.last_day(onset_on::text), true)
    and coalesce(chart.first_day(onset_on::text) <= chart.last_day(diagnosed_on::text), true)
    and coalesce(chart.first_day(diagnosed_on::text) <= chart.last_day(last_contact_on::text), true)))
);
call audit.watch('chart.patient', 'patient');
create trigger version before update on chart.patient for each row execute function chart.count_version('patient');
create view chart.patient_cells with (security_invoker = true) as
  select patient,
    centre,
    chart.typed(as_typed, 'cohort', cohort::text, null) as cohort,
    chart.typed(as_typed, 'sex', sex::text, sex_missing) as sex,
    chart.typed(as_typed, 'born_on', born_on::text, null) as born_on,
    chart.typed(as_typed, 'onset_on', onset_on::text, onset_on_missing) as onset_on,
    chart.typed(as_typed, 'diagnosed_on', to_char(diagnosed_on, 'YYYY-MM-DD'), null) as diagnosed_on,
    chart.typed(as_typed, 'consent', consent::text, consent_missing) as consent,
    chart.typed(as_typed, 'status', status::text, status_missing) as status,
    chart.typed(as_typed, 'last_contact_on', to_char(last_contact_on, 'YYYY-MM-DD'), null) as last_contact_on,
    chart.typed(as_typed, 'published_before', case published_before when true then 'yes' when false then 'no' end, published_before_missing) as published_before,
    row_status,
    version,
    written_at,
    written_by
  from chart.patient;
grant select, delete on chart.patient to osteon_member;
grant insert (patient, centre, cohort, sex, sex_missing, born_on, onset_on, onset_on_missing, diagnosed_on, consent, consent_missing, status, status_missing, last_contact_on, published_before, published_before_missing, row_status, as_typed), update (patient, centre, cohort, sex, sex_missing, born_on, onset_on, onset_on_missing, diagnosed_on, consent, consent_missing, status, status_missing, last_contact_on, published_before, published_before_missing, row_status, as_typed) on chart.patient to osteon_member;
grant select on chart.patient, chart.patient_cells to osteon_keeper, osteon_system;
grant select on chart.patient_cells to osteon_member;
alter table chart.patient enable row level security, force row level security;
create policy member_reads on chart.patient for select to osteon_member using (centre = any ((select access.centres('chart', 'read'))::text[]));
create policy member_adds on chart.patient for insert to osteon_member with check (centre = any ((select access.centres('chart', 'write'))::text[]));
create policy member_changes on chart.patient for update to osteon_member using (centre = any ((select access.centres('chart', 'write'))::text[]));
create policy member_deletes on chart.patient for delete to osteon_member using (centre = any ((select access.centres('chart', 'delete'))::text[]));
create policy keeper_reads on chart.patient for select to osteon_keeper using (current_user = 'osteon_keeper');
create policy system_reads on chart.patient for select to osteon_system using (current_user = 'osteon_system');

-- One row per visit of a child.
create table chart.visit (
  visit text primary key check (length(visit) between 1 and 64),
  patient text not null,
  visited_on chart.full_date,
  weight_kg numeric check (weight_kg between 0.5 and 250 and scale(trim_scale(weight_kg)) <= 1),
  weight_kg_missing chart.missing_reason check (weight_kg_missing is null or weight_kg is null),
  temperature_cel numeric check (temperature_cel between 30 and 45 and scale(trim_scale(temperature_cel)) <= 1),
  temperature_cel_missing chart.missing_reason check (temperature_cel_missing is null or temperature_cel is null),
  pain_nrs integer check (pain_nrs between 0 and 10),
  pain_nrs_missing chart.missing_reason check (pain_nrs_missing is null or pain_nrs is null),
  patient_global_nrs integer check (patient_global_nrs between 0 and 10),
  patient_global_nrs_missing chart.missing_reason check (patient_global_nrs_missing is null or patient_global_nrs is null),
  physician_global_nrs integer check (physician_global_nrs between 0 and 10),
  physician_global_nrs_missing chart.missing_reason check (physician_global_nrs_missing is null or physician_global_nrs is null),
  chaq numeric check (chaq between 0 and 3 and scale(trim_scale(chaq)) <= 3),
  chaq_missing chart.missing_reason check (chaq_missing is null or chaq is null),
  subjective_change text check (subjective_change in ('improved', 'unchanged', 'worse')),
  subjective_change_missing chart.missing_reason check (subjective_change_missing is null or subjective_change is null),
  swelling boolean,
  swelling_missing chart.missing_reason check (swelling_missing is null or swelling is null),
  redness boolean,
  redness_missing chart.missing_reason check (redness_missing is null or redness is null),
  heat boolean,
  heat_missing chart.missing_reason check (heat_missing is null or heat is null),
  reduced_range boolean,
  reduced_range_missing chart.missing_reason check (reduced_range_missing is null or reduced_range is null),
  abnormal_gait boolean,
  abnormal_gait_missing chart.missing_reason check (abnormal_gait_missing is null or abnormal_gait is null),
  painful_sites integer check (painful_sites between 0 and 50),
  painful_sites_missing chart.missing_reason check (painful_sites_missing is null or painful_sites is null),
  painful_lower_extremity boolean,
  painful_lower_extremity_missing chart.missing_reason check (painful_lower_extremity_missing is null or painful_lower_extremity is null),
  recorded_outcome text check (recorded_outcome in ('full_remission', 'partial_remission', 'no_remission', 'relapse')),
  recorded_outcome_missing chart.missing_reason check (recorded_outcome_missing is null or recorded_outcome is null),
  centre text not null,
  row_status chart.row_status not null default 'draft',
  as_typed jsonb not null default '{}',
  version integer not null default 1,
  written_at timestamptz not null default clock_timestamp(),
  written_by text not null default access.actor(),
  foreign key (centre, patient) references chart.patient (centre, patient),
  unique (patient, visit),
  constraint complete_rows_obey check (row_status = 'draft' or (as_typed = '{}'
    and patient is not null
    and visited_on is not null))
);
call audit.watch('chart.visit', 'visit');
create trigger version before update on chart.visit for each row execute function chart.count_version('visit');
create view chart.visit_cells with (security_invoker = true) as
  select visit,
    patient,
    chart.typed(as_typed, 'visited_on', to_char(visited_on, 'YYYY-MM-DD'), null) as visited_on,
    chart.typed(as_typed, 'weight_kg', weight_kg::text, weight_kg_missing) as weight_kg,
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
grant select, delete on chart.visit to osteon_member;
grant insert (visit, patient, visited_on, weight_kg, weight_kg_missing, temperature_cel, temperature_cel_missing, pain_nrs, pain_nrs_missing, patient_global_nrs, patient_global_nrs_missing, physician_global_nrs, physician_global_nrs_missing, chaq, chaq_missing, subjective_change, subjective_change_missing, swelling, swelling_missing, redness, redness_missing, heat, heat_missing, reduced_range, reduced_range_missing, abnormal_gait, abnormal_gait_missing, painful_sites, painful_sites_missing, painful_lower_extremity, painful_lower_extremity_missing, recorded_outcome, recorded_outcome_missing, centre, row_status, as_typed), update (visit, patient, visited_on, weight_kg, weight_kg_missing, temperature_cel, temperature_cel_missing, pain_nrs, pain_nrs_missing, patient_global_nrs, patient_global_nrs_missing, physician_global_nrs, physician_global_nrs_missing, chaq, chaq_missing, subjective_change, subjective_change_missing, swelling, swelling_missing, redness, redness_missing, heat, heat_missing, reduced_range, reduced_range_missing, abnormal_gait, abnormal_gait_missing, painful_sites, painful_sites_missing, painful_lower_extremity, painful_lower_extremity_missing, recorded_outcome, recorded_outcome_missing, centre, row_status, as_typed) on chart.visit to osteon_member;
grant select on chart.visit, chart.visit_cells to osteon_keeper, osteon_system;
grant select on chart.visit_cells to osteon_member;
alter table chart.visit enable row level security, force row level security;
create policy member_reads on chart.visit for select to osteon_member using (centre = any ((select access.centres('chart', 'read'))::text[]));
create policy member_adds on chart.visit for insert to osteon_member with check (centre = any ((select access.centres('chart', 'write'))::text[]));
create policy member_changes on chart.visit for update to osteon_member using (centre = any ((select access.centres('chart', 'write'))::text[]));
create policy member_deletes on chart.visit for delete to osteon_member using (centre = any ((select access.centres('chart', 'delete'))::text[]));
create policy keeper_reads on chart.visit for select to osteon_keeper using (current_user = 'osteon_keeper');
create policy system_reads on chart.visit for select to osteon_system using (current_user = 'osteon_system');

-- One row per laboratory result.
create table chart.laboratory (
  laboratory text primary key check (length(laboratory) between 1 and 64),
  patient text not null,
  visit text,
  visit_missing chart.missing_reason check (visit_missing is null or visit is null),
  sampled_on chart.full_date,
  analyte text check (analyte in ('leukocytes', 'thrombocytes', 'neutrophils', 'lymphocytes', 'monocytes', 'haemoglobin', 'crp', 'esr', 'alt', 'ast', 'ggt', 'ldh', 'alp', 'calcium', 'phosphate', 'ferritin', 'igg', 'iga', 'igm', 'hla_b27', 'ana')),
  value numeric check (value between 0 and 1000000 and scale(trim_scale(value)) <= 3),
  value_missing chart.missing_reason check (value_missing is null or value is null),
  unit text check (length(unit) <= 200),
  unit_missing chart.missing_reason check (unit_missing is null or unit is null),
  finding text check (finding in ('positive', 'negative')),
  finding_missing chart.missing_reason check (finding_missing is null or finding is null),
  lower_limit numeric check (lower_limit between 0 and 1000000 and scale(trim_scale(lower_limit)) <= 3),
  lower_limit_missing chart.missing_reason check (lower_limit_missing is null or lower_limit is null),
  upper_limit numeric check (upper_limit between 0 and 1000000 and scale(trim_scale(upper_limit)) <= 3),
  upper_limit_missing chart.missing_reason check (upper_limit_missing is null or upper_limit is null),
  centre text not null,
  row_status chart.row_status not null default 'draft',
  as_typed jsonb not null default '{}',
  version integer not null default 1,
  written_at timestamptz not null default clock_timestamp(),
  written_by text not null default access.actor(),
  foreign key (centre, patient) references chart.patient (centre, patient),
  foreign key (patient, visit) references chart.visit (patient, visit),
  constraint complete_rows_obey check (row_status = 'draft' or (as_typed = '{}'
    and patient is not null
    and sampled_on is not null
    and analyte is not null
    and (value is null or unit is not null)
    and coalesce(lower_limit <= upper_limit, true)))
);
create index on chart.laboratory (patient);
create index on chart.laboratory (visit);
call audit.watch('chart.laboratory', 'laboratory');
create trigger version before update on chart.laboratory for each row execute function chart.count_version('laboratory');
create view chart.laboratory_cells with (security_invoker = true) as
  select laboratory,
    patient,
    chart.typed(as_typed, 'visit', visit::text, visit_missing) as visit,
    chart.typed(as_typed, 'sampled_on', to_char(sampled_on, 'YYYY-MM-DD'), null) as sampled_on,
    chart.typed(as_typed, 'analyte', analyte::text, null) as analyte,
    chart.typed(as_typed, 'value', value::text, value_missing) as value,
    chart.typed(as_typed, 'unit', unit::text, unit_missing) as unit,
    chart.typed(as_typed, 'finding', finding::text, finding_missing) as finding,
    chart.typed(as_typed, 'lower_limit', lower_limit::text, lower_limit_missing) as lower_limit,
    chart.typed(as_typed, 'upper_limit', upper_limit::text, upper_limit_missing) as upper_limit,
    centre,
    row_status,
    version,
    written_at,
    written_by
  from chart.laboratory;
grant select, delete on chart.laboratory to osteon_member;
grant insert (laboratory, patient, visit, visit_missing, sampled_on, analyte, value, value_missing, unit, unit_missing, finding, finding_missing, lower_limit, lower_limit_missing, upper_limit, upper_limit_missing, centre, row_status, as_typed), update (laboratory, patient, visit, visit_missing, sampled_on, analyte, value, value_missing, unit, unit_missing, finding, finding_missing, lower_limit, lower_limit_missing, upper_limit, upper_limit_missing, centre, row_status, as_typed) on chart.laboratory to osteon_member;
grant select on chart.laboratory, chart.laboratory_cells to osteon_keeper, osteon_system;
grant select on chart.laboratory_cells to osteon_member;
alter table chart.laboratory enable row level security, force row level security;
create policy member_reads on chart.laboratory for select to osteon_member using (centre = any ((select access.centres('chart', 'read'))::text[]));
create policy member_adds on chart.laboratory for insert to osteon_member with check (centre = any ((select access.centres('chart', 'write'))::text[]));
create policy member_changes on chart.laboratory for update to osteon_member using (centre = any ((select access.centres('chart', 'write'))::text[]));
create policy member_deletes on chart.laboratory for delete to osteon_member using (centre = any ((select access.centres('chart', 'delete'))::text[]));
create policy keeper_reads on chart.laboratory for select to osteon_keeper using (current_user = 'osteon_keeper');
create policy system_reads on chart.laboratory for select to osteon_system using (current_user = 'osteon_system');

-- One row per microbiological culture.
create table chart.culture (
  culture text primary key check (length(culture) between 1 and 64),
  patient text not null,
  sampled_on chart.full_date,
  material text check (material in ('blood', 'bone', 'joint_fluid', 'other')),
  material_missing chart.missing_reason check (material_missing is null or material is null),
  growth text check (growth in ('none', 'growth')),
  growth_missing chart.missing_reason check (growth_missing is null or growth is null),
  organism text check (length(organism) <= 200),
  organism_missing chart.missing_reason check (organism_missing is null or organism is null),
  centre text not null,
  row_status chart.row_status not null default 'draft',
  as_typed jsonb not null default '{}',
  version integer not null default 1,
  written_at timestamptz not null default clock_timestamp(),
  written_by text not null default access.actor(),
  foreign key (centre, patient) references chart.patient (centre, patient),
  constraint complete_rows_obey check (row_status = 'draft' or (as_typed = '{}'
    and patient is not null
    and sampled_on is not null
    and (growth is distinct from 'growth' or organism is not null or coalesce(organism_missing in ('unknown', 'not-done'), false))))
);
create index on chart.culture (patient);
call audit.watch('chart.culture', 'culture');
create trigger version before update on chart.culture for each row execute function chart.count_version('culture');
create view chart.culture_cells with (security_invoker = true) as
  select culture,
    patient,
    chart.typed(as_typed, 'sampled_on', to_char(sampled_on, 'YYYY-MM-DD'), null) as sampled_on,
    chart.typed(as_typed, 'material', material::text, material_missing) as material,
    chart.typed(as_typed, 'growth', growth::text, growth_missing) as growth,
    chart.typed(as_typed, 'organism', organism::text, organism_missing) as organism,
    centre,
    row_status,
    version,
    written_at,
    written_by
  from chart.culture;
grant select, delete on chart.culture to osteon_member;
grant insert (culture, patient, sampled_on, material, material_missing, growth, growth_missing, organism, organism_missing, centre, row_status, as_typed), update (culture, patient, sampled_on, material, material_missing, growth, growth_missing, organism, organism_missing, centre, row_status, as_typed) on chart.culture to osteon_member;
grant select on chart.culture, chart.culture_cells to osteon_keeper, osteon_system;
grant select on chart.culture_cells to osteon_member;
alter table chart.culture enable row level security, force row level security;
create policy member_reads on chart.culture for select to osteon_member using (centre = any ((select access.centres('chart', 'read'))::text[]));
create policy member_adds on chart.culture for insert to osteon_member with check (centre = any ((select access.centres('chart', 'write'))::text[]));
create policy member_changes on chart.culture for update to osteon_member using (centre = any ((select access.centres('chart', 'write'))::text[]));
create policy member_deletes on chart.culture for delete to osteon_member using (centre = any ((select access.centres('chart', 'delete'))::text[]));
create policy keeper_reads on chart.culture for select to osteon_keeper using (current_user = 'osteon_keeper');
create policy system_reads on chart.culture for select to osteon_system using (current_user = 'osteon_system');

-- One row per bone biopsy.
create table chart.biopsy (
  biopsy text primary key check (length(biopsy) between 1 and 64),
  patient text not null,
  taken_on chart.full_date,
  bone text check (bone in ('skull', 'mandible', 'maxilla', 'clavicle', 'scapula', 'rib', 'sternum', 'cervical_vertebra', 'thoracic_vertebra', 'lumbar_vertebra', 'sacrum', 'humerus', 'radius', 'ulna', 'carpus', 'metacarpus', 'finger', 'ilium', 'ischium', 'pubis', 'femur', 'patella', 'tibia', 'fibula', 'talus', 'calcaneus', 'tarsus', 'metatarsus', 'toe')),
  bone_missing chart.missing_reason check (bone_missing is null or bone is null),
  finding text check (finding in ('chronic_inflammation', 'acute_inflammation', 'fibrosis', 'unspecific', 'tumour')),
  finding_missing chart.missing_reason check (finding_missing is null or finding is null),
  centre text not null,
  row_status chart.row_status not null default 'draft',
  as_typed jsonb not null default '{}',
  version integer not null default 1,
  written_at timestamptz not null default clock_timestamp(),
  written_by text not null default access.actor(),
  foreign key (centre, patient) references chart.patient (centre, patient),
  constraint complete_rows_obey check (row_status = 'draft' or (as_typed = '{}'
    and patient is not null
    and taken_on is not null))
);
create index on chart.biopsy (patient);
call audit.watch('chart.biopsy', 'biopsy');
create trigger version before update on chart.biopsy for each row execute function chart.count_version('biopsy');
create view chart.biopsy_cells with (security_invoker = true) as
  select biopsy,
    patient,
    chart.typed(as_typed, 'taken_on', to_char(taken_on, 'YYYY-MM-DD'), null) as taken_on,
    chart.typed(as_typed, 'bone', bone::text, bone_missing) as bone,
    chart.typed(as_typed, 'finding', finding::text, finding_missing) as finding,
    centre,
    row_status,
    version,
    written_at,
    written_by
  from chart.biopsy;
grant select, delete on chart.biopsy to osteon_member;
grant insert (biopsy, patient, taken_on, bone, bone_missing, finding, finding_missing, centre, row_status, as_typed), update (biopsy, patient, taken_on, bone, bone_missing, finding, finding_missing, centre, row_status, as_typed) on chart.biopsy to osteon_member;
grant select on chart.biopsy, chart.biopsy_cells to osteon_keeper, osteon_system;
grant select on chart.biopsy_cells to osteon_member;
alter table chart.biopsy enable row level security, force row level security;
create policy member_reads on chart.biopsy for select to osteon_member using (centre = any ((select access.centres('chart', 'read'))::text[]));
create policy member_adds on chart.biopsy for insert to osteon_member with check (centre = any ((select access.centres('chart', 'write'))::text[]));
create policy member_changes on chart.biopsy for update to osteon_member using (centre = any ((select access.centres('chart', 'write'))::text[]));
create policy member_deletes on chart.biopsy for delete to osteon_member using (centre = any ((select access.centres('chart', 'delete'))::text[]));
create policy keeper_reads on chart.biopsy for select to osteon_keeper using (current_user = 'osteon_keeper');
create policy system_reads on chart.biopsy for select to osteon_system using (current_user = 'osteon_system');

-- One row per imaging examination.
create table chart.imaging (
  imaging text primary key check (length(imaging) between 1 and 64),
  patient text not null,
  imaged_on chart.full_date,
  modality text check (modality in ('whole_body_mri', 'regional_mri', 'x_ray', 'scintigraphy', 'ct')),
  native_t1 boolean,
  native_t1_missing chart.missing_reason check (native_t1_missing is null or native_t1 is null),
  contrast_t1_fat_sat boolean,
  contrast_t1_fat_sat_missing chart.missing_reason check (contrast_t1_fat_sat_missing is null or contrast_t1_fat_sat is null),
  tirm boolean,
  tirm_missing chart.missing_reason check (tirm_missing is null or tirm is null),
  centre text not null,
  row_status chart.row_status not null default 'draft',
  as_typed jsonb not null default '{}',
  version integer not null default 1,
  written_at timestamptz not null default clock_timestamp(),
  written_by text not null default access.actor(),
  foreign key (centre, patient) references chart.patient (centre, patient),
  unique (patient, imaging),
  constraint complete_rows_obey check (row_status = 'draft' or (as_typed = '{}'
    and patient is not null
    and imaged_on is not null
    and modality is not null))
);
call audit.watch('chart.imaging', 'imaging');
create trigger version before update on chart.imaging for each row execute function chart.count_version('imaging');
create view chart.imaging_cells with (security_invoker = true) as
  select imaging,
    patient,
    chart.typed(as_typed, 'imaged_on', to_char(imaged_on, 'YYYY-MM-DD'), null) as imaged_on,
    chart.typed(as_typed, 'modality', modality::text, null) as modality,
    chart.typed(as_typed, 'native_t1', case native_t1 when true then 'yes' when false then 'no' end, native_t1_missing) as native_t1,
    chart.typed(as_typed, 'contrast_t1_fat_sat', case contrast_t1_fat_sat when true then 'yes' when false then 'no' end, contrast_t1_fat_sat_missing) as contrast_t1_fat_sat,
    chart.typed(as_typed, 'tirm', case tirm when true then 'yes' when false then 'no' end, tirm_missing) as tirm,
    centre,
    row_status,
    version,
    written_at,
    written_by
  from chart.imaging;
grant select, delete on chart.imaging to osteon_member;
grant insert (imaging, patient, imaged_on, modality, native_t1, native_t1_missing, contrast_t1_fat_sat, contrast_t1_fat_sat_missing, tirm, tirm_missing, centre, row_status, as_typed), update (imaging, patient, imaged_on, modality, native_t1, native_t1_missing, contrast_t1_fat_sat, contrast_t1_fat_sat_missing, tirm, tirm_missing, centre, row_status, as_typed) on chart.imaging to osteon_member;
grant select on chart.imaging, chart.imaging_cells to osteon_keeper, osteon_system;
grant select on chart.imaging_cells to osteon_member;
alter table chart.imaging enable row level security, force row level security;
create policy member_reads on chart.imaging for select to osteon_member using (centre = any ((select access.centres('chart', 'read'))::text[]));
create policy member_adds on chart.imaging for insert to osteon_member with check (centre = any ((select access.centres('chart', 'write'))::text[]));
create policy member_changes on chart.imaging for update to osteon_member using (centre = any ((select access.centres('chart', 'write'))::text[]));
create policy member_deletes on chart.imaging for delete to osteon_member using (centre = any ((select access.centres('chart', 'delete'))::text[]));
create policy keeper_reads on chart.imaging for select to osteon_keeper using (current_user = 'osteon_keeper');
create policy system_reads on chart.imaging for select to osteon_system using (current_user = 'osteon_system');

-- One row per bone lesion of a child, however often it was seen.
create table chart.lesion (
  lesion text primary key check (length(lesion) between 1 and 64),
  patient text not null,
  bone text check (bone in ('skull', 'mandible', 'maxilla', 'clavicle', 'scapula', 'rib', 'sternum', 'cervical_vertebra', 'thoracic_vertebra', 'lumbar_vertebra', 'sacrum', 'humerus', 'radius', 'ulna', 'carpus', 'metacarpus', 'finger', 'ilium', 'ischium', 'pubis', 'femur', 'patella', 'tibia', 'fibula', 'talus', 'calcaneus', 'tarsus', 'metatarsus', 'toe')),
  side text check (side in ('left', 'right', 'midline')),
  side_missing chart.missing_reason check (side_missing is null or side is null),
  part text check (part in ('epiphysis', 'metaphysis', 'diaphysis', 'body', 'whole')),
  part_missing chart.missing_reason check (part_missing is null or part is null),
  level text check (length(level) <= 200),
  level_missing chart.missing_reason check (level_missing is null or level is null),
  centre text not null,
  row_status chart.row_status not null default 'draft',
  as_typed jsonb not null default '{}',
  version integer not null default 1,
  written_at timestamptz not null default clock_timestamp(),
  written_by text not null default access.actor(),
  foreign key (centre, patient) references chart.patient (centre, patient),
  unique (patient, lesion),
  constraint complete_rows_obey check (row_status = 'draft' or (as_typed = '{}'
    and patient is not null
    and bone is not null))
);
call audit.watch('chart.lesion', 'lesion');
create trigger version before update on chart.lesion for each row execute function chart.count_version('lesion');
create view chart.lesion_cells with (security_invoker = true) as
  select lesion,
    patient,
    chart.typed(as_typed, 'bone', bone::text, null) as bone,
    chart.typed(as_typed, 'side', side::text, side_missing) as side,
    chart.typed(as_typed, 'part', part::text, part_missing) as part,
    chart.typed(as_typed, 'level', level::text, level_missing) as level,
    centre,
    row_status,
    version,
    written_at,
    written_by
  from chart.lesion;
grant select, delete on chart.lesion to osteon_member;
grant insert (lesion, patient, bone, side, side_missing, part, part_missing, level, level_missing, centre, row_status, as_typed), update (lesion, patient, bone, side, side_missing, part, part_missing, level, level_missing, centre, row_status, as_typed) on chart.lesion to osteon_member;
grant select on chart.lesion, chart.lesion_cells to osteon_keeper, osteon_system;
grant select on chart.lesion_cells to osteon_member;
alter table chart.lesion enable row level security, force row level security;
create policy member_reads on chart.lesion for select to osteon_member using (centre = any ((select access.centres('chart', 'read'))::text[]));
create policy member_adds on chart.lesion for insert to osteon_member with check (centre = any ((select access.centres('chart', 'write'))::text[]));
create policy member_changes on chart.lesion for update to osteon_member using (centre = any ((select access.centres('chart', 'write'))::text[]));
create policy member_deletes on chart.lesion for delete to osteon_member using (centre = any ((select access.centres('chart', 'delete'))::text[]));
create policy keeper_reads on chart.lesion for select to osteon_keeper using (current_user = 'osteon_keeper');
create policy system_reads on chart.lesion for select to osteon_system using (current_user = 'osteon_system');

-- One row per lesion and examination that looked at it.
create table chart.lesion_observation (
  lesion_observation text primary key check (length(lesion_observation) between 1 and 64),
  patient text not null,
  imaging text,
  lesion text,
  state text check (state in ('new', 'active', 'remaining', 'not_visible')),
  marginal_sclerosis boolean,
  marginal_sclerosis_missing chart.missing_reason check (marginal_sclerosis_missing is null or marginal_sclerosis is null),
  contrast_enhancement boolean,
  contrast_enhancement_missing chart.missing_reason check (contrast_enhancement_missing is null or contrast_enhancement is null),
  centre text not null,
  row_status chart.row_status not null default 'draft',
  as_typed jsonb not null default '{}',
  version integer not null default 1,
  written_at timestamptz not null default clock_timestamp(),
  written_by text not null default access.actor(),
  foreign key (centre, patient) references chart.patient (centre, patient),
  foreign key (patient, imaging) references chart.imaging (patient, imaging),
  foreign key (patient, lesion) references chart.lesion (patient, lesion),
  constraint complete_rows_obey check (row_status = 'draft' or (as_typed = '{}'
    and patient is not null
    and imaging is not null
    and lesion is not null
    and state is not null))
);
create index on chart.lesion_observation (patient);
call audit.watch('chart.lesion_observation', 'lesion_observation');
create trigger version before update on chart.lesion_observation for each row execute function chart.count_version('lesion_observation');
create view chart.lesion_observation_cells with (security_invoker = true) as
  select lesion_observation,
    patient,
    chart.typed(as_typed, 'imaging', imaging::text, null) as imaging,
    chart.typed(as_typed, 'lesion', lesion::text, null) as lesion,
    chart.typed(as_typed, 'state', state::text, null) as state,
    chart.typed(as_typed, 'marginal_sclerosis', case marginal_sclerosis when true then 'yes' when false then 'no' end, marginal_sclerosis_missing) as marginal_sclerosis,
    chart.typed(as_typed, 'contrast_enhancement', case contrast_enhancement when true then 'yes' when false then 'no' end, contrast_enhancement_missing) as contrast_enhancement,
    centre,
    row_status,
    version,
    written_at,
    written_by
  from chart.lesion_observation;
grant select, delete on chart.lesion_observation to osteon_member;
grant insert (lesion_observation, patient, imaging, lesion, state, marginal_sclerosis, marginal_sclerosis_missing, contrast_enhancement, contrast_enhancement_missing, centre, row_status, as_typed), update (lesion_observation, patient, imaging, lesion, state, marginal_sclerosis, marginal_sclerosis_missing, contrast_enhancement, contrast_enhancement_missing, centre, row_status, as_typed) on chart.lesion_observation to osteon_member;
grant select on chart.lesion_observation, chart.lesion_observation_cells to osteon_keeper, osteon_system;
grant select on chart.lesion_observation_cells to osteon_member;
alter table chart.lesion_observation enable row level security, force row level security;
create policy member_reads on chart.lesion_observation for select to osteon_member using (centre = any ((select access.centres('chart', 'read'))::text[]));
create policy member_adds on chart.lesion_observation for insert to osteon_member with check (centre = any ((select access.centres('chart', 'write'))::text[]));
create policy member_changes on chart.lesion_observation for update to osteon_member using (centre = any ((select access.centres('chart', 'write'))::text[]));
create policy member_deletes on chart.lesion_observation for delete to osteon_member using (centre = any ((select access.centres('chart', 'delete'))::text[]));
create policy keeper_reads on chart.lesion_observation for select to osteon_keeper using (current_user = 'osteon_keeper');
create policy system_reads on chart.lesion_observation for select to osteon_system using (current_user = 'osteon_system');

-- One row per drug from its start to its stop.
create table chart.treatment (
  treatment text primary key check (length(treatment) between 1 and 64),
  patient text not null,
  drug text check (drug in ('ibuprofen', 'naproxen', 'indometacin', 'diclofenac', 'meloxicam', 'celecoxib', 'prednisolone', 'prednisone', 'methylprednisolone', 'methotrexate', 'sulfasalazine', 'leflunomide', 'azathioprine', 'etanercept', 'infliximab', 'adalimumab', 'certolizumab', 'golimumab', 'pamidronate', 'alendronate', 'ibandronate', 'risedronate', 'zoledronate', 'denosumab', 'anakinra', 'canakinumab', 'tocilizumab', 'secukinumab', 'ustekinumab', 'tofacitinib', 'baricitinib', 'upadacitinib', 'colchicine', 'mesalazine', 'other')),
  drug_class text check (drug_class in ('nsaid', 'steroid', 'dmard', 'tnf_inhibitor', 'bisphosphonate', 'other')),
  dose numeric check (dose between 0 and 10000 and scale(trim_scale(dose)) <= 2),
  dose_missing chart.missing_reason check (dose_missing is null or dose is null),
  dose_unit text check (dose_unit in ('mg/kg/d', 'mg/kg', 'mg/m2', 'mg', 'mg/d')),
  dose_unit_missing chart.missing_reason check (dose_unit_missing is null or dose_unit is null),
  route text check (route in ('oral', 'intravenous', 'subcutaneous', 'intraarticular')),
  route_missing chart.missing_reason check (route_missing is null or route is null),
  started_on chart.full_date,
  stopped_on chart.full_date,
  stopped_on_missing chart.missing_reason check (stopped_on_missing is null or stopped_on is null),
  stop_reason text check (stop_reason in ('remission', 'inefficacy', 'adverse_effect', 'family_decision', 'planned_end')),
  stop_reason_missing chart.missing_reason check (stop_reason_missing is null or stop_reason is null),
  centre text not null,
  row_status chart.row_status not null default 'draft',
  as_typed jsonb not null default '{}',
  version integer not null default 1,
  written_at timestamptz not null default clock_timestamp(),
  written_by text not null default access.actor(),
  foreign key (centre, patient) references chart.patient (centre, patient),
  unique (patient, treatment),
  constraint complete_rows_obey check (row_status = 'draft' or (as_typed = '{}'
    and patient is not null
    and drug is not null
    and drug_class is not null
    and started_on is not null
    and coalesce(chart.first_day(started_on::text) <= chart.last_day(stopped_on::text), true)
    and (dose is null or dose_unit is not null)
    and (stop_reason is null or stopped_on is not null)))
);
call audit.watch('chart.treatment', 'treatment');
create trigger version before update on chart.treatment for each row execute function chart.count_version('treatment');
create view chart.treatment_cells with (security_invoker = true) as
  select treatment,
    patient,
    chart.typed(as_typed, 'drug', drug::text, null) as drug,
    chart.typed(as_typed, 'drug_class', drug_class::text, null) as drug_class,
    chart.typed(as_typed, 'dose', dose::text, dose_missing) as dose,
    chart.typed(as_typed, 'dose_unit', dose_unit::text, dose_unit_missing) as dose_unit,
    chart.typed(as_typed, 'route', route::text, route_missing) as route,
    chart.typed(as_typed, 'started_on', to_char(started_on, 'YYYY-MM-DD'), null) as started_on,
    chart.typed(as_typed, 'stopped_on', to_char(stopped_on, 'YYYY-MM-DD'), stopped_on_missing) as stopped_on,
    chart.typed(as_typed, 'stop_reason', stop_reason::text, stop_reason_missing) as stop_reason,
    centre,
    row_status,
    version,
    written_at,
    written_by
  from chart.treatment;
grant select, delete on chart.treatment to osteon_member;
grant insert (treatment, patient, drug, drug_class, dose, dose_missing, dose_unit, dose_unit_missing, route, route_missing, started_on, stopped_on, stopped_on_missing, stop_reason, stop_reason_missing, centre, row_status, as_typed), update (treatment, patient, drug, drug_class, dose, dose_missing, dose_unit, dose_unit_missing, route, route_missing, started_on, stopped_on, stopped_on_missing, stop_reason, stop_reason_missing, centre, row_status, as_typed) on chart.treatment to osteon_member;
grant select on chart.treatment, chart.treatment_cells to osteon_keeper, osteon_system;
grant select on chart.treatment_cells to osteon_member;
alter table chart.treatment enable row level security, force row level security;
create policy member_reads on chart.treatment for select to osteon_member using (centre = any ((select access.centres('chart', 'read'))::text[]));
create policy member_adds on chart.treatment for insert to osteon_member with check (centre = any ((select access.centres('chart', 'write'))::text[]));
create policy member_changes on chart.treatment for update to osteon_member using (centre = any ((select access.centres('chart', 'write'))::text[]));
create policy member_deletes on chart.treatment for delete to osteon_member using (centre = any ((select access.centres('chart', 'delete'))::text[]));
create policy keeper_reads on chart.treatment for select to osteon_keeper using (current_user = 'osteon_keeper');
create policy system_reads on chart.treatment for select to osteon_system using (current_user = 'osteon_system');

-- One row per infusion day of a drug given in cycles.
create table chart.course (
  course text primary key check (length(course) between 1 and 64),
  patient text not null,
  treatment text,
  cycle integer check (cycle between 1 and 200),
  cycle_day integer check (cycle_day between 1 and 31),
  given_on chart.full_date,
  dose numeric check (dose between 0 and 10000 and scale(trim_scale(dose)) <= 2),
  dose_missing chart.missing_reason check (dose_missing is null or dose is null),
  dose_unit text check (dose_unit in ('mg/kg/d', 'mg/kg', 'mg/m2', 'mg', 'mg/d')),
  dose_unit_missing chart.missing_reason check (dose_unit_missing is null or dose_unit is null),
  centre text not null,
  row_status chart.row_status not null default 'draft',
  as_typed jsonb not null default '{}',
  version integer not null default 1,
  written_at timestamptz not null default clock_timestamp(),
  written_by text not null default access.actor(),
  foreign key (centre, patient) references chart.patient (centre, patient),
  foreign key (patient, treatment) references chart.treatment (patient, treatment),
  constraint complete_rows_obey check (row_status = 'draft' or (as_typed = '{}'
    and patient is not null
    and treatment is not null
    and cycle is not null
    and cycle_day is not null
    and given_on is not null
    and (dose is null or dose_unit is not null)))
);
create index on chart.course (patient);
call audit.watch('chart.course', 'course');
create trigger version before update on chart.course for each row execute function chart.count_version('course');
create view chart.course_cells with (security_invoker = true) as
  select course,
    patient,
    chart.typed(as_typed, 'treatment', treatment::text, null) as treatment,
    chart.typed(as_typed, 'cycle', cycle::text, null) as cycle,
    chart.typed(as_typed, 'cycle_day', cycle_day::text, null) as cycle_day,
    chart.typed(as_typed, 'given_on', to_char(given_on, 'YYYY-MM-DD'), null) as given_on,
    chart.typed(as_typed, 'dose', dose::text, dose_missing) as dose,
    chart.typed(as_typed, 'dose_unit', dose_unit::text, dose_unit_missing) as dose_unit,
    centre,
    row_status,
    version,
    written_at,
    written_by
  from chart.course;
grant select, delete on chart.course to osteon_member;
grant insert (course, patient, treatment, cycle, cycle_day, given_on, dose, dose_missing, dose_unit, dose_unit_missing, centre, row_status, as_typed), update (course, patient, treatment, cycle, cycle_day, given_on, dose, dose_missing, dose_unit, dose_unit_missing, centre, row_status, as_typed) on chart.course to osteon_member;
grant select on chart.course, chart.course_cells to osteon_keeper, osteon_system;
grant select on chart.course_cells to osteon_member;
alter table chart.course enable row level security, force row level security;
create policy member_reads on chart.course for select to osteon_member using (centre = any ((select access.centres('chart', 'read'))::text[]));
create policy member_adds on chart.course for insert to osteon_member with check (centre = any ((select access.centres('chart', 'write'))::text[]));
create policy member_changes on chart.course for update to osteon_member using (centre = any ((select access.centres('chart', 'write'))::text[]));
create policy member_deletes on chart.course for delete to osteon_member using (centre = any ((select access.centres('chart', 'delete'))::text[]));
create policy keeper_reads on chart.course for select to osteon_keeper using (current_user = 'osteon_keeper');
create policy system_reads on chart.course for select to osteon_system using (current_user = 'osteon_system');

-- One row per antibiotic treatment by one route.
create table chart.antibiotic (
  antibiotic text primary key check (length(antibiotic) between 1 and 64),
  patient text not null,
  substance text check (length(substance) <= 200),
  substance_missing chart.missing_reason check (substance_missing is null or substance is null),
  route text check (route in ('oral', 'intravenous')),
  started_on chart.full_date,
  stopped_on chart.full_date,
  stopped_on_missing chart.missing_reason check (stopped_on_missing is null or stopped_on is null),
  indication text check (length(indication) <= 200),
  indication_missing chart.missing_reason check (indication_missing is null or indication is null),
  centre text not null,
  row_status chart.row_status not null default 'draft',
  as_typed jsonb not null default '{}',
  version integer not null default 1,
  written_at timestamptz not null default clock_timestamp(),
  written_by text not null default access.actor(),
  foreign key (centre, patient) references chart.patient (centre, patient),
  constraint complete_rows_obey check (row_status = 'draft' or (as_typed = '{}'
    and patient is not null
    and route is not null
    and started_on is not null
    and coalesce(chart.first_day(started_on::text) <= chart.last_day(stopped_on::text), true)))
);
create index on chart.antibiotic (patient);
call audit.watch('chart.antibiotic', 'antibiotic');
create trigger version before update on chart.antibiotic for each row execute function chart.count_version('antibiotic');
create view chart.antibiotic_cells with (security_invoker = true) as
  select antibiotic,
    patient,
    chart.typed(as_typed, 'substance', substance::text, substance_missing) as substance,
    chart.typed(as_typed, 'route', route::text, null) as route,
    chart.typed(as_typed, 'started_on', to_char(started_on, 'YYYY-MM-DD'), null) as started_on,
    chart.typed(as_typed, 'stopped_on', to_char(stopped_on, 'YYYY-MM-DD'), stopped_on_missing) as stopped_on,
    chart.typed(as_typed, 'indication', indication::text, indication_missing) as indication,
    centre,
    row_status,
    version,
    written_at,
    written_by
  from chart.antibiotic;
grant select, delete on chart.antibiotic to osteon_member;
grant insert (antibiotic, patient, substance, substance_missing, route, started_on, stopped_on, stopped_on_missing, indication, indication_missing, centre, row_status, as_typed), update (antibiotic, patient, substance, substance_missing, route, started_on, stopped_on, stopped_on_missing, indication, indication_missing, centre, row_status, as_typed) on chart.antibiotic to osteon_member;
grant select on chart.antibiotic, chart.antibiotic_cells to osteon_keeper, osteon_system;
grant select on chart.antibiotic_cells to osteon_member;
alter table chart.antibiotic enable row level security, force row level security;
create policy member_reads on chart.antibiotic for select to osteon_member using (centre = any ((select access.centres('chart', 'read'))::text[]));
create policy member_adds on chart.antibiotic for insert to osteon_member with check (centre = any ((select access.centres('chart', 'write'))::text[]));
create policy member_changes on chart.antibiotic for update to osteon_member using (centre = any ((select access.centres('chart', 'write'))::text[]));
create policy member_deletes on chart.antibiotic for delete to osteon_member using (centre = any ((select access.centres('chart', 'delete'))::text[]));
create policy keeper_reads on chart.antibiotic for select to osteon_keeper using (current_user = 'osteon_keeper');
create policy system_reads on chart.antibiotic for select to osteon_system using (current_user = 'osteon_system');

-- One row per adverse effect of a treatment.
create table chart.adverse_effect (
  adverse_effect text primary key check (length(adverse_effect) between 1 and 64),
  patient text not null,
  treatment text,
  noticed_on chart.full_date,
  effect text check (effect in ('fever', 'conjunctivitis', 'hypocalcaemia', 'abdominal_pain', 'reduced_general_condition', 'allergic_exanthema', 'gastrointestinal_bleeding', 'infection', 'liver_enzymes', 'other')),
  severity text check (severity in ('mild', 'moderate', 'severe')),
  severity_missing chart.missing_reason check (severity_missing is null or severity is null),
  centre text not null,
  row_status chart.row_status not null default 'draft',
  as_typed jsonb not null default '{}',
  version integer not null default 1,
  written_at timestamptz not null default clock_timestamp(),
  written_by text not null default access.actor(),
  foreign key (centre, patient) references chart.patient (centre, patient),
  foreign key (patient, treatment) references chart.treatment (patient, treatment),
  constraint complete_rows_obey check (row_status = 'draft' or (as_typed = '{}'
    and patient is not null
    and treatment is not null
    and noticed_on is not null
    and effect is not null))
);
create index on chart.adverse_effect (patient);
call audit.watch('chart.adverse_effect', 'adverse_effect');
create trigger version before update on chart.adverse_effect for each row execute function chart.count_version('adverse_effect');
create view chart.adverse_effect_cells with (security_invoker = true) as
  select adverse_effect,
    patient,
    chart.typed(as_typed, 'treatment', treatment::text, null) as treatment,
    chart.typed(as_typed, 'noticed_on', to_char(noticed_on, 'YYYY-MM-DD'), null) as noticed_on,
    chart.typed(as_typed, 'effect', effect::text, null) as effect,
    chart.typed(as_typed, 'severity', severity::text, severity_missing) as severity,
    centre,
    row_status,
    version,
    written_at,
    written_by
  from chart.adverse_effect;
grant select, delete on chart.adverse_effect to osteon_member;
grant insert (adverse_effect, patient, treatment, noticed_on, effect, severity, severity_missing, centre, row_status, as_typed), update (adverse_effect, patient, treatment, noticed_on, effect, severity, severity_missing, centre, row_status, as_typed) on chart.adverse_effect to osteon_member;
grant select on chart.adverse_effect, chart.adverse_effect_cells to osteon_keeper, osteon_system;
grant select on chart.adverse_effect_cells to osteon_member;
alter table chart.adverse_effect enable row level security, force row level security;
create policy member_reads on chart.adverse_effect for select to osteon_member using (centre = any ((select access.centres('chart', 'read'))::text[]));
create policy member_adds on chart.adverse_effect for insert to osteon_member with check (centre = any ((select access.centres('chart', 'write'))::text[]));
create policy member_changes on chart.adverse_effect for update to osteon_member using (centre = any ((select access.centres('chart', 'write'))::text[]));
create policy member_deletes on chart.adverse_effect for delete to osteon_member using (centre = any ((select access.centres('chart', 'delete'))::text[]));
create policy keeper_reads on chart.adverse_effect for select to osteon_keeper using (current_user = 'osteon_keeper');
create policy system_reads on chart.adverse_effect for select to osteon_system using (current_user = 'osteon_system');

-- One row per extraosseous manifestation of a child.
create table chart.manifestation (
  manifestation text primary key check (length(manifestation) between 1 and 64),
  patient text not null,
  kind text check (kind in ('arthritis', 'crohn', 'ulcerative_colitis', 'palmoplantar_pustulosis', 'acne_fulminans', 'acne', 'psoriasis')),
  noticed_on chart.partial_date,
  noticed_on_missing chart.missing_reason check (noticed_on_missing is null or noticed_on is null),
  distant_from_lesions boolean,
  distant_from_lesions_missing chart.missing_reason check (distant_from_lesions_missing is null or distant_from_lesions is null),
  centre text not null,
  row_status chart.row_status not null default 'draft',
  as_typed jsonb not null default '{}',
  version integer not null default 1,
  written_at timestamptz not null default clock_timestamp(),
  written_by text not null default access.actor(),
  foreign key (centre, patient) references chart.patient (centre, patient),
  unique (patient, manifestation),
  constraint complete_rows_obey check (row_status = 'draft' or (as_typed = '{}'
    and patient is not null
    and kind is not null
    and (kind is distinct from 'arthritis' or distant_from_lesions is not null or coalesce(distant_from_lesions_missing in ('unknown', 'not-done'), false))))
);
call audit.watch('chart.manifestation', 'manifestation');
create trigger version before update on chart.manifestation for each row execute function chart.count_version('manifestation');
create view chart.manifestation_cells with (security_invoker = true) as
  select manifestation,
    patient,
    chart.typed(as_typed, 'kind', kind::text, null) as kind,
    chart.typed(as_typed, 'noticed_on', noticed_on::text, noticed_on_missing) as noticed_on,
    chart.typed(as_typed, 'distant_from_lesions', case distant_from_lesions when true then 'yes' when false then 'no' end, distant_from_lesions_missing) as distant_from_lesions,
    centre,
    row_status,
    version,
    written_at,
    written_by
  from chart.manifestation;
grant select, delete on chart.manifestation to osteon_member;
grant insert (manifestation, patient, kind, noticed_on, noticed_on_missing, distant_from_lesions, distant_from_lesions_missing, centre, row_status, as_typed), update (manifestation, patient, kind, noticed_on, noticed_on_missing, distant_from_lesions, distant_from_lesions_missing, centre, row_status, as_typed) on chart.manifestation to osteon_member;
grant select on chart.manifestation, chart.manifestation_cells to osteon_keeper, osteon_system;
grant select on chart.manifestation_cells to osteon_member;
alter table chart.manifestation enable row level security, force row level security;
create policy member_reads on chart.manifestation for select to osteon_member using (centre = any ((select access.centres('chart', 'read'))::text[]));
create policy member_adds on chart.manifestation for insert to osteon_member with check (centre = any ((select access.centres('chart', 'write'))::text[]));
create policy member_changes on chart.manifestation for update to osteon_member using (centre = any ((select access.centres('chart', 'write'))::text[]));
create policy member_deletes on chart.manifestation for delete to osteon_member using (centre = any ((select access.centres('chart', 'delete'))::text[]));
create policy keeper_reads on chart.manifestation for select to osteon_keeper using (current_user = 'osteon_keeper');
create policy system_reads on chart.manifestation for select to osteon_system using (current_user = 'osteon_system');

-- One row per joint affected by an arthritis.
create table chart.joint (
  joint text primary key check (length(joint) between 1 and 64),
  patient text not null,
  manifestation text,
  site text check (site in ('sacroiliac', 'temporomandibular', 'knee', 'ankle', 'hip', 'atlanto_axial', 'wrist', 'elbow', 'shoulder', 'sternoclavicular', 'finger', 'toe')),
  centre text not null,
  row_status chart.row_status not null default 'draft',
  as_typed jsonb not null default '{}',
  version integer not null default 1,
  written_at timestamptz not null default clock_timestamp(),
  written_by text not null default access.actor(),
  foreign key (centre, patient) references chart.patient (centre, patient),
  foreign key (patient, manifestation) references chart.manifestation (patient, manifestation),
  constraint complete_rows_obey check (row_status = 'draft' or (as_typed = '{}'
    and patient is not null
    and manifestation is not null
    and site is not null))
);
create index on chart.joint (patient);
call audit.watch('chart.joint', 'joint');
create trigger version before update on chart.joint for each row execute function chart.count_version('joint');
create view chart.joint_cells with (security_invoker = true) as
  select joint,
    patient,
    chart.typed(as_typed, 'manifestation', manifestation::text, null) as manifestation,
    chart.typed(as_typed, 'site', site::text, null) as site,
    centre,
    row_status,
    version,
    written_at,
    written_by
  from chart.joint;
grant select, delete on chart.joint to osteon_member;
grant insert (joint, patient, manifestation, site, centre, row_status, as_typed), update (joint, patient, manifestation, site, centre, row_status, as_typed) on chart.joint to osteon_member;
grant select on chart.joint, chart.joint_cells to osteon_keeper, osteon_system;
grant select on chart.joint_cells to osteon_member;
alter table chart.joint enable row level security, force row level security;
create policy member_reads on chart.joint for select to osteon_member using (centre = any ((select access.centres('chart', 'read'))::text[]));
create policy member_adds on chart.joint for insert to osteon_member with check (centre = any ((select access.centres('chart', 'write'))::text[]));
create policy member_changes on chart.joint for update to osteon_member using (centre = any ((select access.centres('chart', 'write'))::text[]));
create policy member_deletes on chart.joint for delete to osteon_member using (centre = any ((select access.centres('chart', 'delete'))::text[]));
create policy keeper_reads on chart.joint for select to osteon_keeper using (current_user = 'osteon_keeper');
create policy system_reads on chart.joint for select to osteon_system using (current_user = 'osteon_system');

-- One row per lasting damage of a child.
create table chart.sequela (
  sequela text primary key check (length(sequela) between 1 and 64),
  patient text not null,
  kind text check (kind in ('hyperostosis', 'vertebral_fracture', 'gibbus', 'vessel_compression', 'nerve_involvement')),
  bone text check (bone in ('skull', 'mandible', 'maxilla', 'clavicle', 'scapula', 'rib', 'sternum', 'cervical_vertebra', 'thoracic_vertebra', 'lumbar_vertebra', 'sacrum', 'humerus', 'radius', 'ulna', 'carpus', 'metacarpus', 'finger', 'ilium', 'ischium', 'pubis', 'femur', 'patella', 'tibia', 'fibula', 'talus', 'calcaneus', 'tarsus', 'metatarsus', 'toe')),
  bone_missing chart.missing_reason check (bone_missing is null or bone is null),
  noticed_on chart.partial_date,
  noticed_on_missing chart.missing_reason check (noticed_on_missing is null or noticed_on is null),
  centre text not null,
  row_status chart.row_status not null default 'draft',
  as_typed jsonb not null default '{}',
  version integer not null default 1,
  written_at timestamptz not null default clock_timestamp(),
  written_by text not null default access.actor(),
  foreign key (centre, patient) references chart.patient (centre, patient),
  constraint complete_rows_obey check (row_status = 'draft' or (as_typed = '{}'
    and patient is not null
    and kind is not null))
);
create index on chart.sequela (patient);
call audit.watch('chart.sequela', 'sequela');
create trigger version before update on chart.sequela for each row execute function chart.count_version('sequela');
create view chart.sequela_cells with (security_invoker = true) as
  select sequela,
    patient,
    chart.typed(as_typed, 'kind', kind::text, null) as kind,
    chart.typed(as_typed, 'bone', bone::text, bone_missing) as bone,
    chart.typed(as_typed, 'noticed_on', noticed_on::text, noticed_on_missing) as noticed_on,
    centre,
    row_status,
    version,
    written_at,
    written_by
  from chart.sequela;
grant select, delete on chart.sequela to osteon_member;
grant insert (sequela, patient, kind, bone, bone_missing, noticed_on, noticed_on_missing, centre, row_status, as_typed), update (sequela, patient, kind, bone, bone_missing, noticed_on, noticed_on_missing, centre, row_status, as_typed) on chart.sequela to osteon_member;
grant select on chart.sequela, chart.sequela_cells to osteon_keeper, osteon_system;
grant select on chart.sequela_cells to osteon_member;
alter table chart.sequela enable row level security, force row level security;
create policy member_reads on chart.sequela for select to osteon_member using (centre = any ((select access.centres('chart', 'read'))::text[]));
create policy member_adds on chart.sequela for insert to osteon_member with check (centre = any ((select access.centres('chart', 'write'))::text[]));
create policy member_changes on chart.sequela for update to osteon_member using (centre = any ((select access.centres('chart', 'write'))::text[]));
create policy member_deletes on chart.sequela for delete to osteon_member using (centre = any ((select access.centres('chart', 'delete'))::text[]));
create policy keeper_reads on chart.sequela for select to osteon_keeper using (current_user = 'osteon_keeper');
create policy system_reads on chart.sequela for select to osteon_system using (current_user = 'osteon_system');

-- One row per relapse as the chart records it; analyses derive their own and compare.
create table chart.relapse (
  relapse text primary key check (length(relapse) between 1 and 64),
  patient text not null,
  noticed_on chart.full_date,
  new_symptoms boolean,
  new_symptoms_missing chart.missing_reason check (new_symptoms_missing is null or new_symptoms is null),
  new_lesion boolean,
  new_lesion_missing chart.missing_reason check (new_lesion_missing is null or new_lesion is null),
  centre text not null,
  row_status chart.row_status not null default 'draft',
  as_typed jsonb not null default '{}',
  version integer not null default 1,
  written_at timestamptz not null default clock_timestamp(),
  written_by text not null default access.actor(),
  foreign key (centre, patient) references chart.patient (centre, patient),
  constraint complete_rows_obey check (row_status = 'draft' or (as_typed = '{}'
    and patient is not null
    and noticed_on is not null))
);
create index on chart.relapse (patient);
call audit.watch('chart.relapse', 'relapse');
create trigger version before update on chart.relapse for each row execute function chart.count_version('relapse');
create view chart.relapse_cells with (security_invoker = true) as
  select relapse,
    patient,
    chart.typed(as_typed, 'noticed_on', to_char(noticed_on, 'YYYY-MM-DD'), null) as noticed_on,
    chart.typed(as_typed, 'new_symptoms', case new_symptoms when true then 'yes' when false then 'no' end, new_symptoms_missing) as new_symptoms,
    chart.typed(as_typed, 'new_lesion', case new_lesion when true then 'yes' when false then 'no' end, new_lesion_missing) as new_lesion,
    centre,
    row_status,
    version,
    written_at,
    written_by
  from chart.relapse;
grant select, delete on chart.relapse to osteon_member;
grant insert (relapse, patient, noticed_on, new_symptoms, new_symptoms_missing, new_lesion, new_lesion_missing, centre, row_status, as_typed), update (relapse, patient, noticed_on, new_symptoms, new_symptoms_missing, new_lesion, new_lesion_missing, centre, row_status, as_typed) on chart.relapse to osteon_member;
grant select on chart.relapse, chart.relapse_cells to osteon_keeper, osteon_system;
grant select on chart.relapse_cells to osteon_member;
alter table chart.relapse enable row level security, force row level security;
create policy member_reads on chart.relapse for select to osteon_member using (centre = any ((select access.centres('chart', 'read'))::text[]));
create policy member_adds on chart.relapse for insert to osteon_member with check (centre = any ((select access.centres('chart', 'write'))::text[]));
create policy member_changes on chart.relapse for update to osteon_member using (centre = any ((select access.centres('chart', 'write'))::text[]));
create policy member_deletes on chart.relapse for delete to osteon_member using (centre = any ((select access.centres('chart', 'delete'))::text[]));
create policy keeper_reads on chart.relapse for select to osteon_keeper using (current_user = 'osteon_keeper');
create policy system_reads on chart.relapse for select to osteon_system using (current_user = 'osteon_system');

-- A child's whole chart: for each table its rows as cells. It runs with the rights of the caller.
create function chart.read(child text) returns json
  language plpgsql stable as $$
begin
  return json_build_object(
    'patient', (select json_agg(one order by one.patient) from chart.patient_cells one where one.patient = child),
    'visit', (select json_agg(one order by one.visit) from chart.visit_cells one where one.patient = child),
    'laboratory', (select json_agg(one order by one.laboratory) from chart.laboratory_cells one where one.patient = child),
    'culture', (select json_agg(one order by one.culture) from chart.culture_cells one where one.patient = child),
    'biopsy', (select json_agg(one order by one.biopsy) from chart.biopsy_cells one where one.patient = child),
    'imaging', (select json_agg(one order by one.imaging) from chart.imaging_cells one where one.patient = child),
    'lesion', (select json_agg(one order by one.lesion) from chart.lesion_cells one where one.patient = child),
    'lesion_observation', (select json_agg(one order by one.lesion_observation) from chart.lesion_observation_cells one where one.patient = child),
    'treatment', (select json_agg(one order by one.treatment) from chart.treatment_cells one where one.patient = child),
    'course', (select json_agg(one order by one.course) from chart.course_cells one where one.patient = child),
    'antibiotic', (select json_agg(one order by one.antibiotic) from chart.antibiotic_cells one where one.patient = child),
    'adverse_effect', (select json_agg(one order by one.adverse_effect) from chart.adverse_effect_cells one where one.patient = child),
    'manifestation', (select json_agg(one order by one.manifestation) from chart.manifestation_cells one where one.patient = child),
    'joint', (select json_agg(one order by one.joint) from chart.joint_cells one where one.patient = child),
    'sequela', (select json_agg(one order by one.sequela) from chart.sequela_cells one where one.patient = child),
    'relapse', (select json_agg(one order by one.relapse) from chart.relapse_cells one where one.patient = child));
end $$;
grant execute on function chart.read(text) to osteon_member, osteon_keeper;
