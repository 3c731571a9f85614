-- One row per study patient: whether a plan was begun.
SELECT
  study_patient.patient_no,
  COALESCE(plan.line_class, 'none') AS plan
FROM study_patient
LEFT JOIN first_plan AS plan ON plan.patient_no = study_patient.patient_no
