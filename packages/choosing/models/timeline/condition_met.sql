-- One row per line and condition (patient_no, line_class, chosen_condition): 1 met, as one of its alternatives is, 0 not met, null unknown; what must not be is met where none of them is.
WITH gathered AS (
  SELECT
    judged.patient_no,
    judged.line_class,
    asked.chosen_condition,
    asked.purpose,
    asked.negated,
    MAX(COALESCE(judged.met, 0)) AS is_met,
    COUNT(*) - COUNT(judged.met) AS unknown
  FROM alternative_met AS judged
  INNER JOIN protocol_condition AS asked ON asked.alternative = judged.alternative
  GROUP BY judged.patient_no, judged.line_class, asked.chosen_condition, asked.purpose, asked.negated
)
SELECT
  patient_no,
  line_class,
  chosen_condition,
  purpose,
  CASE
    WHEN is_met = 1 THEN 1 - negated
    WHEN unknown = 0 THEN negated
  END AS met
FROM gathered
