-- One row per line and time point: 1 no activity on the MRI of the time point, 0 activity, null not known, and then what is missing.
WITH reading AS (
  SELECT
    line.patient_no,
    line.line_class,
    point.time_point,
    imaging.imaging_no,
    imaging.imaged_epoch_day,
    CASE WHEN imaging.modality = 'whole_body_mri' THEN 1 ELSE 2 END AS modality_ordinal,
    ABS(imaging.imaged_epoch_day - line.start_epoch_day - point.target_day) AS distance,
    CASE WHEN finding.new_count + finding.active_count > 0 THEN 0 ELSE 1 END AS inactive
  FROM line
  INNER JOIN imaging ON imaging.patient_no = line.patient_no AND imaging.modality IN ('whole_body_mri', 'regional_mri')
  INNER JOIN imaging_finding AS finding ON finding.imaging_no = imaging.imaging_no
  INNER JOIN protocol_time_point AS point
    ON imaging.imaged_epoch_day - line.start_epoch_day BETWEEN point.first_day AND point.last_day
),
placed AS (
  SELECT
    patient_no,
    line_class,
    time_point,
    imaging_no,
    modality_ordinal,
    inactive,
    ROW_NUMBER() OVER (
      PARTITION BY patient_no, line_class, time_point
      ORDER BY modality_ordinal, distance, imaged_epoch_day, imaging_no
    ) AS place
  FROM reading
)
SELECT
  chosen.patient_no,
  chosen.line_class,
  chosen.time_point,
  placed.imaging_no,
  CASE WHEN placed.inactive = 0 OR placed.modality_ordinal = 1 THEN placed.inactive END AS mri_inactive,
  CASE
    WHEN placed.imaging_no IS NULL THEN 'mri'
    WHEN placed.inactive = 1 AND placed.modality_ordinal = 2 THEN 'whole_body_mri'
  END AS missing_item
FROM line_time_point AS chosen
LEFT JOIN placed
  ON placed.patient_no = chosen.patient_no
  AND placed.line_class = chosen.line_class
  AND placed.time_point = chosen.time_point
  AND placed.place = 1
