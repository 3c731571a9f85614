-- One row per study patient with a plan: MRIs in the weeks before it, what they show, and whether the whole body was ever imaged; 1 yes, 0 no, null unknown.
WITH before AS (
  SELECT
    plan.patient_no,
    imaging.imaging_no,
    CASE WHEN imaging.modality IN ('whole_body_mri', 'scintigraphy') THEN 1 ELSE 0 END AS whole_body,
    CASE
      WHEN imaging.modality IN ('whole_body_mri', 'regional_mri')
        AND plan.start_epoch_day - imaging.imaged_epoch_day <= rule.recent_imaging_within_days
        THEN 1
      ELSE 0
    END AS recent_mri
  FROM first_plan AS plan
  INNER JOIN imaging ON imaging.patient_no = plan.patient_no AND imaging.imaged_epoch_day <= plan.start_epoch_day
  CROSS JOIN protocol_rule AS rule
),
spine AS (
  SELECT
    observation.imaging_no,
    MAX(CASE WHEN bone.region = 'spine' AND observation.state IN ('new', 'active', 'remaining') THEN 1 ELSE 0 END) AS spinal
  FROM lesion_observation AS observation
  INNER JOIN lesion ON lesion.lesion_no = observation.lesion_no
  INNER JOIN codebook_bone AS bone ON bone.bone = lesion.bone
  GROUP BY observation.imaging_no
)
SELECT
  before.patient_no,
  MAX(before.whole_body) AS whole_body,
  MAX(before.recent_mri) AS recent_mri,
  MAX(CASE WHEN before.recent_mri = 1 AND finding.new_count + finding.active_count > 0 THEN 1 WHEN before.recent_mri = 1 AND finding.imaging_no IS NOT NULL THEN 0 END) AS active_bone,
  MAX(CASE WHEN before.recent_mri = 1 THEN spine.spinal END) AS active_spine
FROM before
LEFT JOIN imaging_finding AS finding ON finding.imaging_no = before.imaging_no
LEFT JOIN spine ON spine.imaging_no = before.imaging_no
GROUP BY before.patient_no
