-- One row per line and time point: lesions visible on the MRI around the start of the line, and on that of the time point, of the same kind.
WITH reading AS (
  SELECT
    imaging.imaging_no,
    imaging.patient_no,
    imaging.imaged_epoch_day,
    imaging.modality,
    finding.visible_count
  FROM imaging
  INNER JOIN imaging_finding AS finding ON finding.imaging_no = imaging.imaging_no
  WHERE imaging.modality IN ('whole_body_mri', 'regional_mri')
),
around_start AS (
  SELECT
    line.patient_no,
    line.line_class,
    reading.modality,
    reading.visible_count,
    ROW_NUMBER() OVER (
      PARTITION BY line.patient_no, line.line_class
      ORDER BY ABS(reading.imaged_epoch_day - line.start_epoch_day), reading.imaged_epoch_day, reading.imaging_no
    ) AS place
  FROM line
  INNER JOIN reading ON reading.patient_no = line.patient_no
  CROSS JOIN protocol_rule AS rule
  WHERE reading.imaged_epoch_day - line.start_epoch_day BETWEEN rule.core_set_imaging_first_day AND rule.core_set_imaging_last_day
),
at_point AS (
  SELECT
    line.patient_no,
    line.line_class,
    point.time_point,
    reading.modality,
    reading.visible_count,
    ROW_NUMBER() OVER (
      PARTITION BY line.patient_no, line.line_class, point.time_point, reading.modality
      ORDER BY
        ABS(reading.imaged_epoch_day - line.start_epoch_day - point.target_day),
        reading.imaged_epoch_day,
        reading.imaging_no
    ) AS place
  FROM line
  INNER JOIN reading ON reading.patient_no = line.patient_no
  INNER JOIN protocol_time_point AS point
    ON reading.imaged_epoch_day - line.start_epoch_day BETWEEN point.first_day AND point.last_day
)
SELECT
  chosen.patient_no,
  chosen.line_class,
  chosen.time_point,
  around_start.visible_count AS lesions_at_start,
  at_point.visible_count AS lesions
FROM line_time_point AS chosen
LEFT JOIN around_start
  ON around_start.patient_no = chosen.patient_no
  AND around_start.line_class = chosen.line_class
  AND around_start.place = 1
LEFT JOIN at_point
  ON at_point.patient_no = chosen.patient_no
  AND at_point.line_class = chosen.line_class
  AND at_point.time_point = chosen.time_point
  AND at_point.modality = around_start.modality
  AND at_point.place = 1
