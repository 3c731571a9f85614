-- One row per biopsy: three children of five.
SELECT
  patient_no,
  diagnosed - 10 + draw(patient_no, 'biopsy day', 10) AS taken_epoch_day,
  'tibia' AS bone,
  CASE
    WHEN cno AND chance(patient_no, 'finding', 80) THEN 'chronic_inflammation'
    WHEN cno THEN 'unspecific'
    ELSE 'acute_inflammation'
  END AS finding
FROM plan
WHERE chance(patient_no, 'biopsy', 60)
