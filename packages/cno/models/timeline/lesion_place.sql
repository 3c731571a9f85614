-- One row per lesion of a study patient: where it is, and whether it was seen around diagnosis.
WITH seen AS (
  SELECT
    observation.lesion_no,
    MAX(
      CASE
        WHEN observation.state <> 'not_visible'
          AND imaging.imaged_epoch_day - study_patient.diagnosed_epoch_day
            BETWEEN rule.diagnosis_imaging_first_day AND rule.diagnosis_imaging_last_day
          THEN 1
        ELSE 0
      END
    ) AS at_diagnosis
  FROM lesion_observation AS observation
  INNER JOIN imaging ON imaging.imaging_no = observation.imaging_no
  INNER JOIN study_patient ON study_patient.patient_no = observation.patient_no
  CROSS JOIN protocol_rule AS rule
  GROUP BY observation.lesion_no
)
SELECT
  lesion.lesion_no,
  lesion.patient_no,
  study_patient.cohort,
  lesion.bone,
  lesion.side,
  codebook_bone.region,
  COALESCE(seen.at_diagnosis, 0) AS at_diagnosis
FROM lesion
INNER JOIN study_patient ON study_patient.patient_no = lesion.patient_no
INNER JOIN codebook_bone ON codebook_bone.bone = lesion.bone
LEFT JOIN seen ON seen.lesion_no = lesion.lesion_no
