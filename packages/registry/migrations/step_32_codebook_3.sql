-- Generated from the codebook by `npm run codebook`; do not edit.

-- patient: malignancy_excluded, infection_excluded
alter table chart.patient
  add column malignancy_excluded boolean,
  add column malignancy_excluded_missing chart.missing_reason check (malignancy_excluded_missing is null or malignancy_excluded is null),
  add column infection_excluded boolean,
  add column infection_excluded_missing chart.missing_reason check (infection_excluded_missing is null or infection_excluded is null);
grant insert (malignancy_excluded, malignancy_excluded_missing, infection_excluded, infection_excluded_missing), update (malignancy_excluded, malignancy_excluded_missing, infection_excluded, infection_excluded_missing) on chart.patient to osteon_member;
drop view chart.patient_cells;
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
    chart.typed(as_typed, 'first_contact_on', first_contact_on::text, first_contact_on_missing) as first_contact_on,
    chart.typed(as_typed, 'died_on', died_on::text, died_on_missing) as died_on,
    chart.typed(as_typed, 'genetic_diagnosis', genetic_diagnosis::text, genetic_diagnosis_missing) as genetic_diagnosis,
    chart.typed(as_typed, 'undiagnosed_phenotype', undiagnosed_phenotype::text, undiagnosed_phenotype_missing) as undiagnosed_phenotype,
    chart.typed(as_typed, 'contact_for_research', case contact_for_research when true then 'yes' when false then 'no' end, contact_for_research_missing) as contact_for_research,
    chart.typed(as_typed, 'sample_available', case sample_available when true then 'yes' when false then 'no' end, sample_available_missing) as sample_available,
    chart.typed(as_typed, 'biobank', biobank::text, biobank_missing) as biobank,
    chart.typed(as_typed, 'hypophosphatasia_excluded', case hypophosphatasia_excluded when true then 'yes' when false then 'no' end, hypophosphatasia_excluded_missing) as hypophosphatasia_excluded,
    chart.typed(as_typed, 'vitamin_c_deficiency_excluded', case vitamin_c_deficiency_excluded when true then 'yes' when false then 'no' end, vitamin_c_deficiency_excluded_missing) as vitamin_c_deficiency_excluded,
    chart.typed(as_typed, 'malignancy_excluded', case malignancy_excluded when true then 'yes' when false then 'no' end, malignancy_excluded_missing) as malignancy_excluded,
    chart.typed(as_typed, 'infection_excluded', case infection_excluded when true then 'yes' when false then 'no' end, infection_excluded_missing) as infection_excluded,
    chart.typed(as_typed, 'antimicrobial_response', case antimicrobial_response when true then 'yes' when false then 'no' end, antimicrobial_response_missing) as antimicrobial_response,
    chart.typed(as_typed, 'family_cno', case family_cno when true then 'yes' when false then 'no' end, family_cno_missing) as family_cno,
    chart.typed(as_typed, 'family_psoriasis', case family_psoriasis when true then 'yes' when false then 'no' end, family_psoriasis_missing) as family_psoriasis,
    chart.typed(as_typed, 'family_bowel_disease', case family_bowel_disease when true then 'yes' when false then 'no' end, family_bowel_disease_missing) as family_bowel_disease,
    chart.typed(as_typed, 'family_arthritis', case family_arthritis when true then 'yes' when false then 'no' end, family_arthritis_missing) as family_arthritis,
    row_status,
    version,
    written_at,
    written_by
  from chart.patient;
grant select on chart.patient_cells to osteon_member, osteon_keeper, osteon_system;

-- visit: tenderness
alter table chart.visit
  add column tenderness boolean,
  add column tenderness_missing chart.missing_reason check (tenderness_missing is null or tenderness is null);
