-- One row per study patient whose imaging around diagnosis was read: on how many images lesions were looked for.
SELECT
  imaging.patient_no,
  CAST(COUNT(*) AS INTEGER) AS images_read
FROM imaging
INNER JOIN study_patient ON study_patient.patient_no = imaging.patient_no
INNER JOIN imaging_finding AS finding ON finding.imaging_no = imaging.imaging_no
CROSS JOIN protocol_rule AS rule
WHERE imaging.imaged_epoch_day - study_patient.diagnosed_epoch_day BETWEEN rule.diagnosis_imaging_first_day AND rule.diagnosis_imaging_last_day
GROUP BY imaging.patient_no
