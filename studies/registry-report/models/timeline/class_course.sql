-- One row per study patient and class of drugs ever given: the first day, whether one of them runs now (null: a stop is not known), and adverse effects.
WITH effect AS (
  SELECT treatment_no, COUNT(*) AS effects
  FROM adverse_effect
  GROUP BY treatment_no
),
given AS (
  SELECT
    treatment.patient_no,
    opens.line_class,
    treatment.started_epoch_day,
    CASE
      WHEN treatment.stopped_epoch_day >= follow_up.now_epoch_day THEN 1
      WHEN treatment.stopped_epoch_day IS NOT NULL THEN 0
      WHEN treatment.stopped_on_missing = 'not-applicable' THEN 1
    END AS runs,
    CASE WHEN effect.effects > 0 THEN 1 ELSE 0 END AS adverse_effect
  FROM treatment
  INNER JOIN follow_up ON follow_up.patient_no = treatment.patient_no
  INNER JOIN protocol_group_drug AS opens ON opens.drug = treatment.drug OR opens.drug_class = treatment.drug_class
  LEFT JOIN effect ON effect.treatment_no = treatment.treatment_no
)
SELECT
  patient_no,
  line_class,
  MIN(started_epoch_day) AS start_epoch_day,
  CASE
    WHEN MAX(runs) = 1 THEN 1
    WHEN COUNT(*) = COUNT(runs) THEN 0
  END AS runs_now,
  MAX(adverse_effect) AS adverse_effect
FROM given
GROUP BY patient_no, line_class
