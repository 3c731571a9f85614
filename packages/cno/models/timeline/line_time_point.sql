-- One row per line and time point: the visit that represents it, if any.
-- The rank of a visit within its window, smallest first: twice the distance to the target, one more where of two equally close visits
-- the other one counts, and then the visit's number, which stands in the last ten digits.
SELECT
  line.patient_no,
  line.line_class,
  point.time_point,
  point.target_day,
  point.first_day,
  point.carries,
  CAST(
    MIN(
      CAST(
        2 * ABS(visit.day - point.target_day)
        + CASE
          WHEN rule.visit_tie_counts = 'later' AND visit.day < point.target_day THEN 1
          WHEN rule.visit_tie_counts <> 'later' AND visit.day > point.target_day THEN 1
          ELSE 0
        END AS BIGINT
      )
        * 10000000000 + visit.visit_no
    ) % 10000000000 AS INTEGER
  ) AS visit_no
FROM line
CROSS JOIN protocol_time_point AS point
CROSS JOIN protocol_rule AS rule
LEFT JOIN line_visit AS visit
  ON visit.patient_no = line.patient_no
  AND visit.line_class = line.line_class
  AND visit.day BETWEEN point.first_day AND point.last_day
GROUP BY
  line.patient_no,
  line.line_class,
  point.time_point,
  point.target_day,
  point.first_day,
  point.carries
