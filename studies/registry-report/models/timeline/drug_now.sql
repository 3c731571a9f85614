-- One row per study patient ever given a drug: whether any runs now; null where a stop that is not known may mean one.
SELECT
  patient_no,
  CASE
    WHEN MAX(runs_now) = 1 THEN 1
    WHEN COUNT(*) = COUNT(runs_now) THEN 0
  END AS runs_now
FROM class_course
GROUP BY patient_no