grant insert (tenderness, tenderness_missing), update (tenderness, tenderness_missing) on chart.visit to osteon_member;
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
    chart.typed(as_typed, 'tenderness', case tenderness when true then 'yes' when false then 'no' end, tenderness_missing) as tenderness,
    chart.typed(as_typed, 'reduced_range', case reduced_range when true then 'yes' when false then 'no' end, reduced_range_missing) as reduced_range,
    chart.typed(as_typed, 'abnormal_gait', case abnormal_gait when true then 'yes' when false then 'no' end, abnormal_gait_missing) as abnormal_gait,
    chart.typed(as_typed, 'painful_sites', painful_sites::text, painful_sites_missing) as painful_sites,
    chart.typed(as_typed, 'painful_lower_extremity', case painful_lower_extremity when true then 'yes' when false then 'no' end, painful_lower_extremity_missing) as painful_lower_extremity,
    chart.typed(as_typed, 'recorded_outcome', recorded_outcome::text, recorded_outcome_missing) as recorded_outcome,
    chart.typed(as_typed, 'visit_type', visit_type::text, visit_type_missing) as visit_type,
    chart.typed(as_typed, 'puberty', puberty::text, puberty_missing) as puberty,
    chart.typed(as_typed, 'fatigue_nrs', fatigue_nrs::text, fatigue_nrs_missing) as fatigue_nrs,
    chart.typed(as_typed, 'clinical_lesions', clinical_lesions::text, clinical_lesions_missing) as clinical_lesions,
    chart.typed(as_typed, 'missed_days', missed_days::text, missed_days_missing) as missed_days,
    chart.typed(as_typed, 'leg_length_difference_mm', leg_length_difference_mm::text, leg_length_difference_mm_missing) as leg_length_difference_mm,
    chart.typed(as_typed, 'functioning', functioning::text, functioning_missing) as functioning,
    centre,
    row_status,
    version,
    written_at,
    written_by
  from chart.visit;
grant select on chart.visit_cells to osteon_member, osteon_keeper, osteon_system;

-- laboratory: comparator
alter table chart.laboratory
  add column comparator text check (comparator in ('below', 'at_most', 'at_least', 'above')),
  add column comparator_missing chart.missing_reason check (comparator_missing is null or comparator is null),
  drop constraint complete_rows_obey,
  add constraint complete_rows_obey check (row_status = 'draft' or (as_typed = '{}'
    and patient is not null
    and sampled_on is not null
    and analyte is not null
    and (value is null or unit is not null)
    and (comparator is null or value is not null)
    and coalesce(lower_limit <= upper_limit, true)));
grant insert (comparator, comparator_missing), update (comparator, comparator_missing) on chart.laboratory to osteon_member;
drop view chart.laboratory_cells;
create view chart.laboratory_cells with (security_invoker = true) as
  select laboratory,
    patient,
    chart.typed(as_typed, 'visit', visit::text, visit_missing) as visit,
    chart.typed(as_typed, 'sampled_on', to_char(sampled_on, 'YYYY-MM-DD'), null) as sampled_on,
    chart.typed(as_typed, 'analyte', analyte::text, null) as analyte,
    chart.typed(as_typed, 'comparator', comparator::text, comparator_missing) as comparator,
    chart.typed(as_typed, 'value', value::text, value_missing) as value,
    chart.typed(as_typed, 'unit', unit::text, unit_missing) as unit,
    chart.typed(as_typed, 'finding', finding::text, finding_missing) as finding,
    chart.typed(as_typed, 'lower_limit', lower_limit::text, lower_limit_missing) as lower_limit,
    chart.typed(as_typed, 'upper_limit', upper_limit::text, upper_limit_missing) as upper_limit,
    chart.typed(as_typed, 'sampled_at', sampled_at::text, sampled_at_missing) as sampled_at,
    chart.typed(as_typed, 'kit', kit::text, kit_missing) as kit,
    chart.typed(as_typed, 'kit_batch', kit_batch::text, kit_batch_missing) as kit_batch,
    centre,
    row_status,
    version,
    written_at,
    written_by
  from chart.laboratory;
grant select on chart.laboratory_cells to osteon_member, osteon_keeper, osteon_system;

-- imaging: region
alter table chart.imaging
  add column region text check (length(region) <= 200),
  add column region_missing chart.missing_reason check (region_missing is null or region is null);
