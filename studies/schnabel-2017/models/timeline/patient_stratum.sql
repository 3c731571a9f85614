-- One row per study patient: unifocal or multifocal at diagnosis, and the class of presentation, null where the onset is not known.
SELECT
  study_patient.patient_no,
  CASE WHEN pattern.lesions_at_diagnosis > 1 THEN 'multifocal' WHEN pattern.lesions_at_diagnosis = 1 THEN 'unifocal' END AS focality,
  CASE
    WHEN study_patient.diagnosed_epoch_day - study_patient.onset_epoch_day >= rule.presentation_chronic_from_day THEN 'chronic'
    WHEN study_patient.diagnosed_epoch_day - study_patient.onset_epoch_day >= rule.presentation_subacute_from_day THEN 'subacute'
    WHEN study_patient.onset_epoch_day IS NOT NULL THEN 'unclassified'
  END AS presentation
FROM study_patient
CROSS JOIN protocol_rule AS rule
LEFT JOIN lesion_pattern AS pattern ON pattern.patient_no = study_patient.patient_no
