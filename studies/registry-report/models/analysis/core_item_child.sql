-- One row per study patient and core item: whether the chart has it, at the last visit, around diagnosis or ever; 1 yes, 0 no.
WITH at_last AS (
  SELECT
    study_patient.patient_no,
    patient.centre,
    COALESCE(recorded.pain, 0) AS pain,
    COALESCE(recorded.patient_global, 0) AS patient_global,
    COALESCE(recorded.physician_global, 0) AS physician_global,
    COALESCE(recorded.weight, 0) AS weight,
    COALESCE(recorded.esr, 0) AS esr,
    COALESCE(recorded.crp, 0) AS crp,
    COALESCE(recorded.chaq, 0) AS chaq,
    COALESCE(imaging.whole_body_mri_at_diagnosis, 0) AS whole_body_mri,
    CASE WHEN reading.images_read > 0 THEN 1 ELSE 0 END AS lesion_count,
    CASE WHEN ordered.patient_no IS NULL THEN 0 ELSE 1 END AS drugs
  FROM study_patient
  INNER JOIN patient ON patient.patient_no = study_patient.patient_no
  LEFT JOIN first_and_last_visit AS visits ON visits.patient_no = study_patient.patient_no
  LEFT JOIN core_value AS recorded ON recorded.visit_no = visits.last_visit_no
  LEFT JOIN patient_imaging AS imaging ON imaging.patient_no = study_patient.patient_no
  LEFT JOIN diagnosis_reading AS reading ON reading.patient_no = study_patient.patient_no
  LEFT JOIN treatment_order AS ordered ON ordered.patient_no = study_patient.patient_no AND ordered.place = 1
)
SELECT
  at_last.patient_no,
  at_last.centre,
  core_item.item,
  CASE core_item.item
    WHEN 'pain' THEN at_last.pain
    WHEN 'patient_global' THEN at_last.patient_global
    WHEN 'physician_global' THEN at_last.physician_global
    WHEN 'weight' THEN at_last.weight
    WHEN 'esr' THEN at_last.esr
    WHEN 'crp' THEN at_last.crp
    WHEN 'chaq' THEN at_last.chaq
    WHEN 'whole_body_mri' THEN at_last.whole_body_mri
    WHEN 'lesion_count' THEN at_last.lesion_count
    WHEN 'drugs' THEN at_last.drugs
  END AS recorded
FROM at_last
CROSS JOIN protocol_core_item AS core_item
