-- One row per line: how long it lasted, how long the disease had lasted before, and who received it; 1 yes, 0 no, null unknown.
WITH effect AS (
  SELECT adverse_effect.patient_no, opens.line_class, COUNT(*) AS effects
  FROM adverse_effect
  INNER JOIN treatment ON treatment.treatment_no = adverse_effect.treatment_no
  INNER JOIN protocol_group_drug AS opens ON opens.drug = treatment.drug OR opens.drug_class = treatment.drug_class
  GROUP BY adverse_effect.patient_no, opens.line_class
)
SELECT
  line.patient_no,
  line.line_class,
  line.cohort,
  line.in_response,
  line.concomitant,
  CASE WHEN line.stop_known = 1 THEN COALESCE(line.stop_epoch_day, study_patient.last_contact_epoch_day) - line.start_epoch_day END AS exposure_days,
  line.start_epoch_day - study_patient.onset_epoch_day AS disease_days_before,
  line.start_epoch_day - study_patient.diagnosed_epoch_day AS start_day,
  CASE WHEN line.escalated_epoch_day IS NOT NULL THEN 1 ELSE 0 END AS escalated,
  CASE WHEN effect.effects > 0 THEN 1 ELSE 0 END AS adverse_effect,
  study_patient.sex,
  CASE WHEN imaging.imagings_at_diagnosis > 0 THEN COALESCE(pattern.vertebral_at_diagnosis, 0) END AS vertebral_at_diagnosis,
  CASE WHEN pattern.lesion_count > 1 THEN 1 WHEN pattern.lesion_count = 1 THEN 0 END AS multifocal,
  COALESCE(manifestation.vertebral_fracture, 0) AS vertebral_fracture,
  COALESCE(manifestation.arthritis, 0) AS arthritis,
  CASE WHEN manifestation.arthritis = 1 OR manifestation.inflammatory_bowel_disease = 1 THEN 1 ELSE 0 END AS arthritis_or_bowel_disease
FROM line
INNER JOIN study_patient ON study_patient.patient_no = line.patient_no
LEFT JOIN effect ON effect.patient_no = line.patient_no AND effect.line_class = line.line_class
LEFT JOIN lesion_pattern AS pattern ON pattern.patient_no = line.patient_no
LEFT JOIN patient_imaging AS imaging ON imaging.patient_no = line.patient_no
LEFT JOIN patient_manifestation AS manifestation ON manifestation.patient_no = line.patient_no
