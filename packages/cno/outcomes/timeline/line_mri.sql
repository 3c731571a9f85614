-- One row per line and time point: 1 no activity on the MRI of the time point, 0 activity, null not known, and then what is missing.
WITH reading AS (
  SELECT
    line.patient_no,
    line.line_class,
    point.time_point,
    imaging.imaging_no,
    imaging.modality,
    CASE WHEN finding.new_count + finding.active_count > 0 THEN 0 ELSE 1 END AS inactive,
    ROW_NUMBER() OVER (
      PARTITION BY line.patient_no, line.line_class, point.time_point
      ORDER BY
        CASE WHEN imaging.modality = 'whole_body_mri' THEN 0 ELSE 1 END,
        ABS(imaging.imaged_epoch_day - line.start_epoch_day - point.target_day),
        imaging.imaged_epoch_day,
        imaging.imaging_no
    ) AS place
  FROM line
  INNER JOIN imaging ON imaging.patient_no = line.patient_no AND imaging.modality IN ('whole_body_mri', 'regional_mri')
  INNER JOIN imaging_finding AS finding ON finding.imaging_no = imaging.imaging_no
  INNER JOIN protocol_time_point AS point
    ON imaging.imaged_epoch_day - line.start_epoch_day BETWEEN point.first_day AND point.last_day
)
SELECT
  chosen.patient_no,
  chosen.line_class,
  chosen.time_point,
  reading.imaging_no,
  CASE WHEN reading.inactive = 0 OR reading.modality = 'whole_body_mri' THEN reading.inactive END AS mri_inactive,
  CASE
    WHEN reading.imaging_no IS NULL THEN 'mri'
    WHEN reading.inactive = 1 AND reading.modality = 'regional_mri' THEN 'whole_body_mri'
  END AS missing_item
FROM line_time_point AS chosen
LEFT JOIN reading
  ON reading.patient_no = chosen.patient_no
  AND reading.line_class = chosen.line_class
  AND reading.time_point = chosen.time_point
  AND reading.place = 1
