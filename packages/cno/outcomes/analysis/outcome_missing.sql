-- One row per line, time point, outcome definition that is not known there and item that it lacks (patient_no, line_class, time_point, definition, missing_item).
SELECT
  answer.patient_no,
  answer.line_class,
  answer.time_point,
  answer.cohort,
  answer.in_response,
  answer.definition,
  need.item AS missing_item,
  CASE
    WHEN need.from_start = 1 AND item.at_start = 0 AND item.at_time_point = 0 THEN 'both'
    WHEN need.from_start = 1 AND item.at_start = 0 THEN 'start'
    ELSE 'time_point'
  END AS missing_at
FROM outcome_answer AS answer
INNER JOIN protocol_outcome_need AS need ON need.definition = answer.definition
INNER JOIN outcome_item AS item
  ON item.patient_no = answer.patient_no
  AND item.line_class = answer.line_class
  AND item.time_point = answer.time_point
  AND item.item = need.item
WHERE answer.value IS NULL
  AND (item.at_time_point = 0 OR (need.from_start = 1 AND item.at_start = 0))
