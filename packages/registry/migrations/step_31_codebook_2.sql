-- Generated from the codebook by `npm run codebook`; do not edit.

-- patient: first_contact_on, died_on, genetic_diagnosis, undiagnosed_phenotype, contact_for_research, sample_available, biobank, hypophosphatasia_excluded, vitamin_c_deficiency_excluded, antimicrobial_response, family_cno, family_psoriasis, family_bowel_disease, family_arthritis
alter table chart.patient
  add column first_contact_on chart.partial_date,
  add column first_contact_on_missing chart.missing_reason check (first_contact_on_missing is null or first_contact_on is null),
  add column died_on chart.partial_date,
  add column died_on_missing chart.missing_reason check (died_on_missing is null or died_on is null),
  add column genetic_diagnosis text check (length(genetic_diagnosis) <= 200),
  add column genetic_diagnosis_missing chart.missing_reason check (genetic_diagnosis_missing is null or genetic_diagnosis is null),
  add column undiagnosed_phenotype text check (length(undiagnosed_phenotype) <= 200),
  add column undiagnosed_phenotype_missing chart.missing_reason check (undiagnosed_phenotype_missing is null or undiagnosed_phenotype is null),
  add column contact_for_research boolean,
  add column contact_for_research_missing chart.missing_reason check (contact_for_research_missing is null or contact_for_research is null),
  add column sample_available boolean,
  add column sample_available_missing chart.missing_reason check (sample_available_missing is null or sample_available is null),
  add column biobank text check (length(biobank) <= 200),
  add column biobank_missing chart.missing_reason check (biobank_missing is null or biobank is null),
  add column hypophosphatasia_excluded boolean,
  add column hypophosphatasia_excluded_missing chart.missing_reason check (hypophosphatasia_excluded_missing is null or hypophosphatasia_excluded is null),
  add column vitamin_c_deficiency_excluded boolean,
  add column vitamin_c_deficiency_excluded_missing chart.missing_reason check (vitamin_c_deficiency_excluded_missing is null or vitamin_c_deficiency_excluded is null),
  add column antimicrobial_response boolean,
  add column antimicrobial_response_missing chart.missing_reason check (antimicrobial_response_missing is null or antimicrobial_response is null),
  add column family_cno boolean,
  add column family_cno_missing chart.missing_reason check (family_cno_missing is null or family_cno is null),
  add column family_psoriasis boolean,
  add column family_psoriasis_missing chart.missing_reason check (family_psoriasis_missing is null or family_psoriasis is null),
  add column family_bowel_disease boolean,
  add column family_bowel_disease_missing chart.missing_reason check (family_bowel_disease_missing is null or family_bowel_disease is null),
  add column family_arthritis boolean,
  add column family_arthritis_missing chart.missing_reason check (family_arthritis_missing is null or family_arthritis is null),
  drop constraint complete_rows_obey,
  add constraint complete_rows_obey check (row_status = 'draft' or (as_typed = '{}'
    and centre is not null
    and cohort is not null
    and born_on is not null
    and diagnosed_on is not null
    and last_contact_on is not null
    and coalesce(chart.first_day(born_on::text) <= chart.last_day(onset_on::text), true)
    and coalesce(chart.first_day(onset_on::text) <= chart.last_day(diagnosed_on::text), true)
    and coalesce(chart.first_day(diagnosed_on::text) <= chart.last_day(last_contact_on::text), true)
    and coalesce(chart.first_day(born_on::text) <= chart.last_day(died_on::text), true)
    and coalesce(chart.first_day(born_on::text) <= chart.last_day(first_contact_on::text), true)));
grant insert (first_contact_on, first_contact_on_missing, died_on, died_on_missing, genetic_diagnosis, genetic_diagnosis_missing, undiagnosed_phenotype, undiagnosed_phenotype_missing, contact_for_research, contact_for_research_missing, sample_available, sample_available_missing, biobank, biobank_missing, hypophosphatasia_excluded, hypophosphatasia_excluded_missing, vitamin_c_deficiency_excluded, vitamin_c_deficiency_excluded_missing, antimicrobial_response, antimicrobial_response_missing, family_cno, family_cno_missing, family_psoriasis, family_psoriasis_missing, family_bowel_disease, family_bowel_disease_missing, family_arthritis, family_arthritis_missing), update (first_contact_on, first_contact_on_missing, died_on, died_on_missing, genetic_diagnosis, genetic_diagnosis_missing, undiagnosed_phenotype, undiagnosed_phenotype_missing, contact_for_research, contact_for_research_missing, sample_available, sample_available_missing, biobank, biobank_missing, hypophosphatasia_excluded, hypophosphatasia_excluded_missing, vitamin_c_deficiency_excluded, vitamin_c_deficiency_excluded_missing, antimicrobial_response, antimicrobial_response_missing, family_cno, family_cno_missing, family_psoriasis, family_psoriasis_missing, family_bowel_disease, family_bowel_disease_missing, family_arthritis, family_arthritis_missing) on chart.patient to osteon_member;
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

