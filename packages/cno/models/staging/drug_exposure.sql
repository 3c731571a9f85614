-- One row per patient and group given what opens it: from its first start to its last stop, whether all stops are known (a day, or that it goes on), and whether it was last stopped for inefficacy.
WITH given AS (
  SELECT
    treatment.patient_no,
    opens.line_class,
    treatment.treatment_no AS source_no,
    treatment.started_epoch_day,
    treatment.stopped_epoch_day,
    treatment.stopped_on_missing,
    treatment.stop_reason
  FROM treatment
  INNER JOIN protocol_group_drug AS opens ON opens.drug = treatment.drug OR opens.drug_class = treatment.drug_class
  UNION ALL
  SELECT
    antibiotic.patient_no,
    own_group.line_class,
    antibiotic.antibiotic_no AS source_no,
    antibiotic.started_epoch_day,
    antibiotic.stopped_epoch_day,
    antibiotic.stopped_on_missing,
    NULL AS stop_reason
  FROM antibiotic
  INNER JOIN protocol_group AS own_group ON own_group.entry = 'antibiotic'
)
SELECT
  patient_no,
  line_class,
  MIN(started_epoch_day) AS start_epoch_day,
  CASE WHEN COUNT(*) = COUNT(stopped_epoch_day) THEN MAX(stopped_epoch_day) END AS stop_epoch_day,
  MIN(CASE WHEN stopped_epoch_day IS NOT NULL OR stopped_on_missing = 'not-applicable' THEN 1 ELSE 0 END) AS stop_known,
  CASE
    WHEN COUNT(*) = COUNT(stopped_epoch_day)
      AND MAX(stopped_epoch_day) FILTER (WHERE stop_reason = 'inefficacy') = MAX(stopped_epoch_day)
      THEN MAX(stopped_epoch_day)
  END AS ineffective_epoch_day,
  MIN(source_no) AS first_source_no
FROM given
GROUP BY patient_no, line_class