grant insert (region, region_missing), update (region, region_missing) on chart.imaging to osteon_member;
drop view chart.imaging_cells;
create view chart.imaging_cells with (security_invoker = true) as
  select imaging,
    patient,
    chart.typed(as_typed, 'imaged_on', to_char(imaged_on, 'YYYY-MM-DD'), null) as imaged_on,
    chart.typed(as_typed, 'modality', modality::text, null) as modality,
    chart.typed(as_typed, 'region', region::text, region_missing) as region,
    chart.typed(as_typed, 'native_t1', case native_t1 when true then 'yes' when false then 'no' end, native_t1_missing) as native_t1,
    chart.typed(as_typed, 'contrast_t1_fat_sat', case contrast_t1_fat_sat when true then 'yes' when false then 'no' end, contrast_t1_fat_sat_missing) as contrast_t1_fat_sat,
    chart.typed(as_typed, 'tirm', case tirm when true then 'yes' when false then 'no' end, tirm_missing) as tirm,
    chart.typed(as_typed, 'stir', case stir when true then 'yes' when false then 'no' end, stir_missing) as stir,
    chart.typed(as_typed, 't2_fat_sat', case t2_fat_sat when true then 'yes' when false then 'no' end, t2_fat_sat_missing) as t2_fat_sat,
    chart.typed(as_typed, 'diffusion', case diffusion when true then 'yes' when false then 'no' end, diffusion_missing) as diffusion,
    chart.typed(as_typed, 'contrast_given', case contrast_given when true then 'yes' when false then 'no' end, contrast_given_missing) as contrast_given,
    chart.typed(as_typed, 'field_strength_t', field_strength_t::text, field_strength_t_missing) as field_strength_t,
    chart.typed(as_typed, 'coronal', case coronal when true then 'yes' when false then 'no' end, coronal_missing) as coronal,
    chart.typed(as_typed, 'sagittal', case sagittal when true then 'yes' when false then 'no' end, sagittal_missing) as sagittal,
    chart.typed(as_typed, 'axial', case axial when true then 'yes' when false then 'no' end, axial_missing) as axial,
    chart.typed(as_typed, 'sedation', sedation::text, sedation_missing) as sedation,
    chart.typed(as_typed, 'reader', reader::text, reader_missing) as reader,
    chart.typed(as_typed, 'read_blind', case read_blind when true then 'yes' when false then 'no' end, read_blind_missing) as read_blind,
    centre,
    row_status,
    version,
    written_at,
    written_by
  from chart.imaging;
grant select on chart.imaging_cells to osteon_member, osteon_keeper, osteon_system;

-- lesion_observation: size_mm, soft_tissue
alter table chart.lesion_observation
  add column size_mm integer check (size_mm between 1 and 600),
  add column size_mm_missing chart.missing_reason check (size_mm_missing is null or size_mm is null),
  add column soft_tissue boolean,
  add column soft_tissue_missing chart.missing_reason check (soft_tissue_missing is null or soft_tissue is null);
