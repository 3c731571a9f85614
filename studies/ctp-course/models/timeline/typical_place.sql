-- One row per study patient with a plan and a lesion seen before it: 1 in a typical place, 0 not, null where the part of a bone is not known.
WITH seen AS (
  SELECT DISTINCT
    plan.patient_no,
    lesion.bone,
    lesion.side,
    place.both_sides,
    CASE
      WHEN place.bone IS NULL THEN 0
      WHEN place.both_sides = 0 THEN 1
      WHEN lesion.part IN ('epiphysis', 'metaphysis', 'proximal_metaphysis', 'distal_metaphysis') THEN 1
      WHEN lesion.part IS NOT NULL THEN 0
    END AS typical
  FROM first_plan AS plan
  INNER JOIN imaging ON imaging.patient_no = plan.patient_no AND imaging.imaged_epoch_day <= plan.start_epoch_day
  INNER JOIN lesion_observation AS observation ON observation.imaging_no = imaging.imaging_no AND observation.state <> 'not_visible'
  INNER JOIN lesion ON lesion.lesion_no = observation.lesion_no
  LEFT JOIN protocol_typical_place AS place ON place.bone = lesion.bone
),
of_bone AS (
  SELECT
    patient_no,
    bone,
    both_sides,
    MAX(typical) AS typical,
    MAX(CASE WHEN side = 'left' THEN typical END) AS on_left,
    MAX(CASE WHEN side = 'right' THEN typical END) AS on_right,
    COUNT(*) FILTER (WHERE side = 'left' AND typical IS NULL) AS left_unknown,
    COUNT(*) FILTER (WHERE side = 'right' AND typical IS NULL) AS right_unknown
  FROM seen
  GROUP BY patient_no, bone, both_sides
),
judged AS (
  SELECT
    patient_no,
    CASE
      WHEN both_sides IS NULL THEN 0
      WHEN both_sides = 0 THEN typical
      WHEN on_left = 1 AND on_right = 1 THEN 1
      WHEN (on_left = 1 OR left_unknown > 0) AND (on_right = 1 OR right_unknown > 0) THEN NULL
      ELSE 0
    END AS typical
  FROM of_bone
)
SELECT
  patient_no,
  CASE
    WHEN MAX(typical) = 1 THEN 1
    WHEN COUNT(*) = COUNT(typical) THEN 0
  END AS typical
FROM judged
GROUP BY patient_no
