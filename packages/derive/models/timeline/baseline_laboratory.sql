-- One row per study patient and analyte measured around diagnosis: the result closest to it.
WITH candidate AS (
  SELECT
    laboratory.patient_no,
    laboratory.analyte,
    laboratory.laboratory_no,
    laboratory.value_x1000,
    laboratory.lower_limit_x1000,
    laboratory.upper_limit_x1000,
    laboratory.finding,
    ROW_NUMBER() OVER (
      PARTITION BY laboratory.patient_no, laboratory.analyte
      ORDER BY
        ABS(laboratory.sampled_epoch_day - study_patient.diagnosed_epoch_day),
        rule.tie_sign * laboratory.sampled_epoch_day,
        laboratory.laboratory_no
    ) AS place
  FROM laboratory
  INNER JOIN study_patient ON study_patient.patient_no = laboratory.patient_no
  CROSS JOIN protocol_rule AS rule
  WHERE laboratory.sampled_epoch_day - study_patient.diagnosed_epoch_day BETWEEN rule.baseline_first_day AND rule.baseline_last_day
    AND (laboratory.value_x1000 IS NOT NULL OR laboratory.finding IS NOT NULL)
)
SELECT
  patient_no,
  analyte,
  laboratory_no,
  value_x1000,
  lower_limit_x1000,
  upper_limit_x1000,
  finding
FROM candidate
WHERE place = 1
