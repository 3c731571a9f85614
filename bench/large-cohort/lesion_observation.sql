-- One row per lesion and examination. The lesion of a flare is the child's last and is seen on the flare's examination alone.
WITH counted AS (
  SELECT
    patient_no, flares, imagings, imagings_before, lesions_before, lesions,
    lesions - CAST(flares AS INTEGER) AS old_lesions
  FROM plan
),
numbered AS (
  SELECT *, unnest(range(imagings * old_lesions + CAST(flares AS INTEGER))) AS place
  FROM counted
),
observed AS (
  SELECT
    patient_no,
    place // old_lesions = imagings AS is_new,
    CASE WHEN place // old_lesions = imagings THEN 2 ELSE place // old_lesions END AS imaging,
    CASE WHEN place // old_lesions = imagings THEN lesions - 1 ELSE place % old_lesions END AS lesion,
    imagings_before,
    lesions_before
  FROM numbered
),
referred AS (
  SELECT
    patient_no,
    imagings_before + imaging + 1 AS imaging_no,
    lesions_before + lesion + 1 AS lesion_no,
    imaging,
    is_new,
    (lesions_before + lesion) * 4 + imaging AS row_no
  FROM observed
)
SELECT
  patient_no,
  imaging_no,
  lesion_no,
  CASE
    WHEN is_new THEN 'new'
    WHEN imaging = 0 THEN 'active'
    WHEN chance(imaging_no, 'healed', 40) OR chance(row_no, 'healed', 60) THEN 'not_visible'
    WHEN chance(row_no, 'active', 20) THEN 'active'
    ELSE 'remaining'
  END AS state,
  CASE WHEN imaging = 0 THEN CAST(chance(row_no, 'sclerosis', 15) AS INTEGER) END AS marginal_sclerosis,
  CAST(chance(row_no, 'contrast', 50) AS INTEGER) AS contrast_enhancement
FROM referred
