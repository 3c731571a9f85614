-- One row per study patient with a visit: the days of the first and the last one, and the last one's number; of two on one day the lower number.
WITH days AS (
  SELECT
    visit.patient_no,
    MIN(visit.visited_epoch_day) AS first_visit_epoch_day,
    MAX(visit.visited_epoch_day) AS last_visit_epoch_day
  FROM visit
  INNER JOIN study_patient ON study_patient.patient_no = visit.patient_no
  GROUP BY visit.patient_no
)
SELECT
  days.patient_no,
  MIN(visit.visit_no) AS last_visit_no,
  days.first_visit_epoch_day,
  days.last_visit_epoch_day
FROM days
INNER JOIN visit ON visit.patient_no = days.patient_no AND visit.visited_epoch_day = days.last_visit_epoch_day
GROUP BY days.patient_no, days.first_visit_epoch_day, days.last_visit_epoch_day
