-- One row per patient in the study: diagnosed within the cohort's period, consent not withdrawn.
SELECT
  patient.patient_no,
  patient.cohort,
  patient.sex,
  patient.born_epoch_day,
  patient.onset_epoch_day,
  patient.diagnosed_epoch_day,
  patient.last_contact_epoch_day,
  patient.published_before
FROM patient
INNER JOIN protocol_cohort AS cohort
  ON cohort.cohort = patient.cohort
  AND patient.diagnosed_epoch_day BETWEEN cohort.first_epoch_day AND cohort.last_epoch_day
WHERE COALESCE(patient.consent, 'given') <> 'withdrawn'
