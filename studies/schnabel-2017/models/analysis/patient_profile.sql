-- One row per study patient: what Table 1 and the predictors need; 1 yes, 0 no, null unknown.
SELECT
  study_patient.patient_no,
  study_patient.cohort,
  study_patient.sex,
  study_patient.published_before,
  study_patient.onset_epoch_day - study_patient.born_epoch_day AS age_at_onset_days,
  study_patient.diagnosed_epoch_day - study_patient.born_epoch_day AS age_at_diagnosis_days,
  study_patient.diagnosed_epoch_day - study_patient.onset_epoch_day AS delay_days,
  study_patient.last_contact_epoch_day - study_patient.diagnosed_epoch_day AS follow_up_days,
  study_patient.diagnosed_epoch_day,
  CASE WHEN study_patient.diagnosed_epoch_day < rule.antibiotic_era_split_at_epoch_day THEN 1 ELSE 0 END AS diagnosed_early,
  stratum.presentation,
  CASE
    WHEN patient_relapse.patient_no IS NULL OR pattern.lesion_count = 1 OR stratum.presentation = 'unclassified' THEN 0
    WHEN pattern.lesion_count > 1 AND stratum.presentation IS NOT NULL THEN 1
  END AS crmo,
  COALESCE(patient_relapse.relapse_count, 0) AS relapse_count,
  CASE WHEN patient_relapse.relapse_count > 0 THEN 1 ELSE 0 END AS relapsed,
  visit.painful_sites,
  CASE WHEN visit.painful_sites > 1 THEN 1 WHEN visit.painful_sites IS NOT NULL THEN 0 END AS multifocal_pain,
  visit.painful_lower_extremity,
  visit.local_inflammation,
  visit.loss_of_function,
  visit.fever,
  visit.marker_elevated,
  visit.crp_elevated,
  visit.esr_elevated,
  COALESCE(manifestation.arthritis, 0) AS arthritis,
  CASE WHEN manifestation.patient_no IS NULL THEN 0 ELSE manifestation.arthritis_distant END AS arthritis_distant,
  manifestation.arthritis_distant_epoch_day - study_patient.onset_epoch_day AS arthritis_distant_days,
  COALESCE(manifestation.crohn, 0) AS crohn,
  COALESCE(manifestation.ulcerative_colitis, 0) AS ulcerative_colitis,
  COALESCE(manifestation.inflammatory_bowel_disease, 0) AS inflammatory_bowel_disease,
  COALESCE(manifestation.palmoplantar_pustulosis, 0) AS palmoplantar_pustulosis,
  COALESCE(manifestation.acne_fulminans, 0) AS acne_fulminans,
  COALESCE(manifestation.extraosseous, 0) AS extraosseous,
  COALESCE(manifestation.hyperostosis, 0) AS hyperostosis,
  COALESCE(manifestation.vertebral_fracture, 0) AS vertebral_fracture,
  COALESCE(manifestation.gibbus, 0) AS gibbus,
  COALESCE(manifestation.vessel_compression, 0) AS vessel_compression,
  COALESCE(manifestation.nerve_involvement, 0) AS nerve_involvement,
  COALESCE(manifestation.sequela, 0) AS sequela,
  pattern.lesion_count,
  CASE WHEN pattern.lesion_count > 1 THEN 1 WHEN pattern.lesion_count = 1 THEN 0 END AS multifocal_ever,
  CASE stratum.focality WHEN 'multifocal' THEN 0 WHEN 'unifocal' THEN 1 END AS unifocal_at_diagnosis,
  CASE WHEN imaging.imagings_at_diagnosis > 0 THEN COALESCE(pattern.vertebral_at_diagnosis, 0) END AS vertebral_at_diagnosis,
  spine.vertebral_active AS vertebral_active_after_one_year,
  imaging.whole_body_mri_at_diagnosis,
  imaging.regional_mri_at_diagnosis,
  CASE WHEN biopsy.patient_no IS NULL THEN 0 ELSE 1 END AS biopsied,
  biopsy.chronic_inflammation,
  marker.leukocytes_x1000,
  marker.thrombocytes_x1000,
  marker.neutrophils_x1000,
  marker.lymphocytes_x1000,
  marker.monocytes_x1000,
  marker.crp_x1000,
  marker.esr_x1000,
  marker.leukocytosis,
  marker.thrombocytosis,
  marker.monocytosis,
  marker.normal_blood_count,
  marker.hla_b27_positive,
  marker.ana_positive,
  marker.ana_titre_x1000,
  patient_line.nsaid,
  patient_line.steroid,
  patient_line.dmard,
  patient_line.tnf_inhibitor,
  patient_line.bisphosphonate,
  patient_line.antibiotic,
  patient_line.response_groups,
  patient_line.treated_days,
  patient_antibiotic.intravenous_days,
  patient_antibiotic.oral_days
FROM study_patient
CROSS JOIN protocol_rule AS rule
INNER JOIN patient_stratum AS stratum ON stratum.patient_no = study_patient.patient_no
LEFT JOIN baseline_visit AS visit ON visit.patient_no = study_patient.patient_no
LEFT JOIN patient_manifestation AS manifestation ON manifestation.patient_no = study_patient.patient_no
LEFT JOIN lesion_pattern AS pattern ON pattern.patient_no = study_patient.patient_no
LEFT JOIN patient_imaging AS imaging ON imaging.patient_no = study_patient.patient_no
LEFT JOIN spine_after_one_year AS spine ON spine.patient_no = study_patient.patient_no
LEFT JOIN patient_biopsy AS biopsy ON biopsy.patient_no = study_patient.patient_no
LEFT JOIN baseline_marker AS marker ON marker.patient_no = study_patient.patient_no
LEFT JOIN patient_line ON patient_line.patient_no = study_patient.patient_no
LEFT JOIN patient_antibiotic ON patient_antibiotic.patient_no = study_patient.patient_no
LEFT JOIN patient_relapse ON patient_relapse.patient_no = study_patient.patient_no