-- visit: visit_type, puberty, fatigue_nrs, clinical_lesions, missed_days, leg_length_difference_mm, functioning
alter table chart.visit
  add column visit_type text check (visit_type in ('scheduled', 'unscheduled', 'remote')),
  add column visit_type_missing chart.missing_reason check (visit_type_missing is null or visit_type is null),
  add column puberty text check (puberty in ('tanner_1', 'tanner_2', 'tanner_3', 'tanner_4', 'tanner_5')),
  add column puberty_missing chart.missing_reason check (puberty_missing is null or puberty is null),
  add column fatigue_nrs integer check (fatigue_nrs between 0 and 10),
  add column fatigue_nrs_missing chart.missing_reason check (fatigue_nrs_missing is null or fatigue_nrs is null),
  add column clinical_lesions integer check (clinical_lesions between 0 and 50),
  add column clinical_lesions_missing chart.missing_reason check (clinical_lesions_missing is null or clinical_lesions is null),
  add column missed_days integer check (missed_days between 0 and 28),
  add column missed_days_missing chart.missing_reason check (missed_days_missing is null or missed_days is null),
  add column leg_length_difference_mm integer check (leg_length_difference_mm between 0 and 200),
  add column leg_length_difference_mm_missing chart.missing_reason check (leg_length_difference_mm_missing is null or leg_length_difference_mm is null),
  add column functioning text check (length(functioning) <= 200),
  add column functioning_missing chart.missing_reason check (functioning_missing is null or functioning is null);
grant insert (visit_type, visit_type_missing, puberty, puberty_missing, fatigue_nrs, fatigue_nrs_missing, clinical_lesions, clinical_lesions_missing, missed_days, missed_days_missing, leg_length_difference_mm, leg_length_difference_mm_missing, functioning, functioning_missing), update (visit_type, visit_type_missing, puberty, puberty_missing, fatigue_nrs, fatigue_nrs_missing, clinical_lesions, clinical_lesions_missing, missed_days, missed_days_missing, leg_length_difference_mm, leg_length_difference_mm_missing, functioning, functioning_missing) on chart.visit to osteon_member;
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

-- laboratory: sampled_at, kit, kit_batch, analyte
alter table chart.laboratory
  add column sampled_at text check (length(sampled_at) <= 200),
  add column sampled_at_missing chart.missing_reason check (sampled_at_missing is null or sampled_at is null),
  add column kit text check (length(kit) <= 200),
  add column kit_missing chart.missing_reason check (kit_missing is null or kit is null),
  add column kit_batch text check (length(kit_batch) <= 200),
  add column kit_batch_missing chart.missing_reason check (kit_batch_missing is null or kit_batch is null),
  drop constraint laboratory_analyte_check,
  add constraint laboratory_analyte_check check (analyte in ('leukocytes', 'thrombocytes', 'neutrophils', 'lymphocytes', 'monocytes', 'haemoglobin', 'crp', 'esr', 'alt', 'ast', 'ggt', 'ldh', 'alp', 'calcium', 'phosphate', 'ferritin', 'igg', 'iga', 'igm', 'hla_b27', 'ana', 'band_neutrophils', 'saa', 's100a8_a9', 'vitamin_c', 'vitamin_d', 'il_6', 'il_12', 'mcp_1', 'sil_2r', 'ccl11', 'il_1ra'));
grant insert (sampled_at, sampled_at_missing, kit, kit_missing, kit_batch, kit_batch_missing), update (sampled_at, sampled_at_missing, kit, kit_missing, kit_batch, kit_batch_missing) on chart.laboratory to osteon_member;
drop view chart.laboratory_cells;
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