grant insert (size_mm, size_mm_missing, soft_tissue, soft_tissue_missing), update (size_mm, size_mm_missing, soft_tissue, soft_tissue_missing) on chart.lesion_observation to osteon_member;
drop view chart.lesion_observation_cells;
create view chart.lesion_observation_cells with (security_invoker = true) as
  select lesion_observation,
    patient,
    chart.typed(as_typed, 'imaging', imaging::text, null) as imaging,
    chart.typed(as_typed, 'lesion', lesion::text, null) as lesion,
    chart.typed(as_typed, 'state', state::text, null) as state,
    chart.typed(as_typed, 'marginal_sclerosis', case marginal_sclerosis when true then 'yes' when false then 'no' end, marginal_sclerosis_missing) as marginal_sclerosis,
    chart.typed(as_typed, 'contrast_enhancement', case contrast_enhancement when true then 'yes' when false then 'no' end, contrast_enhancement_missing) as contrast_enhancement,
    chart.typed(as_typed, 'size_mm', size_mm::text, size_mm_missing) as size_mm,
    chart.typed(as_typed, 'soft_tissue', case soft_tissue when true then 'yes' when false then 'no' end, soft_tissue_missing) as soft_tissue,
    chart.typed(as_typed, 'vertebral_collapse', case vertebral_collapse when true then 'yes' when false then 'no' end, vertebral_collapse_missing) as vertebral_collapse,
    chart.typed(as_typed, 'cromris_marrow', cromris_marrow::text, cromris_marrow_missing) as cromris_marrow,
    chart.typed(as_typed, 'cromris_extension', cromris_extension::text, cromris_extension_missing) as cromris_extension,
    chart.typed(as_typed, 'cromris_soft_tissue', cromris_soft_tissue::text, cromris_soft_tissue_missing) as cromris_soft_tissue,
    chart.typed(as_typed, 'cromris_expansion', cromris_expansion::text, cromris_expansion_missing) as cromris_expansion,
    chart.typed(as_typed, 'cromris_collapse', cromris_collapse::text, cromris_collapse_missing) as cromris_collapse,
    centre,
    row_status,
    version,
    written_at,
    written_by
  from chart.lesion_observation;
grant select on chart.lesion_observation_cells to osteon_member, osteon_keeper, osteon_system;

-- manifestation: kind
alter table chart.manifestation
  drop constraint manifestation_kind_check,
  add constraint manifestation_kind_check check (kind in ('arthritis', 'crohn', 'ulcerative_colitis', 'inflammatory_bowel_disease', 'palmoplantar_pustulosis', 'acne_fulminans', 'acne', 'psoriasis', 'enthesitis', 'pyoderma_gangrenosum'));

-- sequela: kind
alter table chart.sequela
  drop constraint sequela_kind_check,
  add constraint sequela_kind_check check (kind in ('hyperostosis', 'vertebral_fracture', 'gibbus', 'kyphosis', 'fracture', 'vessel_compression', 'nerve_involvement'));

-- One row per score of a questionnaire that the child or somebody for it answered.
create table chart.reported_score (
  reported_score text check (length(reported_score) between 1 and 64),
  patient text not null,
  visit text,
  visit_missing chart.missing_reason check (visit_missing is null or visit is null),
  answered_on chart.full_date,
  instrument text check (instrument in ('promis_fatigue', 'promis_pain_interference', 'promis_pain_behaviour', 'promis_mobility', 'promis_upper_extremity', 'promis_physical_activity', 'promis_strength_impact', 'pedsql', 'jamar', 'chaq', 'other')),
  instrument_name text check (length(instrument_name) <= 200),
  instrument_name_missing chart.missing_reason check (instrument_name_missing is null or instrument_name is null),
  scale text check (length(scale) <= 200),
  scale_missing chart.missing_reason check (scale_missing is null or scale is null),
  instrument_version text check (length(instrument_version) <= 200),
  instrument_version_missing chart.missing_reason check (instrument_version_missing is null or instrument_version is null),
  language text check (length(language) <= 200),
  language_missing chart.missing_reason check (language_missing is null or language is null),
  score numeric check (score between 0 and 1000 and scale(trim_scale(score)) <= 3),
  score_missing chart.missing_reason check (score_missing is null or score is null),
  answered_by text check (answered_by in ('child', 'parent', 'both', 'other', 'not_stated')),
  centre text not null,
  row_status chart.row_status not null default 'draft',
  as_typed jsonb not null default '{}',
  version integer not null default 1,
  written_at timestamptz not null default clock_timestamp(),
  written_by text not null default access.actor(),
  primary key (centre, reported_score),
  foreign key (centre, patient) references chart.patient (centre, patient) deferrable initially immediate,
  foreign key (centre, patient, visit) references chart.visit (centre, patient, visit) deferrable initially immediate,
  constraint complete_rows_obey check (row_status = 'draft' or (as_typed = '{}'
    and patient is not null
    and answered_on is not null
    and instrument is not null
    and answered_by is not null
    and (instrument is distinct from 'other' or instrument_name is not null or coalesce(instrument_name_missing in ('unknown', 'not-done'), false))))
);
create index on chart.reported_score (centre, patient);
create index on chart.reported_score (centre, visit);
call audit.watch('chart.reported_score', 'reported_score');
create trigger version before update on chart.reported_score for each row when (current_user <> 'osteon_system') execute function chart.count_version('reported_score');
create trigger b_guard_insert after insert on chart.reported_score referencing new table as new_rows for each statement  execute function chart.guard();
create trigger b_guard_update after update on chart.reported_score referencing old table as old_rows new table as new_rows for each statement when (current_user <> 'osteon_system') execute function chart.guard();
create trigger b_guard_delete after delete on chart.reported_score referencing old table as old_rows for each statement  execute function chart.guard();
create trigger shape_of_new before insert on chart.reported_score for each row when (not chart.is_key(new.reported_score)) execute function chart.refuse_key();
create trigger shape_of_changed before update on chart.reported_score for each row
  when (new.reported_score is distinct from old.reported_score and not chart.is_key(new.reported_score)) execute function chart.refuse_key();
