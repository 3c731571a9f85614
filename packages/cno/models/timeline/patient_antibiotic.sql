-- One row per study patient with antibiotics: days by each route, first to last day summed over the courses.
SELECT
  antibiotic.patient_no,
  CAST(SUM(CAST(antibiotic.stopped_epoch_day - antibiotic.started_epoch_day AS BIGINT)) FILTER (WHERE antibiotic.route = 'intravenous') AS BIGINT)
    AS intravenous_days,
  CAST(SUM(CAST(antibiotic.stopped_epoch_day - antibiotic.started_epoch_day AS BIGINT)) FILTER (WHERE antibiotic.route = 'oral') AS BIGINT)
    AS oral_days
FROM antibiotic
INNER JOIN study_patient ON study_patient.patient_no = antibiotic.patient_no
GROUP BY antibiotic.patient_no
