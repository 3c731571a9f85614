-- One row per treatment of a study patient: the drug, its dose and how long it was given.
SELECT
  treatment.treatment_no,
  treatment.patient_no,
  study_patient.cohort,
  treatment.drug,
  treatment.drug_class,
  treatment.dose_x100,
  treatment.dose_unit,
  treatment.stopped_epoch_day - treatment.started_epoch_day AS exposure_days,
  treatment.stop_reason
FROM treatment
INNER JOIN study_patient ON study_patient.patient_no = treatment.patient_no
