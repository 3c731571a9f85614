-- One row per sequela of a study patient: what it is and where.
SELECT
  sequela.sequela_no,
  sequela.patient_no,
  study_patient.cohort,
  sequela.kind,
  sequela.bone
FROM sequela
INNER JOIN study_patient ON study_patient.patient_no = sequela.patient_no