create view chart.reported_score_cells with (security_invoker = true) as
  select reported_score,
    patient,
    chart.typed(as_typed, 'visit', visit::text, visit_missing) as visit,
    chart.typed(as_typed, 'answered_on', to_char(answered_on, 'YYYY-MM-DD'), null) as answered_on,
    chart.typed(as_typed, 'instrument', instrument::text, null) as instrument,
    chart.typed(as_typed, 'instrument_name', instrument_name::text, instrument_name_missing) as instrument_name,
    chart.typed(as_typed, 'scale', scale::text, scale_missing) as scale,
    chart.typed(as_typed, 'instrument_version', instrument_version::text, instrument_version_missing) as instrument_version,
    chart.typed(as_typed, 'language', language::text, language_missing) as language,
    chart.typed(as_typed, 'score', score::text, score_missing) as score,
    chart.typed(as_typed, 'answered_by', answered_by::text, null) as answered_by,
    centre,
    row_status,
    version,
    written_at,
    written_by
  from chart.reported_score;
grant select, delete on chart.reported_score to osteon_member;
grant insert (reported_score, patient, visit, visit_missing, answered_on, instrument, instrument_name, instrument_name_missing, scale, scale_missing, instrument_version, instrument_version_missing, language, language_missing, score, score_missing, answered_by, centre, row_status, as_typed), update (reported_score, patient, visit, visit_missing, answered_on, instrument, instrument_name, instrument_name_missing, scale, scale_missing, instrument_version, instrument_version_missing, language, language_missing, score, score_missing, answered_by, centre, row_status, as_typed) on chart.reported_score to osteon_member;
grant select on chart.reported_score to osteon_keeper, osteon_system;
grant update (patient) on chart.reported_score to osteon_system;
grant select on chart.reported_score_cells to osteon_member, osteon_keeper, osteon_system;
alter table chart.reported_score enable row level security, force row level security;
create policy member_reads on chart.reported_score for select to osteon_member using (centre = any ((select access.centres('chart', 'read'))::text[]));
create policy member_adds on chart.reported_score for insert to osteon_member with check (centre = any ((select access.centres('chart', 'write'))::text[]));
create policy member_changes on chart.reported_score for update to osteon_member using (centre = any ((select access.centres('chart', 'write'))::text[]));
create policy member_deletes on chart.reported_score for delete to osteon_member using (centre = any ((select access.centres('chart', 'delete'))::text[]));
create policy member_takes_back on chart.reported_score for delete to osteon_member using (centre = any ((select access.centres('chart', 'write'))::text[]) and row_status = 'draft' and chart.is_own(centre, 'chart.reported_score', reported_score));
create policy keeper_reads on chart.reported_score for select to osteon_keeper using (current_user = 'osteon_keeper');
create policy system_reads on chart.reported_score for select to osteon_system using (current_user = 'osteon_system');
create policy system_renames on chart.reported_score for update to osteon_system using (current_user = 'osteon_system');

