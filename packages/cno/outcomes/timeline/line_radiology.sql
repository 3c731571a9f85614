-- One row per line: the MRI that its group reads for the radiological response, if any, and what it shows.
WITH near AS (
  SELECT
    line.patient_no,
    line.line_class,
    imaging.imaging_no,
    imaging.imaged_epoch_day - line.start_epoch_day AS day,
    ABS(imaging.imaged_epoch_day - line.start_epoch_day - protocol_group.radiology_target_day) AS distance,
    CASE WHEN rule.visit_tie_counts = 'later' THEN -imaging.imaged_epoch_day ELSE imaging.imaged_epoch_day END AS tie_day
  FROM line
  INNER JOIN protocol_group ON protocol_group.line_class = line.line_class
  INNER JOIN imaging ON imaging.patient_no = line.patient_no
  CROSS JOIN protocol_rule AS rule
  WHERE (imaging.modality = 'whole_body_mri' OR (imaging.modality = 'regional_mri' AND protocol_group.radiology_whole_body_only = 0))
    AND imaging.imaged_epoch_day - line.start_epoch_day BETWEEN protocol_group.radiology_first_day AND protocol_group.radiology_last_day
),
candidate AS (
  SELECT
    patient_no,
    line_class,
    imaging_no,
    day,
    ROW_NUMBER() OVER (PARTITION BY patient_no, line_class ORDER BY distance, tie_day, imaging_no) AS place
  FROM near
)
SELECT
  line.patient_no,
  line.line_class,
  candidate.imaging_no,
  candidate.day,
  CASE
    WHEN candidate.imaging_no IS NULL THEN 'no_mri'
    WHEN COALESCE(finding.new_count, 0) > 0 THEN 'new_lesion'
    WHEN COALESCE(finding.active_count, 0) > 0 THEN 'remaining_activity'
    ELSE 'no_visible_lesion'
  END AS outcome_radiological,
  finding.new_lesion_observation_no
FROM line
LEFT JOIN candidate
  ON candidate.patient_no = line.patient_no AND candidate.line_class = line.line_class AND candidate.place = 1
LEFT JOIN imaging_finding AS finding ON finding.imaging_no = candidate.imaging_no
