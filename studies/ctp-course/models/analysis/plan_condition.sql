-- One row per study patient with a plan and condition of entry: met, not met, or not known.
WITH judged AS (
  SELECT
    met.patient_no,
    condition.condition,
    CASE condition.condition
      WHEN 'age' THEN met.age
      WHEN 'oedema' THEN met.oedema
      WHEN 'whole_body' THEN met.whole_body
      WHEN 'active' THEN met.active
      WHEN 'told_apart' THEN met.told_apart
    END AS is_met
  FROM plan_condition_met AS met
  CROSS JOIN protocol_condition AS condition
)
SELECT
  judged.patient_no,
  plan.line_class,
  judged.condition,
  CASE WHEN judged.is_met = 1 THEN 'met' WHEN judged.is_met = 0 THEN 'not_met' ELSE 'not_known' END AS condition_state
FROM judged
INNER JOIN first_plan AS plan ON plan.patient_no = judged.patient_no
