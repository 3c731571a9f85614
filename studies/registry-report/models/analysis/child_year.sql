-- One row per study patient and calendar year from diagnosis to the last contact: whether there was a visit in it.
SELECT
  study_patient.patient_no,
  calendar.year AS calendar_year,
  MAX(CASE WHEN visit.visited_epoch_day BETWEEN calendar.first_epoch_day AND calendar.last_epoch_day THEN 1 ELSE 0 END) AS seen
FROM study_patient
INNER JOIN protocol_year AS calendar
  ON calendar.last_epoch_day >= study_patient.diagnosed_epoch_day
  AND calendar.first_epoch_day <= study_patient.last_contact_epoch_day
LEFT JOIN visit ON visit.patient_no = study_patient.patient_no
GROUP BY study_patient.patient_no, calendar.year
