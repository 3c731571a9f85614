-- One row per study patient with imaging: what was done around diagnosis.
WITH at_diagnosis AS (
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
  at_diagnosis.marginal_sclerosis
FROM study_patient
LEFT JOIN at_diagnosis ON at_diagnosis.patient_no = study_patient.patient_no
