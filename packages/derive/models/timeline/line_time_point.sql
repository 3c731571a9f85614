-- One row per line and time point: the visit that represents it, if any.
WITH candidate AS (
  SELECT
    visit.patient_no,
    visit.line_class,
    point.time_point,
    visit.visit_no,
    ROW_NUMBER() OVER (
      PARTITION BY visit.patient_no, visit.line_class, point.time_point
      ORDER BY ABS(visit.day - point.target_day), rule.tie_sign * visit.day, visit.visit_no
    ) AS place
  FROM line_visit AS visit
  INNER JOIN protocol_time_point AS point ON visit.day BETWEEN point.first_day AND point.last_day
  CROSS JOIN protocol_rule AS rule
)
SELECT
  line.patient_no,
  line.line_class,
  point.time_point,
  point.target_day,
  point.first_day,
  point.carries,
  chosen.visit_no
FROM line
CROSS JOIN protocol_time_point AS point
LEFT JOIN candidate AS chosen
  ON chosen.patient_no = line.patient_no
  AND chosen.line_class = line.line_class
  AND chosen.time_point = point.time_point
  AND chosen.place = 1
