-- One row per extraosseous manifestation.
WITH numbered AS (
  SELECT patient_no, diagnosed, manifestations_before + unnest(range(len(kinds))) + 1 AS manifestation_no, unnest(kinds) AS kind
  FROM plan
)
SELECT
  manifestation_no,
  patient_no,
  kind,
  diagnosed - 200 + draw(manifestation_no, 'noticed', 1500) AS noticed_epoch_day,
  CASE WHEN kind = 'arthritis' THEN CAST(chance(manifestation_no, 'distant', 50) AS INTEGER) END AS distant_from_lesions
FROM numbered