-- imaging: stir, t2_fat_sat, diffusion, contrast_given, field_strength_t, coronal, sagittal, axial, sedation, reader, read_blind
alter table chart.imaging
  add column stir boolean,
  add column stir_missing chart.missing_reason check (stir_missing is null or stir is null),
  add column t2_fat_sat boolean,
  add column t2_fat_sat_missing chart.missing_reason check (t2_fat_sat_missing is null or t2_fat_sat is null),
  add column diffusion boolean,
  add column diffusion_missing chart.missing_reason check (diffusion_missing is null or diffusion is null),
  add column contrast_given boolean,
  add column contrast_given_missing chart.missing_reason check (contrast_given_missing is null or contrast_given is null),
  add column field_strength_t numeric check (field_strength_t between 0.01 and 12 and scale(trim_scale(field_strength_t)) <= 2),
  add column field_strength_t_missing chart.missing_reason check (field_strength_t_missing is null or field_strength_t is null),
  add column coronal boolean,
  add column coronal_missing chart.missing_reason check (coronal_missing is null or coronal is null),
  add column sagittal boolean,
  add column sagittal_missing chart.missing_reason check (sagittal_missing is null or sagittal is null),
  add column axial boolean,
  add column axial_missing chart.missing_reason check (axial_missing is null or axial is null),
  add column sedation text check (sedation in ('awake', 'sedated', 'general_anaesthesia')),
  add column sedation_missing chart.missing_reason check (sedation_missing is null or sedation is null),
  add column reader text check (length(reader) <= 200),
  add column reader_missing chart.missing_reason check (reader_missing is null or reader is null),
  add column read_blind boolean,
  add column read_blind_missing chart.missing_reason check (read_blind_missing is null or read_blind is null);
grant insert (stir, stir_missing, t2_fat_sat, t2_fat_sat_missing, diffusion, diffusion_missing, contrast_given, contrast_given_missing, field_strength_t, field_strength_t_missing, coronal, coronal_missing, sagittal, sagittal_missing, axial, axial_missing, sedation, sedation_missing, reader, reader_missing, read_blind, read_blind_missing), update (stir, stir_missing, t2_fat_sat, t2_fat_sat_missing, diffusion, diffusion_missing, contrast_given, contrast_given_missing, field_strength_t, field_strength_t_missing, coronal, coronal_missing, sagittal, sagittal_missing, axial, axial_missing, sedation, sedation_missing, reader, reader_missing, read_blind, read_blind_missing) on chart.imaging to osteon_member;
drop view chart.imaging_cells;
create view chart.imaging_cells with (security_invoker = true) as
  select imaging,
    patient,
    chart.typed(as_typed, 'imaged_on', to_char(imaged_on, 'YYYY-MM-DD'), null) as imaged_on,
    chart.typed(as_typed, 'modality', modality::text, null) as modality,
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

-- lesion_observation: vertebral_collapse, cromris_marrow, cromris_extension, cromris_soft_tissue, cromris_expansion, cromris_collapse
alter table chart.lesion_observation
  add column vertebral_collapse boolean,
  add column vertebral_collapse_missing chart.missing_reason check (vertebral_collapse_missing is null or vertebral_collapse is null),
  add column cromris_marrow integer check (cromris_marrow between 0 and 7),
  add column cromris_marrow_missing chart.missing_reason check (cromris_marrow_missing is null or cromris_marrow is null),
  add column cromris_extension integer check (cromris_extension between 0 and 7),
  add column cromris_extension_missing chart.missing_reason check (cromris_extension_missing is null or cromris_extension is null),
  add column cromris_soft_tissue integer check (cromris_soft_tissue between 0 and 7),
  add column cromris_soft_tissue_missing chart.missing_reason check (cromris_soft_tissue_missing is null or cromris_soft_tissue is null),
  add column cromris_expansion integer check (cromris_expansion between 0 and 7),
  add column cromris_expansion_missing chart.missing_reason check (cromris_expansion_missing is null or cromris_expansion is null),
  add column cromris_collapse integer check (cromris_collapse between 0 and 7),
  add column cromris_collapse_missing chart.missing_reason check (cromris_collapse_missing is null or cromris_collapse is null);
grant insert (vertebral_collapse, vertebral_collapse_missing, cromris_marrow, cromris_marrow_missing, cromris_extension, cromris_extension_missing, cromris_soft_tissue, cromris_soft_tissue_missing, cromris_expansion, cromris_expansion_missing, cromris_collapse, cromris_collapse_missing), update (vertebral_collapse, vertebral_collapse_missing, cromris_marrow, cromris_marrow_missing, cromris_extension, cromris_extension_missing, cromris_soft_tissue, cromris_soft_tissue_missing, cromris_expansion, cromris_expansion_missing, cromris_collapse, cromris_collapse_missing) on chart.lesion_observation to osteon_member;
drop view chart.lesion_observation_cells;
create view chart.lesion_observation_cells with (security_invoker = true) as
  select lesion_observation,
    patient,
    chart.typed(as_typed, 'imaging', imaging::text, null) as imaging,
    chart.typed(as_typed, 'lesion', lesion::text, null) as lesion,
    chart.typed(as_typed, 'state', state::text, null) as state,
    chart.typed(as_typed, 'marginal_sclerosis', case marginal_sclerosis when true then 'yes' when false then 'no' end, marginal_sclerosis_missing) as marginal_sclerosis,
    chart.typed(as_typed, 'contrast_enhancement', case contrast_enhancement when true then 'yes' when false then 'no' end, contrast_enhancement_missing) as contrast_enhancement,
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

