-- One row per chart: the disease that brought the child here, and whether the child is in the study.
SELECT
  patient.patient_no,
  patient.cohort,
  CASE WHEN study_patient.patient_no IS NULL THEN 0 ELSE 1 END AS in_study
FROM patient
LEFT JOIN study_patient ON study_patient.patient_no = patient.patient_no
