-- One row per study patient with antibiotics: days by each route, first to last day summed over the courses; null where the last day of one is not known.
SELECT
  antibiotic.patient_no,
  CASE
    WHEN COUNT(*) FILTER (WHERE antibiotic.route = 'intravenous' AND antibiotic.stopped_epoch_day IS NULL) = 0
      THEN CAST(SUM(CAST(antibiotic.stopped_epoch_day - antibiotic.started_epoch_day AS BIGINT)) FILTER (WHERE antibiotic.route = 'intravenous') AS BIGINT)
  END AS intravenous_days,
  CASE
    WHEN COUNT(*) FILTER (WHERE antibiotic.route = 'oral' AND antibiotic.stopped_epoch_day IS NULL) = 0
      THEN CAST(SUM(CAST(antibiotic.stopped_epoch_day - antibiotic.started_epoch_day AS BIGINT)) FILTER (WHERE antibiotic.route = 'oral') AS BIGINT)
  END AS oral_days
FROM antibiotic
INNER JOIN study_patient ON study_patient.patient_no = antibiotic.patient_no
GROUP BY antibiotic.patient_no
