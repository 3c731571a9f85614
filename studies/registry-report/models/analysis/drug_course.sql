-- One row per study patient and drug ever given: whether the child is in follow-up, and the drug runs now (null: a stop is not known).
WITH given AS (
  SELECT
    treatment.patient_no,
    treatment.drug,
    follow_up.follow_up_state,
    CASE
      WHEN treatment.stopped_epoch_day >= follow_up.now_epoch_day THEN 1
      WHEN treatment.stopped_epoch_day IS NOT NULL THEN 0
      WHEN treatment.stopped_on_missing = 'not-applicable' THEN 1
    END AS runs
  FROM treatment
  INNER JOIN follow_up ON follow_up.patient_no = treatment.patient_no
)
SELECT
  patient_no,
  drug,
  follow_up_state,
  CASE
    WHEN MAX(runs) = 1 THEN 1
    WHEN COUNT(*) = COUNT(runs) THEN 0
  END AS runs_now
FROM given
GROUP BY patient_no, drug, follow_up_state
