-- One row per study patient and chosen field of the child as such (patient_no, field): a whole number, of times in days; null unknown.
SELECT
  study_patient.patient_no,
  chosen.field,
  CAST(
    CASE chosen.field
      WHEN 'child.age_at_diagnosis' THEN study_patient.diagnosed_epoch_day - study_patient.born_epoch_day
      WHEN 'child.delay' THEN study_patient.diagnosed_epoch_day - study_patient.onset_epoch_day
      WHEN 'child.follow_up' THEN study_patient.last_contact_epoch_day - study_patient.diagnosed_epoch_day
      WHEN 'child.lesions_at_diagnosis' THEN CASE WHEN imaging.imagings_at_diagnosis > 0 THEN COALESCE(pattern.lesions_at_diagnosis, 0) END
    END AS BIGINT
  ) AS value_number
FROM study_patient
INNER JOIN protocol_chosen_field AS chosen ON chosen.chart_table = 'child'
LEFT JOIN patient_imaging AS imaging ON imaging.patient_no = study_patient.patient_no
LEFT JOIN lesion_pattern AS pattern ON pattern.patient_no = study_patient.patient_no
