-- One row per infusion: three days at 0, 3 and 6 months of a pamidronate treatment.
WITH numbered AS (
  SELECT patient_no, treatment_no, started_epoch_day, unnest(range(9)) AS infusion
  FROM treatment
  WHERE drug_class = 'bisphosphonate'
)
SELECT
  patient_no,
  treatment_no,
  infusion // 3 + 1 AS cycle,
  infusion % 3 + 1 AS cycle_day,
  started_epoch_day + infusion // 3 * 91 + infusion % 3 AS given_epoch_day,
  CASE WHEN infusion = 0 THEN 50 ELSE 100 END AS dose_x100,
  'mg/kg' AS dose_unit
FROM numbered
