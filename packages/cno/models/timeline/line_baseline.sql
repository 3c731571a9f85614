-- One row per line with a visit around its start: the closest one, the earlier or later of two as the protocol says.
WITH near AS (
  SELECT
    line.patient_no,
    line.line_class,
    sign.visit_no,
    ABS(sign.visited_epoch_day - line.start_epoch_day) AS distance,
    CASE WHEN rule.visit_tie_counts = 'later' THEN -sign.visited_epoch_day ELSE sign.visited_epoch_day END AS tie_day
  FROM line
  INNER JOIN visit_sign AS sign ON sign.patient_no = line.patient_no
  CROSS JOIN protocol_rule AS rule
  WHERE sign.visited_epoch_day - line.start_epoch_day BETWEEN rule.baseline_first_day AND rule.baseline_last_day
),
candidate AS (
  SELECT
    patient_no,
    line_class,
    visit_no,
    ROW_NUMBER() OVER (PARTITION BY patient_no, line_class ORDER BY distance, tie_day, visit_no) AS place
  FROM near
)
SELECT patient_no, line_class, visit_no AS baseline_visit_no
FROM candidate
WHERE place = 1
