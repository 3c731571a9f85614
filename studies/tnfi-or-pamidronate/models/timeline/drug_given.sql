-- One row per study patient and drug of the two (patient_no, line_class): its day 0, how it stands to the other one, and when it failed.
WITH beside AS (
  SELECT
    line.patient_no,
    line.line_class,
    line.start_epoch_day,
    line.ineffective_epoch_day,
    CASE
      WHEN other.start_epoch_day > line.start_epoch_day + rule.together_within_days THEN 'first'
      WHEN other.start_epoch_day < line.start_epoch_day - rule.together_within_days THEN 'second'
      WHEN other.start_epoch_day IS NOT NULL THEN 'together'
      ELSE 'alone'
    END AS place,
    CASE WHEN other.start_epoch_day > line.start_epoch_day + rule.together_within_days THEN other.start_epoch_day END AS other_epoch_day
  FROM line
  CROSS JOIN protocol_rule AS rule
  LEFT JOIN line AS other
    ON other.patient_no = line.patient_no AND other.line_class <> line.line_class AND other.entry = 'drug'
  WHERE line.entry = 'drug'
)
SELECT
  patient_no,
  line_class,
  start_epoch_day,
  place,
  CASE WHEN place IN ('alone', 'first') THEN 1 ELSE 0 END AS compared,
  other_epoch_day,
  CASE WHEN ineffective_epoch_day <= COALESCE(other_epoch_day, ineffective_epoch_day) THEN ineffective_epoch_day ELSE other_epoch_day END AS failed_epoch_day
FROM beside
