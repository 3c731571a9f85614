-- One row per study patient whose spine was seen about a year after diagnosis: whether a lesion there was still active.
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
)
SELECT patient_no, vertebral_active
FROM numbered
WHERE place = 1
