-- One row per study patient with imaging: what was done around diagnosis, and what the spine shows a year later.
WITH year_spine AS (
  SELECT
    imaging.patient_no,
    imaging.imaging_no,
    MIN(CASE WHEN rule.visit_tie_counts = 'later' THEN -imaging.imaged_epoch_day ELSE imaging.imaged_epoch_day END) AS tie_day,
    MAX(CASE WHEN observation.state IN ('new', 'active', 'remaining') THEN 1 ELSE 0 END) AS vertebral_active,
    MIN(ABS(imaging.imaged_epoch_day - study_patient.diagnosed_epoch_day - rule.one_year_imaging_target_day)) AS distance
  FROM imaging
  INNER JOIN study_patient ON study_patient.patient_no = imaging.patient_no
  INNER JOIN lesion_observation AS observation ON observation.imaging_no = imaging.imaging_no
  INNER JOIN lesion_place AS place ON place.lesion_no = observation.lesion_no AND place.region = 'spine'
  CROSS JOIN protocol_rule AS rule
  WHERE imaging.modality IN ('whole_body_mri', 'regional_mri')
    AND imaging.imaged_epoch_day - study_patient.diagnosed_epoch_day BETWEEN rule.one_year_imaging_first_day AND rule.one_year_imaging_last_day
  GROUP BY imaging.patient_no, imaging.imaging_no
),
numbered AS (
  SELECT patient_no, vertebral_active, ROW_NUMBER() OVER (PARTITION BY patient_no ORDER BY distance, tie_day, imaging_no) AS place
  FROM year_spine
),
at_diagnosis AS (
  SELECT
    imaging.patient_no,
    CAST(COUNT(*) AS INTEGER) AS imagings,
    MAX(CASE WHEN imaging.modality = 'whole_body_mri' THEN 1 ELSE 0 END) AS whole_body_mri,
    MAX(CASE WHEN imaging.modality = 'regional_mri' THEN 1 ELSE 0 END) AS regional_mri,
    MAX(finding.marginal_sclerosis) AS marginal_sclerosis
  FROM imaging
  INNER JOIN study_patient ON study_patient.patient_no = imaging.patient_no
  CROSS JOIN protocol_rule AS rule
  LEFT JOIN imaging_finding AS finding ON finding.imaging_no = imaging.imaging_no
  WHERE imaging.imaged_epoch_day - study_patient.diagnosed_epoch_day BETWEEN rule.diagnosis_imaging_first_day AND rule.diagnosis_imaging_last_day
  GROUP BY imaging.patient_no
)
SELECT
  study_patient.patient_no,
  COALESCE(at_diagnosis.imagings, 0) AS imagings_at_diagnosis,
  COALESCE(at_diagnosis.whole_body_mri, 0) AS whole_body_mri_at_diagnosis,
  COALESCE(at_diagnosis.regional_mri, 0) AS regional_mri_at_diagnosis,
  at_diagnosis.marginal_sclerosis,
  numbered.vertebral_active AS vertebral_active_after_one_year
FROM study_patient
LEFT JOIN at_diagnosis ON at_diagnosis.patient_no = study_patient.patient_no
LEFT JOIN numbered ON numbered.patient_no = study_patient.patient_no AND numbered.place = 1
