-- One row per line with a visit around its start: the closest one, the earlier or later of two as the protocol says.
WITH candidate AS (
  SELECT
    line.patient_no,
    line.line_class,
    sign.visit_no,
    ROW_NUMBER() OVER (
      PARTITION BY line.patient_no, line.line_class
      ORDER BY ABS(sign.visited_epoch_day - line.start_epoch_day), rule.tie_sign * sign.visited_epoch_day, sign.visit_no
    ) AS place
  FROM line
  INNER JOIN visit_sign AS sign ON sign.patient_no = line.patient_no
  CROSS JOIN protocol_rule AS rule
  WHERE sign.visited_epoch_day - line.start_epoch_day BETWEEN rule.baseline_first_day AND rule.baseline_last_day
)
SELECT patient_no, line_class, visit_no AS baseline_visit_no
FROM candidate
WHERE place = 1
