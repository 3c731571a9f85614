-- One row per chosen field of lesions and place of the chart that tells of them (patient_no, field, source, row_no): a lesion as an imaging shows it, a lesion that no imaging shows, and each imaging, which rules out what it does not show.
WITH place AS (
  SELECT
    lesion.lesion_no,
    lesion.patient_no,
    chosen.field,
    CASE chosen.field
      WHEN 'lesion.region' THEN bone.region
      WHEN 'lesion.bone' THEN lesion.bone
      WHEN 'lesion.side' THEN lesion.side
      WHEN 'lesion.part' THEN lesion.part
      WHEN 'lesion.level' THEN lesion.level
    END AS value_text
  FROM lesion
  INNER JOIN codebook_bone AS bone ON bone.bone = lesion.bone
  INNER JOIN protocol_chosen_field AS chosen ON chosen.chart_table = 'lesion'
),
observed AS (
  SELECT DISTINCT lesion_no
  FROM lesion_observation
)
SELECT
  place.patient_no,
  place.field,
  'lesion_observation' AS source,
  observation.lesion_observation_no AS row_no,
  imaging.imaged_epoch_day AS day,
  place.value_text,
  0 AS rules_out
FROM place
INNER JOIN lesion_observation AS observation ON observation.lesion_no = place.lesion_no AND observation.state <> 'not_visible'
INNER JOIN imaging ON imaging.imaging_no = observation.imaging_no
UNION ALL
SELECT
  place.patient_no,
  place.field,
  'lesion' AS source,
  place.lesion_no AS row_no,
  CAST(NULL AS INTEGER) AS day,
  place.value_text,
  0 AS rules_out
FROM place
LEFT JOIN observed ON observed.lesion_no = place.lesion_no
WHERE observed.lesion_no IS NULL
UNION ALL
SELECT
  imaging.patient_no,
  chosen.field,
  'imaging' AS source,
  imaging.imaging_no AS row_no,
  imaging.imaged_epoch_day AS day,
  CAST(NULL AS VARCHAR) AS value_text,
  1 AS rules_out
FROM imaging
INNER JOIN protocol_chosen_field AS chosen ON chosen.when_absent = 'unless-imaged'