-- One row per site at which the bone density was measured.
create table chart.bone_density (
  bone_density text check (length(bone_density) between 1 and 64),
  patient text not null,
  measured_on chart.full_date,
  measured_site text check (measured_site in ('lumbar_spine', 'total_body', 'total_body_less_head', 'hip', 'forearm', 'other')),
  method text check (method in ('dxa', 'qct', 'other')),
  z_score numeric check (z_score between -15 and 15 and scale(trim_scale(z_score)) <= 2),
  z_score_missing chart.missing_reason check (z_score_missing is null or z_score is null),
  z_score_for_height boolean,
  z_score_for_height_missing chart.missing_reason check (z_score_for_height_missing is null or z_score_for_height is null),
  density_g_per_cm2 numeric check (density_g_per_cm2 between 0 and 3 and scale(trim_scale(density_g_per_cm2)) <= 3),
  density_g_per_cm2_missing chart.missing_reason check (density_g_per_cm2_missing is null or density_g_per_cm2 is null),
  reference_data text check (length(reference_data) <= 200),
  reference_data_missing chart.missing_reason check (reference_data_missing is null or reference_data is null),
  device text check (length(device) <= 200),
  device_missing chart.missing_reason check (device_missing is null or device is null),
  centre text not null,
  row_status chart.row_status not null default 'draft',
  as_typed jsonb not null default '{}',
  version integer not null default 1,
  written_at timestamptz not null default clock_timestamp(),
  written_by text not null default access.actor(),
  primary key (centre, bone_density),
  foreign key (centre, patient) references chart.patient (centre, patient) deferrable initially immediate,
  constraint complete_rows_obey check (row_status = 'draft' or (as_typed = '{}'
    and patient is not null
    and measured_on is not null
    and measured_site is not null
    and method is not null))
);
create index on chart.bone_density (centre, patient);
call audit.watch('chart.bone_density', 'bone_density');
create trigger version before update on chart.bone_density for each row when (current_user <> 'osteon_system') execute function chart.count_version('bone_density');
create trigger b_guard_insert after insert on chart.bone_density referencing new table as new_rows for each statement  execute function chart.guard();
create trigger b_guard_update after update on chart.bone_density referencing old table as old_rows new table as new_rows for each statement when (current_user <> 'osteon_system') execute function chart.guard();
create trigger b_guard_delete after delete on chart.bone_density referencing old table as old_rows for each statement  execute function chart.guard();
create trigger shape_of_new before insert on chart.bone_density for each row when (not chart.is_key(new.bone_density)) execute function chart.refuse_key();
create trigger shape_of_changed before update on chart.bone_density for each row
  when (new.bone_density is distinct from old.bone_density and not chart.is_key(new.bone_density)) execute function chart.refuse_key();
create view chart.bone_density_cells with (security_invoker = true) as
  select bone_density,
    patient,
    chart.typed(as_typed, 'measured_on', to_char(measured_on, 'YYYY-MM-DD'), null) as measured_on,
    chart.typed(as_typed, 'measured_site', measured_site::text, null) as measured_site,
    chart.typed(as_typed, 'method', method::text, null) as method,
    chart.typed(as_typed, 'z_score', z_score::text, z_score_missing) as z_score,
    chart.typed(as_typed, 'z_score_for_height', case z_score_for_height when true then 'yes' when false then 'no' end, z_score_for_height_missing) as z_score_for_height,
    chart.typed(as_typed, 'density_g_per_cm2', density_g_per_cm2::text, density_g_per_cm2_missing) as density_g_per_cm2,
    chart.typed(as_typed, 'reference_data', reference_data::text, reference_data_missing) as reference_data,
    chart.typed(as_typed, 'device', device::text, device_missing) as device,
    centre,
    row_status,
    version,
    written_at,
    written_by
  from chart.bone_density;
