-- One row per study patient with a lesion: how many, where, and whether symmetric.
WITH mirrored AS (
  SELECT patient_no, bone
  FROM lesion_place
  WHERE at_diagnosis = 1
  GROUP BY patient_no, bone
  HAVING COUNT(*) FILTER (WHERE side = 'left') > 0 AND COUNT(*) FILTER (WHERE side = 'right') > 0
),
on_both_sides AS (
  SELECT patient_no, COUNT(*) AS bones
  FROM mirrored
  GROUP BY patient_no
)
SELECT
  place.patient_no,
  CAST(COUNT(*) AS INTEGER) AS lesion_count,
  CAST(COUNT(*) FILTER (WHERE place.at_diagnosis = 1) AS INTEGER) AS lesions_at_diagnosis,
  MAX(CASE WHEN place.region = 'spine' AND place.at_diagnosis = 1 THEN 1 ELSE 0 END) AS vertebral_at_diagnosis,
  MAX(CASE WHEN place.region = 'spine' THEN 1 ELSE 0 END) AS vertebral_ever,
  MAX(CASE WHEN place.at_diagnosis = 1 AND (place.region = 'spine' OR place.bone IN ('clavicle', 'sternum')) THEN 1 ELSE 0 END) AS typical_place,
  MAX(CASE WHEN on_both_sides.bones > 0 THEN 1 ELSE 0 END) AS symmetric_lesions
FROM lesion_place AS place
LEFT JOIN on_both_sides ON on_both_sides.patient_no = place.patient_no
GROUP BY place.patient_no
