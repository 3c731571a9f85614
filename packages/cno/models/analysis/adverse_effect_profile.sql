-- One row per adverse effect of a study patient: what it was, under which line, in which part of it.
SELECT
  effect.adverse_effect_no,
  effect.patient_no,
  study_patient.cohort,
  treatment.drug_class AS line_class,
  effect.effect,
  effect.noticed_epoch_day - treatment.started_epoch_day AS day
FROM adverse_effect AS effect
INNER JOIN treatment ON treatment.treatment_no = effect.treatment_no
INNER JOIN study_patient ON study_patient.patient_no = effect.patient_no