grant select, delete on chart.bone_density to osteon_member;
grant insert (bone_density, patient, measured_on, measured_site, method, z_score, z_score_missing, z_score_for_height, z_score_for_height_missing, density_g_per_cm2, density_g_per_cm2_missing, reference_data, reference_data_missing, device, device_missing, centre, row_status, as_typed), update (bone_density, patient, measured_on, measured_site, method, z_score, z_score_missing, z_score_for_height, z_score_for_height_missing, density_g_per_cm2, density_g_per_cm2_missing, reference_data, reference_data_missing, device, device_missing, centre, row_status, as_typed) on chart.bone_density to osteon_member;
grant select on chart.bone_density to osteon_keeper, osteon_system;
grant update (patient) on chart.bone_density to osteon_system;
grant select on chart.bone_density_cells to osteon_member, osteon_keeper, osteon_system;
alter table chart.bone_density enable row level security, force row level security;
create policy member_reads on chart.bone_density for select to osteon_member using (centre = any ((select access.centres('chart', 'read'))::text[]));
create policy member_adds on chart.bone_density for insert to osteon_member with check (centre = any ((select access.centres('chart', 'write'))::text[]));
create policy member_changes on chart.bone_density for update to osteon_member using (centre = any ((select access.centres('chart', 'write'))::text[]));
create policy member_deletes on chart.bone_density for delete to osteon_member using (centre = any ((select access.centres('chart', 'delete'))::text[]));
create policy member_takes_back on chart.bone_density for delete to osteon_member using (centre = any ((select access.centres('chart', 'write'))::text[]) and row_status = 'draft' and chart.is_own(centre, 'chart.bone_density', bone_density));
create policy keeper_reads on chart.bone_density for select to osteon_keeper using (current_user = 'osteon_keeper');
create policy system_reads on chart.bone_density for select to osteon_system using (current_user = 'osteon_system');
create policy system_renames on chart.bone_density for update to osteon_system using (current_user = 'osteon_system');

-- A child's whole chart.
create or replace function chart.read(at text, child text) returns json language plpgsql stable
  as $$begin return json_build_object('adverse_effect', (select json_agg(one order by one.adverse_effect) from chart.adverse_effect_cells one where one.centre = at and one.patient = child), 'antibiotic', (select json_agg(one order by one.antibiotic) from chart.antibiotic_cells one where one.centre = at and one.patient = child), 'biopsy', (select json_agg(one order by one.biopsy) from chart.biopsy_cells one where one.centre = at and one.patient = child), 'bone_density', (select json_agg(one order by one.bone_density) from chart.bone_density_cells one where one.centre = at and one.patient = child), 'course', (select json_agg(one order by one.course) from chart.course_cells one where one.centre = at and one.patient = child), 'culture', (select json_agg(one order by one.culture) from chart.culture_cells one where one.centre = at and one.patient = child), 'imaging', (select json_agg(one order by one.imaging) from chart.imaging_cells one where one.centre = at and one.patient = child), 'joint', (select json_agg(one order by one.joint) from chart.joint_cells one where one.centre = at and one.patient = child), 'laboratory', (select json_agg(one order by one.laboratory) from chart.laboratory_cells one where one.centre = at and one.patient = child), 'lesion', (select json_agg(one order by one.lesion) from chart.lesion_cells one where one.centre = at and one.patient = child), 'lesion_observation', (select json_agg(one order by one.lesion_observation) from chart.lesion_observation_cells one where one.centre = at and one.patient = child), 'manifestation', (select json_agg(one order by one.manifestation) from chart.manifestation_cells one where one.centre = at and one.patient = child), 'patient', (select json_agg(one order by one.patient) from chart.patient_cells one where one.centre = at and one.patient = child), 'relapse', (select json_agg(one order by one.relapse) from chart.relapse_cells one where one.centre = at and one.patient = child), 'reported_score', (select json_agg(one order by one.reported_score) from chart.reported_score_cells one where one.centre = at and one.patient = child), 'sequela', (select json_agg(one order by one.sequela) from chart.sequela_cells one where one.centre = at and one.patient = child), 'treatment', (select json_agg(one order by one.treatment) from chart.treatment_cells one where one.centre = at and one.patient = child), 'visit', (select json_agg(one order by one.visit) from chart.visit_cells one where one.centre = at and one.patient = child)); end$$;

