-- One row per freeze with a child in the study: the day that "now" means, that of the freeze or else the last visit or contact of any child, and how it is written.
WITH known AS (
  SELECT
    patient.last_contact_epoch_day AS epoch_day,
    patient.last_contact_on AS written
  FROM study_patient
  INNER JOIN patient ON patient.patient_no = study_patient.patient_no
  UNION ALL
  SELECT
    visit.visited_epoch_day AS epoch_day,
    visit.visited_on AS written
  FROM visit
  INNER JOIN study_patient ON study_patient.patient_no = visit.patient_no
),
latest AS (
  SELECT MAX(epoch_day) AS epoch_day
  FROM known
),
named AS (
  SELECT
    MAX(as_of_epoch_day) AS epoch_day,
    MAX(as_of_on) AS written
  FROM freeze_as_of
)
SELECT
  COALESCE(named.epoch_day, latest.epoch_day) AS now_epoch_day,
  COALESCE(named.written, MIN(known.written)) AS now_on
FROM latest
INNER JOIN known ON known.epoch_day = latest.epoch_day
CROSS JOIN named
GROUP BY latest.epoch_day, named.epoch_day, named.written
