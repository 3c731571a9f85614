-- One row per study patient and analyte measured around diagnosis: the result closest to it.
WITH near AS (
  SELECT
    laboratory.patient_no,
    laboratory.analyte,
    laboratory.laboratory_no,
    laboratory.value_x1000,
    laboratory.lowest_x1000,
    laboratory.highest_x1000,
    laboratory.lower_limit_x1000,
    laboratory.upper_limit_x1000,
    laboratory.finding,
    ABS(laboratory.sampled_epoch_day - study_patient.diagnosed_epoch_day) AS distance,
    CASE WHEN rule.visit_tie_counts = 'later' THEN -laboratory.sampled_epoch_day ELSE laboratory.sampled_epoch_day END AS tie_day
  FROM laboratory_result AS laboratory
  INNER JOIN study_patient ON study_patient.patient_no = laboratory.patient_no
  CROSS JOIN protocol_rule AS rule
  WHERE laboratory.sampled_epoch_day - study_patient.diagnosed_epoch_day BETWEEN rule.baseline_first_day AND rule.baseline_last_day
    AND (laboratory.lowest_x1000 IS NOT NULL OR laboratory.finding IS NOT NULL)
),
candidate AS (
  SELECT
    patient_no,
    analyte,
    laboratory_no,
    value_x1000,
    lowest_x1000,
    highest_x1000,
    lower_limit_x1000,
    upper_limit_x1000,
    finding,
    ROW_NUMBER() OVER (PARTITION BY patient_no, analyte ORDER BY distance, tie_day, laboratory_no) AS place
  FROM near
)
SELECT
  patient_no,
  analyte,
  laboratory_no,
  value_x1000,
  lowest_x1000,
  highest_x1000,
  lower_limit_x1000,
  upper_limit_x1000,
  finding
FROM candidate
WHERE place = 1
