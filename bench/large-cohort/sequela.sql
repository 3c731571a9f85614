-- One row per sequela: of each kind a few in a hundred.
WITH kinds AS (
  SELECT patient_no, diagnosed, unnest(['hyperostosis', 'vertebral_fracture', 'gibbus', 'vessel_compression', 'nerve_involvement']) AS kind, unnest([12, 6, 1, 2, 2]) AS per_cent
  FROM plan
  WHERE cno
)
SELECT
  patient_no,
  kind,
  CASE kind WHEN 'vertebral_fracture' THEN 'thoracic_vertebra' WHEN 'gibbus' THEN 'thoracic_vertebra' ELSE 'clavicle' END AS bone,
  diagnosed + draw(patient_no, kind, 900) AS noticed_epoch_day
FROM kinds
WHERE chance(patient_no, kind, per_cent)
