-- One row per child.
WITH dated AS (
  SELECT *, diagnosed - 3 - draw(patient_no, 'delay', 40) * draw(patient_no, 'delay', 40) AS onset
  FROM plan
),
born AS (
  SELECT *, (DATE '1970-01-01' + (onset - 700 - draw(patient_no, 'age', 5000))) AS birth
  FROM dated
)
SELECT
  patient_no,
  'Centre ' || (1 + draw(patient_no, 'centre', 20)) AS centre,
  CASE WHEN cno THEN 'cno' ELSE 'bacterial_osteomyelitis' END AS cohort,
  CASE WHEN chance(patient_no, 'sex', 60) THEN 'female' ELSE 'male' END AS sex,
  strftime(birth, '%Y-%m') AS born_on,
  CAST(date_trunc('month', birth) AS DATE) - DATE '1970-01-01' + 14 AS born_epoch_day,
  onset AS onset_epoch_day,
  diagnosed AS diagnosed_epoch_day,
  CASE WHEN chance(patient_no, 'consent', 1) THEN 'withdrawn' ELSE 'given' END AS consent,
  'alive' AS status,
  visit_day(patient_no, diagnosed, 5, brief, last_visit) + draw(patient_no, 'last contact', 60) AS last_contact_epoch_day,
  CAST(chance(patient_no, 'published', 5) AS INTEGER) AS published_before
FROM born
