-- One row per study patient and analyte measured around diagnosis: the result and the laboratory's own limits.
SELECT
  laboratory.patient_no,
  laboratory.analyte,
  study_patient.cohort,
  laboratory.laboratory_no,
  laboratory.value_x1000,
  laboratory.lower_limit_x1000,
  laboratory.upper_limit_x1000
FROM baseline_laboratory AS laboratory
INNER JOIN study_patient ON study_patient.patient_no = laboratory.patient_no
