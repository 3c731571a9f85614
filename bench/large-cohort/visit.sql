-- One row per visit, six for each child.
WITH numbered AS (
  SELECT patient_no, diagnosed, brief, last_visit, flare_visit, unnest(range(6)) AS visit
  FROM plan
),
seen AS (
  SELECT
    patient_no,
    (patient_no - 1) * 6 + visit + 1 AS visit_no,
    visit_day(patient_no, diagnosed, visit, brief, last_visit) AS visited_epoch_day,
    course_at(patient_no, visit, flare_visit) AS course
  FROM numbered
)
SELECT
  visit_no,
  patient_no,
  visited_epoch_day,
  200 + draw(visit_no, 'weight', 500) AS weight_kg_x10,
  CASE WHEN course = 'ill' AND chance(visit_no, 'fever', 12) THEN 381 + draw(visit_no, 'temperature', 15) ELSE 364 + draw(visit_no, 'temperature', 12) END
    AS temperature_cel_x10,
  CASE course WHEN 'well' THEN 0 WHEN 'better' THEN 1 + draw(visit_no, 'pain', 3) ELSE 2 + draw(visit_no, 'pain', 7) END AS pain_nrs,
  CASE WHEN course = 'well' THEN 0 ELSE 1 + draw(visit_no, 'patient global', 8) END AS patient_global_nrs,
  CASE WHEN course = 'well' THEN 0 ELSE 1 + draw(visit_no, 'physician global', 8) END AS physician_global_nrs,
  CASE course
    WHEN 'well' THEN 'improved' WHEN 'better' THEN 'improved' WHEN 'stuck' THEN 'improved' WHEN 'unseen' THEN 'improved'
    WHEN 'unchanged' THEN 'unchanged' WHEN 'worse' THEN 'worse' WHEN 'flare' THEN 'worse'
  END AS subjective_change,
  CASE WHEN course IN ('well', 'better') THEN 0 WHEN course = 'unseen' THEN NULL WHEN course = 'stuck' THEN 1 ELSE CAST(chance(visit_no, 'swelling', 40) AS INTEGER) END
    AS swelling,
  CASE WHEN course IN ('well', 'better') THEN 0 WHEN course = 'unseen' THEN NULL ELSE CAST(chance(visit_no, 'redness', 10) AS INTEGER) END AS redness,
  CASE WHEN course IN ('well', 'better') THEN 0 WHEN course = 'unseen' THEN NULL ELSE CAST(chance(visit_no, 'heat', 20) AS INTEGER) END AS heat,
  CASE WHEN course = 'well' THEN 0 ELSE CAST(chance(visit_no, 'range', 30) AS INTEGER) END AS reduced_range,
  CASE WHEN course = 'well' THEN 0 ELSE CAST(chance(visit_no, 'gait', 20) AS INTEGER) END AS abnormal_gait,
  CASE WHEN course = 'well' THEN 0 ELSE 1 + draw(visit_no, 'sites', 4) END AS painful_sites,
  CASE WHEN course = 'well' THEN 0 ELSE CAST(chance(visit_no, 'lower extremity', 70) AS INTEGER) END AS painful_lower_extremity
FROM seen
