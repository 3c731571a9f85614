-- One row per lesion; the bones of the lower extremity and the spine come most.
WITH numbered AS (
  SELECT patient_no, lesions_before + unnest(range(lesions)) + 1 AS lesion_no
  FROM plan
),
placed AS (
  SELECT
    lesion_no,
    patient_no,
    ['femur', 'femur', 'tibia', 'tibia', 'fibula', 'metatarsus', 'tarsus', 'calcaneus', 'ilium', 'pubis', 'clavicle', 'clavicle', 'rib',
      'humerus', 'radius', 'mandible', 'sternum', 'thoracic_vertebra', 'thoracic_vertebra', 'lumbar_vertebra'][draw(lesion_no, 'bone', 20) + 1] AS bone
  FROM numbered
)
SELECT
  lesion_no,
  patient_no,
  bone,
  CASE
    WHEN bone IN ('mandible', 'sternum', 'thoracic_vertebra', 'lumbar_vertebra') THEN 'midline'
    WHEN chance(lesion_no, 'side', 50) THEN 'left'
    ELSE 'right'
  END AS side,
  CASE WHEN bone IN ('femur', 'tibia', 'fibula', 'humerus', 'radius') THEN 'metaphysis' ELSE 'body' END AS part
FROM placed
