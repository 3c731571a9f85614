-- One row per study patient: days from the clock's zero to the first relapse after it, or to the last contact without one.
WITH first_treatment AS (
  SELECT patient_no, MIN(start_epoch_day) AS start_epoch_day
  FROM line
  WHERE entry = 'drug'
  GROUP BY patient_no
),
zeroed AS (
  SELECT
    study_patient.patient_no,
    study_patient.cohort,
    study_patient.last_contact_epoch_day,
    CASE
      WHEN rule.relapse_clock_zero = 'onset' THEN study_patient.onset_epoch_day
      WHEN rule.relapse_clock_zero = 'first-treatment' THEN first_treatment.start_epoch_day
      ELSE study_patient.diagnosed_epoch_day
    END AS zero_epoch_day
  FROM study_patient
  CROSS JOIN protocol_rule AS rule
  LEFT JOIN first_treatment ON first_treatment.patient_no = study_patient.patient_no
),
first_relapse AS (
  SELECT zeroed.patient_no, MIN(relapse.relapse_ordinal) AS relapse_ordinal
  FROM zeroed
  INNER JOIN relapse_event AS relapse
    ON relapse.patient_no = zeroed.patient_no AND relapse.relapse_epoch_day > zeroed.zero_epoch_day
  GROUP BY zeroed.patient_no
)
SELECT
  zeroed.patient_no,
  zeroed.cohort,
  zeroed.zero_epoch_day,
  CASE
    WHEN relapse.relapse_epoch_day IS NOT NULL THEN relapse.relapse_epoch_day - zeroed.zero_epoch_day
    WHEN zeroed.last_contact_epoch_day >= zeroed.zero_epoch_day THEN zeroed.last_contact_epoch_day - zeroed.zero_epoch_day
  END AS outcome_day,
  CASE WHEN relapse.relapse_epoch_day IS NOT NULL THEN 1 ELSE 0 END AS outcome_event,
  CASE
    WHEN zeroed.zero_epoch_day IS NULL THEN 'no-zero'
    WHEN relapse.relapse_epoch_day IS NOT NULL THEN 'relapsed'
    WHEN zeroed.last_contact_epoch_day < zeroed.zero_epoch_day THEN 'ended-before-zero'
    ELSE 'last-contact'
  END AS reason,
  relapse.relapse_visit_no,
  relapse.relapse_imaging_no,
  stratum.focality,
  stratum.presentation
FROM zeroed
INNER JOIN patient_stratum AS stratum ON stratum.patient_no = zeroed.patient_no
LEFT JOIN first_relapse ON first_relapse.patient_no = zeroed.patient_no
LEFT JOIN relapse_event AS relapse
  ON relapse.patient_no = first_relapse.patient_no AND relapse.relapse_ordinal = first_relapse.relapse_ordinal
