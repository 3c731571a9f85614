-- One row per examination: at diagnosis, after a year, at a flare, and for half of the children at the end.
WITH numbered AS (
  SELECT
    patient_no, diagnosed, brief, last_visit, flare_visit, flares, imagings_before,
    unnest(range(imagings)) AS place
  FROM plan
)
SELECT
  imagings_before + place + 1 AS imaging_no,
  patient_no,
  CASE
    WHEN place = 0 THEN diagnosed - 20 + draw(patient_no, 'first imaging', 30)
    WHEN place = 1 THEN visit_day(patient_no, diagnosed, 3, brief, last_visit) - 10 + draw(patient_no, 'second imaging', 30)
    WHEN place = 2 AND flares THEN visit_day(patient_no, diagnosed, flare_visit, brief, last_visit) - 10 + draw(patient_no, 'flare imaging', 40)
    ELSE visit_day(patient_no, diagnosed, 5, brief, last_visit) + draw(patient_no, 'last imaging day', 20)
  END AS imaged_epoch_day,
  CASE
    WHEN place < 2 AND chance(imagings_before + place, 'no mri', 12) THEN 'x_ray'
    WHEN chance(imagings_before + place, 'whole body', 60) THEN 'whole_body_mri'
    ELSE 'regional_mri'
  END AS modality,
  1 AS native_t1,
  CAST(chance(imagings_before + place, 'contrast', 60) AS INTEGER) AS contrast_t1_fat_sat,
  1 AS tirm
FROM numbered
