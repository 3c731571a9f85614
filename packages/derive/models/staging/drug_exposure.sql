-- One row per patient and line class given: from its first start to its last stop, and whether it was last stopped for inefficacy.
WITH given AS (
  SELECT patient_no, drug_class AS line_class, treatment_no AS source_no, started_epoch_day, stopped_epoch_day, stop_reason
  FROM treatment
  UNION ALL
  SELECT patient_no, 'antibiotic' AS line_class, antibiotic_no AS source_no, started_epoch_day, stopped_epoch_day, NULL AS stop_reason
  FROM antibiotic
)
SELECT
  patient_no,
  line_class,
  MIN(started_epoch_day) AS start_epoch_day,
  CASE WHEN COUNT(*) = COUNT(stopped_epoch_day) THEN MAX(stopped_epoch_day) END AS stop_epoch_day,
  CASE
    WHEN COUNT(*) = COUNT(stopped_epoch_day)
      AND MAX(stopped_epoch_day) FILTER (WHERE stop_reason = 'inefficacy') = MAX(stopped_epoch_day)
      THEN MAX(stopped_epoch_day)
  END AS ineffective_epoch_day,
  MIN(source_no) AS first_source_no
FROM given
GROUP BY patient_no, line_class
