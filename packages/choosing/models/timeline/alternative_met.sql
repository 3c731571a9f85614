-- One row per line and alternative of a condition (patient_no, line_class, alternative): 1 met by something in the period, 0 not met, null unknown.
-- A day that is not known may lie in the period. Of what the chart says nothing the field tells what that means.
WITH judged AS (
  SELECT
    line.patient_no,
    line.line_class,
    asked.alternative,
    asked.comparison,
    chosen.when_absent,
    CASE WHEN fact.row_no IS NULL THEN 0 ELSE 1 END AS is_there,
    CASE WHEN asked.period = 'ever' OR fact.day IS NOT NULL THEN 1 ELSE 0 END AS in_period,
    CASE
      WHEN fact.row_no IS NULL OR fact.rules_out = 1 THEN 0
      WHEN asked.comparison = 'known' THEN CASE WHEN fact.value_number IS NOT NULL OR fact.value_text IS NOT NULL THEN 1 ELSE 0 END
      WHEN chosen.kind = 'text' THEN CASE WHEN fact.value_text = asked.value_text THEN 1 WHEN fact.value_text IS NOT NULL THEN 0 END
      WHEN fact.value_number IS NULL THEN NULL
      WHEN asked.comparison = 'at-least' THEN CASE WHEN fact.value_number >= asked.value_number THEN 1 ELSE 0 END
      WHEN asked.comparison = 'at-most' THEN CASE WHEN fact.value_number <= asked.value_number THEN 1 ELSE 0 END
      ELSE CASE WHEN fact.value_number = asked.value_number THEN 1 ELSE 0 END
    END AS holds
  FROM line
  INNER JOIN study_patient AS patient ON patient.patient_no = line.patient_no
  CROSS JOIN protocol_condition AS asked
  CROSS JOIN protocol_rule AS rule
  INNER JOIN protocol_chosen_field AS chosen ON chosen.field = asked.field
  LEFT JOIN chosen_fact AS fact
    ON fact.patient_no = line.patient_no
    AND fact.field = asked.field
    AND (
      asked.period = 'ever'
      OR fact.day IS NULL
      OR (
        asked.period = 'around-diagnosis'
        AND fact.day - patient.diagnosed_epoch_day BETWEEN rule.around_diagnosis_first_day AND rule.around_diagnosis_last_day
      )
      OR (asked.period = 'by-start' AND fact.day <= line.start_epoch_day)
    )
),
counted AS (
  SELECT
    patient_no,
    line_class,
    alternative,
    comparison,
    when_absent,
    MAX(is_there) AS is_there,
    MAX(CASE WHEN holds = 1 AND in_period = 1 THEN 1 ELSE 0 END) AS is_met,
    MAX(CASE WHEN is_there = 1 AND (holds IS NULL OR (holds = 1 AND in_period = 0)) THEN 1 ELSE 0 END) AS is_open
  FROM judged
  GROUP BY patient_no, line_class, alternative, comparison, when_absent
)
SELECT
  patient_no,
  line_class,
  alternative,
  CASE
    WHEN is_met = 1 THEN 1
    WHEN is_open = 1 THEN NULL
    WHEN is_there = 0 AND comparison <> 'known' AND when_absent <> 'not-met' THEN NULL
    ELSE 0
  END AS met
FROM counted
