-- One row per joint of an arthritis: one to three.
WITH numbered AS (
  SELECT patient_no, manifestation_no, unnest(range(1 + draw(manifestation_no, 'joints', 3))) AS place
  FROM manifestation
  WHERE kind = 'arthritis'
)
SELECT
  patient_no,
  manifestation_no,
  ['knee', 'ankle', 'hip', 'sacroiliac', 'wrist', 'temporomandibular'][(draw(manifestation_no, 'site', 6) + place) % 6 + 1] AS site
FROM numbered
