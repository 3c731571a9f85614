-- One row per patient with an extraosseous manifestation or a sequela: which, and the first day of distant arthritis; 1 yes, 0 no, null where it is not known whether an arthritis is distant.
WITH noted AS (
  SELECT patient_no, kind, noticed_epoch_day, distant_from_lesions
  FROM manifestation
  UNION ALL
  SELECT patient_no, kind, noticed_epoch_day, NULL AS distant_from_lesions
  FROM sequela
)
SELECT
  patient_no,
  MAX(CASE WHEN kind = 'arthritis' THEN 1 ELSE 0 END) AS arthritis,
  CASE
    WHEN MAX(CASE WHEN kind = 'arthritis' AND distant_from_lesions = 1 THEN 1 ELSE 0 END) = 1 THEN 1
    WHEN COUNT(*) FILTER (WHERE kind = 'arthritis' AND distant_from_lesions IS NULL) = 0 THEN 0
  END AS arthritis_distant,
  MIN(noticed_epoch_day) FILTER (WHERE kind = 'arthritis' AND distant_from_lesions = 1) AS arthritis_distant_epoch_day,
  MAX(CASE WHEN kind = 'crohn' THEN 1 ELSE 0 END) AS crohn,
  MAX(CASE WHEN kind = 'ulcerative_colitis' THEN 1 ELSE 0 END) AS ulcerative_colitis,
  MAX(CASE WHEN kind IN ('crohn', 'ulcerative_colitis', 'inflammatory_bowel_disease') THEN 1 ELSE 0 END) AS inflammatory_bowel_disease,
  MAX(CASE WHEN kind = 'palmoplantar_pustulosis' THEN 1 ELSE 0 END) AS palmoplantar_pustulosis,
  MAX(CASE WHEN kind = 'acne_fulminans' THEN 1 ELSE 0 END) AS acne_fulminans,
  MAX(CASE WHEN kind = 'psoriasis' THEN 1 ELSE 0 END) AS psoriasis,
  MAX(
    CASE
      WHEN kind IN (
        'arthritis', 'crohn', 'ulcerative_colitis', 'inflammatory_bowel_disease', 'palmoplantar_pustulosis', 'acne_fulminans', 'psoriasis'
      ) THEN 1
      ELSE 0
    END
  ) AS extraosseous,
  MAX(CASE WHEN kind = 'hyperostosis' THEN 1 ELSE 0 END) AS hyperostosis,
  MAX(CASE WHEN kind = 'vertebral_fracture' THEN 1 ELSE 0 END) AS vertebral_fracture,
  MAX(CASE WHEN kind = 'gibbus' THEN 1 ELSE 0 END) AS gibbus,
  MAX(CASE WHEN kind = 'vessel_compression' THEN 1 ELSE 0 END) AS vessel_compression,
  MAX(CASE WHEN kind = 'nerve_involvement' THEN 1 ELSE 0 END) AS nerve_involvement,
  MAX(
    CASE
      WHEN kind IN (
        'hyperostosis', 'vertebral_fracture', 'gibbus', 'kyphosis', 'fracture', 'vessel_compression', 'nerve_involvement'
      ) THEN 1
      ELSE 0
    END
  ) AS sequela
FROM noted
GROUP BY patient_no
