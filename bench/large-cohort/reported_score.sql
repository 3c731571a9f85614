-- One row per score that a child or a parent has filled in: at a third of the visits.
WITH numbered AS (
  SELECT patient_no, diagnosed, brief, last_visit, unnest(range(6)) AS visit
  FROM plan
),
seen AS (
  SELECT
    patient_no,
    (patient_no - 1) * 6 + visit + 1 AS visit_no,
    visit_day(patient_no, diagnosed, visit, brief, last_visit) AS answered_epoch_day
  FROM numbered
)
SELECT
  patient_no,
  visit_no,
  answered_epoch_day,
  'pedsql' AS instrument,
  'child' AS answered_by,
  30000 + 100 * draw(visit_no, 'reported score', 700) AS score_x1000
FROM seen
WHERE chance(visit_no, 'reported score', 33)