-- treatment: teeth_checked, drug
alter table chart.treatment
  add column teeth_checked boolean,
  add column teeth_checked_missing chart.missing_reason check (teeth_checked_missing is null or teeth_checked is null),
  drop constraint treatment_drug_check,
  add constraint treatment_drug_check check (drug in ('ibuprofen', 'naproxen', 'indometacin', 'diclofenac', 'meloxicam', 'celecoxib', 'etoricoxib', 'prednisolone', 'prednisone', 'methylprednisolone', 'methotrexate', 'sulfasalazine', 'leflunomide', 'azathioprine', 'etanercept', 'infliximab', 'adalimumab', 'certolizumab', 'golimumab', 'pamidronate', 'alendronate', 'ibandronate', 'risedronate', 'zoledronate', 'denosumab', 'anakinra', 'canakinumab', 'tocilizumab', 'secukinumab', 'ustekinumab', 'tofacitinib', 'baricitinib', 'upadacitinib', 'colchicine', 'mesalazine', 'other'));
grant insert (teeth_checked, teeth_checked_missing), update (teeth_checked, teeth_checked_missing) on chart.treatment to osteon_member;
drop view chart.treatment_cells;
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
    chart.typed(as_typed, 'teeth_checked', case teeth_checked when true then 'yes' when false then 'no' end, teeth_checked_missing) as teeth_checked,
    centre,
    row_status,
    version,
    written_at,
    written_by
  from chart.treatment;
grant select on chart.treatment_cells to osteon_member, osteon_keeper, osteon_system;

-- course: acute_phase_reaction
alter table chart.course
  add column acute_phase_reaction boolean,
  add column acute_phase_reaction_missing chart.missing_reason check (acute_phase_reaction_missing is null or acute_phase_reaction is null);
grant insert (acute_phase_reaction, acute_phase_reaction_missing), update (acute_phase_reaction, acute_phase_reaction_missing) on chart.course to osteon_member;
drop view chart.course_cells;
create view chart.course_cells with (security_invoker = true) as
  select course,
    patient,
    chart.typed(as_typed, 'treatment', treatment::text, null) as treatment,
    chart.typed(as_typed, 'cycle', cycle::text, null) as cycle,
    chart.typed(as_typed, 'cycle_day', cycle_day::text, null) as cycle_day,
    chart.typed(as_typed, 'given_on', to_char(given_on, 'YYYY-MM-DD'), null) as given_on,
    chart.typed(as_typed, 'dose', dose::text, dose_missing) as dose,
    chart.typed(as_typed, 'dose_unit', dose_unit::text, dose_unit_missing) as dose_unit,
    chart.typed(as_typed, 'acute_phase_reaction', case acute_phase_reaction when true then 'yes' when false then 'no' end, acute_phase_reaction_missing) as acute_phase_reaction,
    centre,
    row_status,
    version,
    written_at,
    written_by
  from chart.course;
grant select on chart.course_cells to osteon_member, osteon_keeper, osteon_system;

-- adverse_effect: effect
alter table chart.adverse_effect
  drop constraint adverse_effect_effect_check,
  add constraint adverse_effect_effect_check check (effect in ('fever', 'conjunctivitis', 'hypocalcaemia', 'abdominal_pain', 'reduced_general_condition', 'allergic_exanthema', 'gastrointestinal_bleeding', 'infection', 'liver_enzymes', 'acute_phase_reaction', 'dental', 'other'));

-- manifestation: kind
alter table chart.manifestation
  drop constraint manifestation_kind_check,
  add constraint manifestation_kind_check check (kind in ('arthritis', 'crohn', 'ulcerative_colitis', 'inflammatory_bowel_disease', 'palmoplantar_pustulosis', 'acne_fulminans', 'acne', 'psoriasis'));

-- sequela: level
alter table chart.sequela
  add column level text check (length(level) <= 200),
  add column level_missing chart.missing_reason check (level_missing is null or level is null);
grant insert (level, level_missing), update (level, level_missing) on chart.sequela to osteon_member;
drop view chart.sequela_cells;
create view chart.sequela_cells with (security_invoker = true) as
  select sequela,
    patient,
    chart.typed(as_typed, 'kind', kind::text, null) as kind,
    chart.typed(as_typed, 'bone', bone::text, bone_missing) as bone,
    chart.typed(as_typed, 'noticed_on', noticed_on::text, noticed_on_missing) as noticed_on,
    chart.typed(as_typed, 'level', level::text, level_missing) as level,
    centre,
    row_status,
    version,
    written_at,
    written_by
  from chart.sequela;
grant select on chart.sequela_cells to osteon_member, osteon_keeper, osteon_system;

