-- One row per adverse effect of a study patient: what it was, how severe, and the class of the drug held responsible.
SELECT
  effect.adverse_effect_no,
  effect.patient_no,
  effect.effect,
  effect.severity,
  treatment.drug,
  treatment.drug_class
FROM adverse_effect AS effect
INNER JOIN study_patient ON study_patient.patient_no = effect.patient_no
INNER JOIN treatment ON treatment.treatment_no = effect.treatment_no
