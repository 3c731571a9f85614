-- One row per child, group and time point: whether it was painless. The first line says what a row is.
SELECT
  point.patient_no,
  point.line_class,
  point.time_point,
  line.cohort,
  line.in_response,
  visit.visit_no,
  CASE
    WHEN point.visit_no IS NULL THEN 'not_seen'
    WHEN visit.pain_nrs IS NULL THEN 'not_asked'
    WHEN visit.pain_nrs <= rule.painless_at_most THEN 'painless'
    ELSE 'pain'
  END AS outcome_pain
FROM line_time_point AS point
INNER JOIN line ON line.patient_no = point.patient_no AND line.line_class = point.line_class
CROSS JOIN protocol_rule AS rule
LEFT JOIN visit ON visit.visit_no = point.visit_no
