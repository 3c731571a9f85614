-- One row per study patient with a plan and an NSAID begun before it: 1 taken for long enough before it, 0 not, null where a stop is not known.
WITH taken AS (
  SELECT
    plan.patient_no,
    CASE
      WHEN treatment.stopped_epoch_day < plan.start_epoch_day THEN treatment.stopped_epoch_day - treatment.started_epoch_day
      ELSE plan.start_epoch_day - treatment.started_epoch_day
    END AS days_at_most,
    CASE WHEN treatment.stopped_epoch_day IS NULL AND COALESCE(treatment.stopped_on_missing, '') <> 'not-applicable' THEN 1 ELSE 0 END AS open_end
  FROM first_plan AS plan
  INNER JOIN treatment
    ON treatment.patient_no = plan.patient_no
    AND treatment.drug_class = 'nsaid'
    AND treatment.started_epoch_day < plan.start_epoch_day
),
judged AS (
  SELECT
    taken.patient_no,
    CASE
      WHEN taken.days_at_most < rule.nsaid_first_at_least_days THEN 0
      WHEN taken.open_end = 0 THEN 1
    END AS long_enough
  FROM taken
  CROSS JOIN protocol_rule AS rule
)
SELECT
  patient_no,
  CASE
    WHEN MAX(long_enough) = 1 THEN 1
    WHEN COUNT(*) = COUNT(long_enough) THEN 0
  END AS long_enough
FROM judged
GROUP BY patient_no
