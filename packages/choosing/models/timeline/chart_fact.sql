-- One row per chosen field and row of the chart that says something of it (patient_no, field, source, row_no): its day and its value, a whole number or a text; null unknown.
-- Made by packages/choosing/bin/write-models.ts.
SELECT
  patient.patient_no,
  chosen.field,
  'patient' AS source,
  patient.patient_no AS row_no,
  CAST(NULL AS INTEGER) AS day,
  CASE chosen.field
    WHEN 'patient.published_before' THEN CAST(patient.published_before AS BIGINT)
    WHEN 'patient.contact_for_research' THEN CAST(patient.contact_for_research AS BIGINT)
    WHEN 'patient.sample_available' THEN CAST(patient.sample_available AS BIGINT)
    WHEN 'patient.hypophosphatasia_excluded' THEN CAST(patient.hypophosphatasia_excluded AS BIGINT)
    WHEN 'patient.vitamin_c_deficiency_excluded' THEN CAST(patient.vitamin_c_deficiency_excluded AS BIGINT)
    WHEN 'patient.malignancy_excluded' THEN CAST(patient.malignancy_excluded AS BIGINT)
    WHEN 'patient.infection_excluded' THEN CAST(patient.infection_excluded AS BIGINT)
    WHEN 'patient.antimicrobial_response' THEN CAST(patient.antimicrobial_response AS BIGINT)
    WHEN 'patient.family_cno' THEN CAST(patient.family_cno AS BIGINT)
    WHEN 'patient.family_psoriasis' THEN CAST(patient.family_psoriasis AS BIGINT)
    WHEN 'patient.family_bowel_disease' THEN CAST(patient.family_bowel_disease AS BIGINT)
    WHEN 'patient.family_arthritis' THEN CAST(patient.family_arthritis AS BIGINT)
  END AS value_number,
  CASE chosen.field
    WHEN 'patient.centre' THEN patient.centre
    WHEN 'patient.cohort' THEN patient.cohort
    WHEN 'patient.sex' THEN patient.sex
    WHEN 'patient.consent' THEN patient.consent
    WHEN 'patient.status' THEN patient.status
    WHEN 'patient.genetic_diagnosis' THEN patient.genetic_diagnosis
    WHEN 'patient.undiagnosed_phenotype' THEN patient.undiagnosed_phenotype
    WHEN 'patient.biobank' THEN patient.biobank
  END AS value_text
FROM patient
INNER JOIN protocol_chosen_field AS chosen ON chosen.chart_table = 'patient'
UNION ALL
SELECT
  visit.patient_no,
  chosen.field,
  'visit' AS source,
  visit.visit_no AS row_no,
  visit.visited_epoch_day AS day,
  CASE chosen.field
    WHEN 'visit.weight_kg' THEN CAST(visit.weight_kg_x10 AS BIGINT)
    WHEN 'visit.height_cm' THEN CAST(visit.height_cm_x10 AS BIGINT)
    WHEN 'visit.temperature_cel' THEN CAST(visit.temperature_cel_x10 AS BIGINT)
    WHEN 'visit.pain_nrs' THEN CAST(visit.pain_nrs AS BIGINT)
    WHEN 'visit.patient_global_nrs' THEN CAST(visit.patient_global_nrs AS BIGINT)
    WHEN 'visit.physician_global_nrs' THEN CAST(visit.physician_global_nrs AS BIGINT)
    WHEN 'visit.chaq' THEN CAST(visit.chaq_x1000 AS BIGINT)
    WHEN 'visit.swelling' THEN CAST(visit.swelling AS BIGINT)
    WHEN 'visit.redness' THEN CAST(visit.redness AS BIGINT)
    WHEN 'visit.heat' THEN CAST(visit.heat AS BIGINT)
    WHEN 'visit.tenderness' THEN CAST(visit.tenderness AS BIGINT)
    WHEN 'visit.reduced_range' THEN CAST(visit.reduced_range AS BIGINT)
    WHEN 'visit.abnormal_gait' THEN CAST(visit.abnormal_gait AS BIGINT)
    WHEN 'visit.painful_sites' THEN CAST(visit.painful_sites AS BIGINT)
    WHEN 'visit.painful_lower_extremity' THEN CAST(visit.painful_lower_extremity AS BIGINT)
    WHEN 'visit.fatigue_nrs' THEN CAST(visit.fatigue_nrs AS BIGINT)
    WHEN 'visit.clinical_lesions' THEN CAST(visit.clinical_lesions AS BIGINT)
    WHEN 'visit.missed_days' THEN CAST(visit.missed_days AS BIGINT)
    WHEN 'visit.leg_length_difference_mm' THEN CAST(visit.leg_length_difference_mm AS BIGINT)
  END AS value_number,
  CASE chosen.field
    WHEN 'visit.subjective_change' THEN visit.subjective_change
    WHEN 'visit.recorded_outcome' THEN visit.recorded_outcome
    WHEN 'visit.visit_type' THEN visit.visit_type
    WHEN 'visit.puberty' THEN visit.puberty
    WHEN 'visit.functioning' THEN visit.functioning
  END AS value_text
FROM visit
INNER JOIN protocol_chosen_field AS chosen ON chosen.chart_table = 'visit'
UNION ALL
SELECT
  culture.patient_no,
  chosen.field,
  'culture' AS source,
  culture.culture_no AS row_no,
  culture.sampled_epoch_day AS day,
  CAST(NULL AS BIGINT) AS value_number,
  CASE chosen.field
    WHEN 'culture.material' THEN culture.material
    WHEN 'culture.growth' THEN culture.growth
    WHEN 'culture.organism' THEN culture.organism
  END AS value_text
FROM culture
INNER JOIN protocol_chosen_field AS chosen ON chosen.chart_table = 'culture'
UNION ALL
SELECT
  biopsy.patient_no,
  chosen.field,
  'biopsy' AS source,
  biopsy.biopsy_no AS row_no,
  biopsy.taken_epoch_day AS day,
  CAST(NULL AS BIGINT) AS value_number,
  CASE chosen.field
    WHEN 'biopsy.bone' THEN biopsy.bone
    WHEN 'biopsy.finding' THEN biopsy.finding
  END AS value_text
FROM biopsy
INNER JOIN protocol_chosen_field AS chosen ON chosen.chart_table = 'biopsy'
UNION ALL
SELECT
  imaging.patient_no,
  chosen.field,
  'imaging' AS source,
  imaging.imaging_no AS row_no,
  imaging.imaged_epoch_day AS day,
  CASE chosen.field
    WHEN 'imaging.native_t1' THEN CAST(imaging.native_t1 AS BIGINT)
    WHEN 'imaging.contrast_t1_fat_sat' THEN CAST(imaging.contrast_t1_fat_sat AS BIGINT)
    WHEN 'imaging.tirm' THEN CAST(imaging.tirm AS BIGINT)
    WHEN 'imaging.stir' THEN CAST(imaging.stir AS BIGINT)
    WHEN 'imaging.t2_fat_sat' THEN CAST(imaging.t2_fat_sat AS BIGINT)
    WHEN 'imaging.diffusion' THEN CAST(imaging.diffusion AS BIGINT)
    WHEN 'imaging.contrast_given' THEN CAST(imaging.contrast_given AS BIGINT)
    WHEN 'imaging.field_strength_t' THEN CAST(imaging.field_strength_t_x100 AS BIGINT)
    WHEN 'imaging.coronal' THEN CAST(imaging.coronal AS BIGINT)
    WHEN 'imaging.sagittal' THEN CAST(imaging.sagittal AS BIGINT)
    WHEN 'imaging.axial' THEN CAST(imaging.axial AS BIGINT)
    WHEN 'imaging.read_blind' THEN CAST(imaging.read_blind AS BIGINT)
  END AS value_number,
  CASE chosen.field
    WHEN 'imaging.modality' THEN imaging.modality
    WHEN 'imaging.region' THEN imaging.region
    WHEN 'imaging.sedation' THEN imaging.sedation
    WHEN 'imaging.reader' THEN imaging.reader
  END AS value_text
FROM imaging
INNER JOIN protocol_chosen_field AS chosen ON chosen.chart_table = 'imaging'
UNION ALL
SELECT
  lesion_observation.patient_no,
  chosen.field,
  'lesion_observation' AS source,
  lesion_observation.lesion_observation_no AS row_no,
  imaging.imaged_epoch_day AS day,
  CASE chosen.field
    WHEN 'lesion_observation.marginal_sclerosis' THEN CAST(lesion_observation.marginal_sclerosis AS BIGINT)
    WHEN 'lesion_observation.contrast_enhancement' THEN CAST(lesion_observation.contrast_enhancement AS BIGINT)
    WHEN 'lesion_observation.size_mm' THEN CAST(lesion_observation.size_mm AS BIGINT)
    WHEN 'lesion_observation.soft_tissue' THEN CAST(lesion_observation.soft_tissue AS BIGINT)
    WHEN 'lesion_observation.vertebral_collapse' THEN CAST(lesion_observation.vertebral_collapse AS BIGINT)
    WHEN 'lesion_observation.cromris_marrow' THEN CAST(lesion_observation.cromris_marrow AS BIGINT)
    WHEN 'lesion_observation.cromris_extension' THEN CAST(lesion_observation.cromris_extension AS BIGINT)
    WHEN 'lesion_observation.cromris_soft_tissue' THEN CAST(lesion_observation.cromris_soft_tissue AS BIGINT)
    WHEN 'lesion_observation.cromris_expansion' THEN CAST(lesion_observation.cromris_expansion AS BIGINT)
    WHEN 'lesion_observation.cromris_collapse' THEN CAST(lesion_observation.cromris_collapse AS BIGINT)
  END AS value_number,
  CASE chosen.field
    WHEN 'lesion_observation.state' THEN lesion_observation.state
  END AS value_text
FROM lesion_observation
INNER JOIN protocol_chosen_field AS chosen ON chosen.chart_table = 'lesion_observation'
INNER JOIN imaging ON imaging.imaging_no = lesion_observation.imaging_no
UNION ALL
SELECT
  treatment.patient_no,
  chosen.field,
  'treatment' AS source,
  treatment.treatment_no AS row_no,
  treatment.started_epoch_day AS day,
  CASE chosen.field
    WHEN 'treatment.dose' THEN CAST(treatment.dose_x100 AS BIGINT)
    WHEN 'treatment.teeth_checked' THEN CAST(treatment.teeth_checked AS BIGINT)
  END AS value_number,
  CASE chosen.field
    WHEN 'treatment.drug' THEN treatment.drug
    WHEN 'treatment.drug_class' THEN treatment.drug_class
    WHEN 'treatment.dose_unit' THEN treatment.dose_unit
    WHEN 'treatment.route' THEN treatment.route
    WHEN 'treatment.stop_reason' THEN treatment.stop_reason
  END AS value_text
FROM treatment
INNER JOIN protocol_chosen_field AS chosen ON chosen.chart_table = 'treatment'
UNION ALL
SELECT
  course.patient_no,
  chosen.field,
  'course' AS source,
  course.course_no AS row_no,
  course.given_epoch_day AS day,
  CASE chosen.field
    WHEN 'course.cycle' THEN CAST(course.cycle AS BIGINT)
    WHEN 'course.cycle_day' THEN CAST(course.cycle_day AS BIGINT)
    WHEN 'course.dose' THEN CAST(course.dose_x100 AS BIGINT)
    WHEN 'course.acute_phase_reaction' THEN CAST(course.acute_phase_reaction AS BIGINT)
  END AS value_number,
  CASE chosen.field
    WHEN 'course.dose_unit' THEN course.dose_unit
  END AS value_text
FROM course
INNER JOIN protocol_chosen_field AS chosen ON chosen.chart_table = 'course'
UNION ALL
SELECT
  antibiotic.patient_no,
  chosen.field,
  'antibiotic' AS source,
  antibiotic.antibiotic_no AS row_no,
  antibiotic.started_epoch_day AS day,
  CAST(NULL AS BIGINT) AS value_number,
  CASE chosen.field
    WHEN 'antibiotic.substance' THEN antibiotic.substance
    WHEN 'antibiotic.route' THEN antibiotic.route
    WHEN 'antibiotic.indication' THEN antibiotic.indication
  END AS value_text
FROM antibiotic
INNER JOIN protocol_chosen_field AS chosen ON chosen.chart_table = 'antibiotic'
UNION ALL
SELECT
  adverse_effect.patient_no,
  chosen.field,
  'adverse_effect' AS source,
  adverse_effect.adverse_effect_no AS row_no,
  adverse_effect.noticed_epoch_day AS day,
  CAST(NULL AS BIGINT) AS value_number,
  CASE chosen.field
    WHEN 'adverse_effect.effect' THEN adverse_effect.effect
    WHEN 'adverse_effect.severity' THEN adverse_effect.severity
  END AS value_text
FROM adverse_effect
INNER JOIN protocol_chosen_field AS chosen ON chosen.chart_table = 'adverse_effect'
UNION ALL
SELECT
  manifestation.patient_no,
  chosen.field,
  'manifestation' AS source,
  manifestation.manifestation_no AS row_no,
  manifestation.noticed_epoch_day AS day,
  CASE chosen.field
    WHEN 'manifestation.distant_from_lesions' THEN CAST(manifestation.distant_from_lesions AS BIGINT)
  END AS value_number,
  CASE chosen.field
    WHEN 'manifestation.kind' THEN manifestation.kind
  END AS value_text
FROM manifestation
INNER JOIN protocol_chosen_field AS chosen ON chosen.chart_table = 'manifestation'
UNION ALL
SELECT
  joint.patient_no,
  chosen.field,
  'joint' AS source,
  joint.joint_no AS row_no,
  manifestation.noticed_epoch_day AS day,
  CAST(NULL AS BIGINT) AS value_number,
  CASE chosen.field
    WHEN 'joint.site' THEN joint.site
  END AS value_text
FROM joint
INNER JOIN protocol_chosen_field AS chosen ON chosen.chart_table = 'joint'
INNER JOIN manifestation ON manifestation.manifestation_no = joint.manifestation_no
UNION ALL
SELECT
  sequela.patient_no,
  chosen.field,
  'sequela' AS source,
  sequela.sequela_no AS row_no,
  sequela.noticed_epoch_day AS day,
  CAST(NULL AS BIGINT) AS value_number,
  CASE chosen.field
    WHEN 'sequela.kind' THEN sequela.kind
    WHEN 'sequela.bone' THEN sequela.bone
    WHEN 'sequela.level' THEN sequela.level
  END AS value_text
FROM sequela
INNER JOIN protocol_chosen_field AS chosen ON chosen.chart_table = 'sequela'
UNION ALL
SELECT
  relapse.patient_no,
  chosen.field,
  'relapse' AS source,
  relapse.relapse_no AS row_no,
  relapse.noticed_epoch_day AS day,
  CASE chosen.field
    WHEN 'relapse.new_symptoms' THEN CAST(relapse.new_symptoms AS BIGINT)
    WHEN 'relapse.new_lesion' THEN CAST(relapse.new_lesion AS BIGINT)
  END AS value_number,
  CAST(NULL AS VARCHAR) AS value_text
FROM relapse
INNER JOIN protocol_chosen_field AS chosen ON chosen.chart_table = 'relapse'
